/** What a condition says about two records, one pair at a time: the meaning every engine is held to. */
import type { ColumnValue } from './column-value.ts';
import type { Condition } from './condition.ts';
import { damerauLevenshtein, jaroWinkler, levenshtein } from './text-distance.ts';

/** Reads a column of one record. */
export type ReadColumn = (column: string) => ColumnValue;

/** Together the two texts may hold this many distinct characters; beyond, no distance is taken and the answer is no. */
export const MOST_CHARACTERS = 120;

export function holds(condition: Condition, left: ReadColumn, right: ReadColumn): boolean {
  const judge = JUDGES[condition.is] as Judge<Condition>;
  return judge(condition, left, right);
}

type Judge<C extends Condition> = (condition: C, left: ReadColumn, right: ReadColumn) => boolean;
type Judges = { readonly [K in Condition['is']]: Judge<Extract<Condition, { is: K }>> };
type Filled = Exclude<ColumnValue, null>;

const JUDGES: Judges = {
  equal: ({ column }, left, right) => sameValue(left(column), right(column)),
  differ: onFilled((_, a, b) => !sameValue(a, b)),
  missing: ({ column }, left, right) => left(column) === null || right(column) === null,
  crossEqual: ({ column, other }, left, right) =>
    sameValue(left(column), right(other)) || sameValue(left(other), right(column)),
  memberOf: ({ column, list }, left, right) =>
    isMember(left(column), right(list)) || isMember(right(column), left(list)),
  overlap: onFilled(({ atLeast = 1 }, a, b) => countShared(a, b) >= atLeast),
  apart: onFilled(({ atMost }, a, b) => Math.abs(Number(a) - Number(b)) <= atMost),
  daysApart: onFilled(({ atMost }, a, b) => Math.abs(Number(a) - Number(b)) <= atMost),
  both: ({ column, values }, left, right) => isOneOf(left(column), values) && isOneOf(right(column), values),
  either: ({ column, values }, left, right) => isOneOf(left(column), values) || isOneOf(right(column), values),
  beginsWith: onTexts((_, a, b) => a.startsWith(b) || b.startsWith(a)),
  prefix: onTexts(({ characters }, a, b) => {
    const [first, second] = [a, b].map((text) => Array.from(text).slice(0, characters));
    return first?.length === characters && first.join('') === second?.join('');
  }),
  edits: onTexts(({ measure, atMost }, a, b) => areComparable(a, b) && DISTANCES[measure](a, b) <= atMost),
  editShare: onTexts(({ measure, atMost }, a, b) => {
    const longer = Math.max(Array.from(a).length, Array.from(b).length);
    return areComparable(a, b) && DISTANCES[measure](a, b) <= atMost * longer;
  }),
  jaroWinkler: onTexts(({ atLeast }, a, b) => areComparable(a, b) && jaroWinkler(a, b) >= atLeast),
  all: ({ of }, left, right) => of.every((part) => holds(part, left, right)),
  any: ({ of }, left, right) => of.some((part) => holds(part, left, right)),
  not: ({ of }, left, right) => !holds(of, left, right),
};

const DISTANCES = { damerau: damerauLevenshtein, levenshtein };

/** False where one of the two is empty. */
function onFilled<C extends Condition & { readonly column: string }>(
  judge: (condition: C, a: Filled, b: Filled) => boolean,
): Judge<C> {
  return (condition, left, right) => {
    const [a, b] = [left(condition.column), right(condition.column)];
    return a !== null && b !== null && judge(condition, a, b);
  };
}

function onTexts<C extends Condition & { readonly column: string }>(
  judge: (condition: C, a: string, b: string) => boolean,
): Judge<C> {
  return onFilled((condition, a, b) => typeof a === 'string' && typeof b === 'string' && judge(condition, a, b));
}

function areComparable(a: string, b: string): boolean {
  return new Set(Array.from(a + b)).size <= MOST_CHARACTERS;
}

function isOneOf(value: ColumnValue, values: readonly string[]): boolean {
  return typeof value === 'string' && values.includes(value);
}

function isMember(value: ColumnValue, list: ColumnValue): boolean {
  return typeof value === 'string' && Array.isArray(list) && list.includes(value);
}

function countShared(a: Filled, b: Filled): number {
  return Array.isArray(a) && Array.isArray(b) ? a.filter((item) => b.includes(item)).length : 0;
}

/** Lists are the same where they hold the same items. */
function sameValue(a: ColumnValue, b: ColumnValue): boolean {
  if (a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && countShared(a, b) === a.length;
  return a === b;
}
