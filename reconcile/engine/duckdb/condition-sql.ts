/**
 * Conditions as DuckDB SQL over the records `l` and `r`. DuckDB's text distances count bytes; where a column holds more than
 * ASCII, both texts are first written in ASCII letters, one for each distinct character, which keeps every distance.
 */
import type { Condition, TextMeasure } from '../../model/condition.ts';
import { MOST_CHARACTERS } from '../../model/evaluate-condition.ts';

export interface SqlColumns {
  /** Columns that hold ASCII alone. */
  readonly ascii: ReadonlySet<string>;
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const letter = (code: number): string => String.fromCodePoint(code);
/** Printable ASCII first, then control characters: each is one byte. */
const LETTERS = [
  ...Array.from({ length: 95 }, (_, index) => letter(32 + index)),
  ...Array.from({ length: 25 }, (_, index) => letter(1 + index)),
].join('');

/**
 * `in_letters(text, a, b)`: text in letters given out to the characters of a and b. `translate` takes the first place of a
 * repeated character, so their concatenation will do as alphabet while it is short.
 */
export const MACROS: readonly string[] = [
  `create or replace temp macro letters_of(a, b) as case when length(a) + length(b) <= ${MOST_CHARACTERS} then a || b
     else array_to_string(list_distinct(string_split(a || b, '')), '') end`,
  `create or replace temp macro in_letters(t, letters) as
     case when length(letters) <= ${MOST_CHARACTERS} then translate(t, letters, ${quoteText(LETTERS)}) end`,
];

type Writers = { readonly [K in Condition['is']]: (of: Extract<Condition, { is: K }>, columns: SqlColumns) => string };

export function conditionSql(condition: Condition, columns: SqlColumns): string {
  const write = WRITERS[condition.is] as (of: Condition, columns: SqlColumns) => string;
  return write(condition, columns);
}

const WRITERS: Writers = {
  equal: ({ column }) => `${left(column)} = ${right(column)}`,
  differ: ({ column }) => `${left(column)} <> ${right(column)}`,
  missing: ({ column }) => `(${left(column)} is null or ${right(column)} is null)`,
  crossEqual: ({ column, other }) => `(${left(column)} = ${right(other)} or ${right(column)} = ${left(other)})`,
  memberOf: ({ column, list }) =>
    `(list_contains(${right(list)}, ${left(column)}) or list_contains(${left(list)}, ${right(column)}))`,
  overlap: ({ column, atLeast = 1 }) =>
    atLeast === 1
      ? `list_has_any(${left(column)}, ${right(column)})`
      : `len(list_intersect(${left(column)}, ${right(column)})) >= ${atLeast}`,
  apart: ({ column, atMost }) => `abs(${left(column)} - ${right(column)}) <= ${atMost}`,
  daysApart: ({ column, atMost }) => `abs(${left(column)} - ${right(column)}) <= ${atMost}`,
  both: ({ column, values }) => `(${isOneOf(left(column), values)} and ${isOneOf(right(column), values)})`,
  either: ({ column, values }) => `(${isOneOf(left(column), values)} or ${isOneOf(right(column), values)})`,
  beginsWith: ({ column }) =>
    `(starts_with(${left(column)}, ${right(column)}) or starts_with(${right(column)}, ${left(column)}))`,
  prefix: ({ column, characters }) => {
    const [l, r] = [left(column), right(column)];
    const long = `length(${l}) >= ${characters} and length(${r}) >= ${characters}`;
    return `(${long} and left(${l}, ${characters}) = left(${r}, ${characters}))`;
  },
  edits: ({ column, measure, atMost }, columns) => {
    const near = `abs(length(${left(column)}) - length(${right(column)})) <= ${atMost}`;
    const few = `${textDistance(DISTANCES[measure], column, columns)} <= ${atMost}`;
    if (measure === 'levenshtein') return `(${near} and ${few})`;
    // A swap is two of Levenshtein's edits, and Levenshtein is more than twice as fast.
    return `(${near} and ${textDistance(DISTANCES.levenshtein, column, columns)} <= ${2 * atMost} and ${few})`;
  },
  editShare: ({ column, measure, atMost }, columns) => {
    const longer = `greatest(length(${left(column)}), length(${right(column)}))`;
    return `${textDistance(DISTANCES[measure], column, columns)} <= ${atMost}::double * ${longer}`;
  },
  jaroWinkler: ({ column, atLeast }, columns) =>
    `${textDistance('jaro_winkler_similarity', column, columns)} >= ${atLeast}::double`,
  all: ({ of }, columns) => join(of, ' and ', columns),
  any: ({ of }, columns) => join(of, ' or ', columns),
  not: ({ of }, columns) => `not coalesce(${conditionSql(of, columns)}, false)`,
};

const DISTANCES: Readonly<Record<TextMeasure, string>> = {
  damerau: 'damerau_levenshtein',
  levenshtein: 'levenshtein',
};

function left(column: string): string {
  return `l.${quoteName(column)}`;
}

function right(column: string): string {
  return `r.${quoteName(column)}`;
}

function join(parts: readonly Condition[], word: string, columns: SqlColumns): string {
  if (parts.length === 0) return word === ' and ' ? 'true' : 'false';
  return `(${parts.map((part) => conditionSql(part, columns)).join(word)})`;
}

function textDistance(name: string, column: string, { ascii }: SqlColumns): string {
  const [l, r] = [left(column), right(column)];
  if (ascii.has(column)) return `${name}(${l}, ${r})`;
  const letters = `letters_of(${l}, ${r})`;
  return `${name}(in_letters(${l}, ${letters}), in_letters(${r}, ${letters}))`;
}

/** Never null. */
function isOneOf(value: string, values: readonly string[]): string {
  return `coalesce(${value} in (${values.map(quoteText).join(', ')}), false)`;
}
