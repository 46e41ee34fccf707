/** What waits for a steward, with everything a sheet or a screen shows of it. */
import type { Wording } from '../core/language.ts';
import type { Database } from '../database/connection.ts';
import { readFieldValues } from '../database/identity/compared.ts';
import { SOURCES } from './reconcile/sources.ts';
import { readReviewQueue, type QueuedPair, type QueuedRecord } from '../database/identity/review-queue.ts';
import { UnionFind } from '../reconcile/cluster/union-find.ts';
import type { Explanation } from '../reconcile/contract.ts';
import { COMPARED_FIELDS, versionOf, type FieldValues } from '../reconcile/judgements/compared.ts';
import type { CheckVerdict, ReviewField, ReviewPair, ReviewRecord } from '../reports/review/item.ts';
import type { SheetVerdict } from '../reports/review/verdicts.ts';
import type { Entity } from '../schemas/entity.ts';
import { Expert } from '../schemas/entities/expert.ts';
import { Party } from '../schemas/entities/party.ts';
import { isValidIdNumber } from '../schemas/identifiers/id-number.ts';
import { isValidOrgCode, normaliseOrgCode } from '../schemas/identifiers/org-code.ts';
import { isValidUscc } from '../schemas/identifiers/uscc.ts';
import type { EntityKind } from '../schemas/identity.ts';
import { findSystem } from './registry.ts';

/** Explains pairs of canonical ids, in their order; weights sum to the stored ones. */
export type ExplainPairs = (
  pairs: readonly (readonly [left: string, right: string])[],
) => Promise<readonly Explanation[]>;

/** Entity whose fields are shown; matters are judged by what links them. */
const SHOWN_ENTITY: Readonly<Partial<Record<EntityKind, Entity>>> = { expert: Expert, enterprise: Party };
/** Shown besides the compared fields: no evidence, but a help. */
const ALSO_SHOWN: Readonly<Record<EntityKind, readonly string[]>> = {
  expert: ['education', 'duty', 'divisionCode'],
  enterprise: ['divisionCode', 'registeredCapital'],
  matter: [],
};

const CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  idNumber: isValidIdNumber,
  uscc: isValidUscc,
  organizationCode: (text) => isValidOrgCode(normaliseOrgCode(text)),
};

function checkOf(field: string, text: string | null): CheckVerdict {
  const isValid = CHECKS[field];
  if (!isValid || text === null) return null;
  return isValid(text) ? 'valid' : 'invalid';
}

function fieldsOf(kind: EntityKind, left: FieldValues, right: FieldValues): ReviewField[] {
  const entity = SHOWN_ENTITY[kind];
  const names = [...COMPARED_FIELDS[kind], ...ALSO_SHOWN[kind]];
  return names.flatMap((name) => {
    const meta = entity?.fields[name]?.meta;
    if (!meta) return [];
    const value = (values: FieldValues) => {
      const text = values[name] ?? null;
      return { text, check: checkOf(name, text) };
    };
    const label: Wording = { zh: meta.label.zh, en: meta.label.en ?? name };
    return [{ name, label, personal: meta.personal, left: value(left), right: value(right) }];
  });
}

function recordOf(
  kind: EntityKind,
  { id, system, stream, sourceKey, deleted }: QueuedRecord,
  values: FieldValues,
): ReviewRecord {
  return {
    id,
    system: findSystem(system)?.label ?? { zh: system, en: system },
    stream,
    sourceKey,
    changedOn: values['modifiedAt']?.slice(0, 10) ?? null,
    deleted,
    version: JSON.stringify(versionOf(kind, values)),
  };
}

/** Entities that would hang together if all that is in doubt were the same: their smallest entity, and their records. */
function groupsOf(queue: readonly QueuedPair[]): Map<string, { readonly group: string; readonly size: number }> {
  const sizes = new Map<string, number>();
  for (const { left, right } of queue) for (const one of [left, right]) sizes.set(one.entityId, one.entitySize);
  const entities = [...sizes.keys()].toSorted((a, b) => Number(a) - Number(b));
  const numberOf = new Map(entities.map((entity, index) => [entity, index]));
  const sets = new UnionFind(entities.length);
  for (const { left, right } of queue) sets.join(numberOf.get(left.entityId) ?? 0, numberOf.get(right.entityId) ?? 0);
  const labels = sets.labels();
  const records = new Map<number, number>();
  entities.forEach((entity, at) => {
    const label = labels[at] ?? at;
    records.set(label, (records.get(label) ?? 0) + (sizes.get(entity) ?? 0));
  });
  return new Map(
    entities.map((entity, at) => {
      const label = labels[at] ?? at;
      return [entity, { group: entities[label] ?? entity, size: records.get(label) ?? 0 }];
    }),
  );
}

/** @returns the queue of a kind, in no particular order. */
export async function gatherReviewPairs(
  database: Database,
  kind: EntityKind,
  explain: ExplainPairs,
): Promise<ReviewPair[]> {
  const queue = await readReviewQueue(database, kind);
  if (queue.length === 0) return [];
  const ids = [...new Set(queue.flatMap(({ left, right }) => [left.id, right.id]))];
  const fields = [...COMPARED_FIELDS[kind], ...ALSO_SHOWN[kind], 'modifiedAt'];
  const values = await database.transaction((client) => readFieldValues(client, SOURCES[kind], fields, ids));
  const explanations = await explain(queue.map(({ left, right }) => [left.id, right.id]));
  const groups = groupsOf(queue);
  return queue.map((pair, index) => {
    const [left, right] = [values.get(pair.left.id) ?? {}, values.get(pair.right.id) ?? {}];
    const group = groups.get(pair.left.entityId);
    const judged = pair.judged ? { ...pair.judged, verdict: pair.judged.verdict as SheetVerdict } : null;
    return {
      left: recordOf(kind, pair.left, left),
      right: recordOf(kind, pair.right, right),
      fields: fieldsOf(kind, left, right),
      steps: explanations[index]?.steps ?? [],
      weight: pair.weight,
      conflict: pair.conflict,
      group: group?.group ?? pair.left.entityId,
      groupSize: group?.size ?? 0,
      judged,
    };
  });
}
