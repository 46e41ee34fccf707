/** Which judgements count in a run: what became of the records since they were judged decides. */
import type { Verdict } from '../contract.ts';
import { changedFields } from './compared.ts';
import { IDENTIFIER_FIELDS, identifiersContradict, type ValidIdentifiers } from './identifiers.ts';

type Version = Readonly<Record<string, string>>;

export interface MadeJudgement {
  readonly verdict: Verdict;
  readonly leftVersion: Version;
  readonly rightVersion: Version;
  /** Says that two different valid identifiers belong to one, and whether a second person has said so too. */
  readonly joinsCodes: boolean;
  readonly confirmed: boolean;
}

export interface RecordNow {
  readonly version: Version;
  readonly identifiers: ValidIdentifiers;
}

/**
 * `current` and `stale` are in force; `stale` ones are looked at again. `asleep`: one of the records is gone, the judgement
 * wakes with it. `lifted`: two valid identifiers speak against it that were not there when it was made. `waits`: a second
 * person has to confirm it.
 */
export interface Standing {
  readonly state: 'current' | 'stale' | 'asleep' | 'lifted' | 'waits';
  readonly changed: readonly string[];
}

const IDENTIFIERS: ReadonlySet<string> = new Set(Object.values(IDENTIFIER_FIELDS).flat());

/** @param left @param right as they are now; null where the record is gone. */
export function findStanding(judgement: MadeJudgement, left: RecordNow | null, right: RecordNow | null): Standing {
  if (!left || !right) return { state: 'asleep', changed: [] };
  const { verdict, leftVersion, rightVersion, joinsCodes, confirmed } = judgement;
  const fields = [...changedFields(leftVersion, left.version), ...changedFields(rightVersion, right.version)];
  const changed = [...new Set(fields)].toSorted();
  if (verdict === 'same') {
    if (joinsCodes && !confirmed) return { state: 'waits', changed };
    const sameCodes = joinsCodes && !changed.some((field) => IDENTIFIERS.has(field));
    const contradict = identifiersContradict(left.identifiers, right.identifiers);
    if (contradict && !sameCodes) return { state: 'lifted', changed };
  }
  return { state: changed.length > 0 ? 'stale' : 'current', changed };
}
