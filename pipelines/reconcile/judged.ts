/** Judgements as a run sees them: which are in force on which records. */
import type { Client } from '../../database/connection.ts';
import { readFieldValues } from '../../database/identity/compared.ts';
import type { JudgementState } from '../../database/identity/findings.ts';
import { readLiveJudgements, type Judgement } from '../../database/identity/judgements.ts';
import { readRecordNumbers } from '../../database/identity/records.ts';
import { COMPARED_FIELDS, versionOf } from '../../reconcile/judgements/compared.ts';
import { IDENTIFIER_FIELDS, readIdentifiers } from '../../reconcile/judgements/identifiers.ts';
import { findStanding, type RecordNow, type Standing } from '../../reconcile/judgements/in-force.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { SOURCES } from './sources.ts';

/** By record number, and by canonical id for those who know no numbers. */
export interface NumberedJudgement {
  readonly judgement: Judgement;
  readonly standing: Standing;
  readonly left: number;
  readonly right: number;
}

export interface JudgedRecords {
  readonly all: readonly NumberedJudgement[];
  readonly same: readonly NumberedJudgement[];
  readonly different: readonly NumberedJudgement[];
  readonly states: readonly JudgementState[];
}

function toState({ judgement, standing }: NumberedJudgement): JudgementState[] {
  const { state, changed } = standing;
  if (state === 'current' || state === 'waits') return [];
  return [{ judgement: judgement.id, state, changedFields: changed }];
}

/** Judgements of the kind with what became of them. `unsure` is on record and joins or parts nothing. */
export async function readJudged(client: Client, kind: EntityKind): Promise<JudgedRecords> {
  const live = await readLiveJudgements(client, kind);
  const ids = [...new Set(live.flatMap(({ left, right }) => [left, right]))];
  const fields = [...new Set([...COMPARED_FIELDS[kind], ...IDENTIFIER_FIELDS[kind]])];
  const values = ids.length === 0 ? new Map() : await readFieldValues(client, SOURCES[kind], fields, ids);
  const numbers = await readRecordNumbers(client, kind, ids);
  const now = (id: string): RecordNow | null => {
    const record = values.get(id);
    return record ? { version: versionOf(kind, record), identifiers: readIdentifiers(record) } : null;
  };
  const all = live.map((judgement) => ({
    judgement,
    standing: findStanding(
      { ...judgement, confirmed: judgement.confirmedBy !== null },
      now(judgement.left),
      now(judgement.right),
    ),
    left: numbers.get(judgement.left) ?? -1,
    right: numbers.get(judgement.right) ?? -1,
  }));
  const inForce = all.filter(({ standing: { state } }) => state === 'current' || state === 'stale');
  return {
    all,
    same: inForce.filter(({ judgement }) => judgement.verdict === 'same'),
    different: inForce.filter(({ judgement }) => judgement.verdict === 'different'),
    states: all.flatMap(toState),
  };
}
