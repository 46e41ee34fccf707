/**
 * Which of several values survives. Per field the criteria stand in order: the first one on which two values differ
 * decides between them. No value is made: each comes from one record, or from a steward.
 */

/** A record of an entity, as its golden record sees it. */
export interface MemberRecord {
  readonly recordNo: number;
  readonly system: string;
  readonly deleted: boolean;
  /** As the source says; null where it does not. */
  readonly modifiedAt: string | null;
  readonly values: Readonly<Record<string, string | null>>;
}

export interface Criterion {
  /** Kept with the value it decided for: `trust`. */
  readonly name: string;
  /** Larger is better. */
  readonly rank: (value: string, record: MemberRecord, all: readonly MemberRecord[]) => number | string;
}

/** The record is still there. */
export const live: Criterion = { name: 'live', rank: (_value, { deleted }) => (deleted ? 0 : 1) };

/** The value passes its check digit. */
export const valid = (isValid: (value: string) => boolean): Criterion => ({
  name: 'valid',
  rank: (value) => (isValid(value) ? 1 : 0),
});

/** The system is nearer to where the fact is established. @param systems most trusted first; others come last. */
export const trust = (...systems: readonly string[]): Criterion => ({
  name: 'trust',
  rank: (_value, { system }) => (systems.includes(system) ? systems.length - systems.indexOf(system) : 0),
});

/** The source changed it last; a source that names no time comes last. */
export const recent: Criterion = { name: 'recent', rank: (_value, { modifiedAt }) => modifiedAt ?? '' };

/** It says more: an address with the house number, a title in full. */
export const complete: Criterion = { name: 'complete', rank: (value) => Array.from(value).length };

/** Any value but those that say nothing. */
export const unlike = (pattern: RegExp): Criterion => ({
  name: 'unlike',
  rank: (value) => (pattern.test(value) ? 0 : 1),
});

export interface Survivorship {
  /** Criteria per field. */
  readonly fields: Readonly<Record<string, readonly Criterion[]>>;
  /** Of fields that are not listed. */
  readonly otherwise: readonly Criterion[];
}

export interface Origin {
  /** null: a steward's own value. */
  readonly record: number | null;
  readonly pin?: string;
  /** Criterion that decided; `only` where there was nothing to decide, `agreed` where all say the same. */
  readonly rule: string;
}

export interface Pin {
  readonly id: string;
  readonly recordNo: number;
  readonly field: string;
  /** null: the value of the record. */
  readonly value: string | null;
}

interface Candidate {
  readonly record: MemberRecord;
  readonly value: string;
}

function compareRanks(one: number | string, other: number | string): number {
  if (one === other) return 0;
  return one > other ? 1 : -1;
}

/** @returns the better of two, and the criterion that says so; null where none does. */
function decide(
  criteria: readonly Criterion[],
  [one, other]: readonly [Candidate, Candidate],
  all: readonly MemberRecord[],
) {
  for (const { name, rank } of criteria) {
    const sign = compareRanks(rank(one.value, one.record, all), rank(other.value, other.record, all));
    if (sign !== 0) return { winner: sign > 0 ? one : other, rule: name };
  }
  return null;
}

export interface Survivor {
  readonly value: string | null;
  readonly origin: Origin | null;
}

const NOTHING: Survivor = { value: null, origin: null };

/** @param records in an order that does not depend on the run: among equals the first one stays. */
export function surviveField(
  field: string,
  records: readonly MemberRecord[],
  { fields, otherwise }: Survivorship,
  pin?: Pin,
): Survivor {
  if (pin) {
    const value = pin.value ?? records.find(({ recordNo }) => recordNo === pin.recordNo)?.values[field] ?? null;
    const record = pin.value === null ? pin.recordNo : null;
    if (value !== null) return { value, origin: { record, pin: pin.id, rule: 'pinned' } };
  }
  const criteria = fields[field] ?? otherwise;
  const candidates = records.flatMap((record): Candidate[] => {
    const value = record.values[field] ?? null;
    return value === null || value === '' ? [] : [{ record, value }];
  });
  const [first, ...others] = candidates;
  if (!first) return NOTHING;
  const agreed = others.every(({ value }) => value === first.value);
  let [winner, rule] = [first, others.length === 0 ? 'only' : agreed ? 'agreed' : 'first'];
  for (const candidate of others) {
    const decision = decide(criteria, [winner, candidate], records);
    if (decision) winner = decision.winner;
    if (decision && !agreed) ({ rule } = decision);
  }
  return { value: winner.value, origin: { record: winner.record.recordNo, rule } };
}
