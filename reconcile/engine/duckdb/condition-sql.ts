/**
 * Conditions as DuckDB SQL over the records `l` and `r`. DuckDB's text distances count bytes; where a column holds more than
 * ASCII, both texts are first written in ASCII letters, one for each distinct character, which keeps every distance.
 */
import type { Condition, TextMeasure } from '../../model/condition.ts';
import { MOST_CHARACTERS } from '../../model/evaluate-condition.ts';

export interface SqlColumns {
  /** Columns that hold ASCII alone. */
  readonly ascii: ReadonlySet<string>;
  /** Of a select of pairs (`pair-columns.ts`) instead of records l and r: the distances that it has computed. */
  readonly pair?: ReadonlySet<string>;
}

export interface TextDistance {
  readonly measure: TextMeasure | 'jaroWinkler';
  readonly column: string;
}

/** Name of a distance in a select of pairs. */
export const pairName = ({ measure, column }: TextDistance): string => `${measure} ${column}`;

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
  equal: ({ column }, columns) => `${left(column, columns)} = ${right(column, columns)}`,
  differ: ({ column }, columns) => `${left(column, columns)} <> ${right(column, columns)}`,
  missing: ({ column }, columns) => `(${left(column, columns)} is null or ${right(column, columns)} is null)`,
  crossEqual: ({ column, other }, columns) =>
    `(${left(column, columns)} = ${right(other, columns)} or ${right(column, columns)} = ${left(other, columns)})`,
  memberOf: ({ column, list }, columns) =>
    `(list_contains(${right(list, columns)}, ${left(column, columns)}) or list_contains(${left(list, columns)}, ${right(column, columns)}))`,
  overlap: ({ column, atLeast = 1 }, columns) =>
    atLeast === 1
      ? `list_has_any(${left(column, columns)}, ${right(column, columns)})`
      : `len(list_intersect(${left(column, columns)}, ${right(column, columns)})) >= ${atLeast}`,
  apart: ({ column, atMost }, columns) => `abs(${left(column, columns)} - ${right(column, columns)}) <= ${atMost}`,
  daysApart: ({ column, atMost }, columns) => `abs(${left(column, columns)} - ${right(column, columns)}) <= ${atMost}`,
  both: ({ column, values }, columns) =>
    `(${isOneOf(left(column, columns), values)} and ${isOneOf(right(column, columns), values)})`,
  either: ({ column, values }, columns) =>
    `(${isOneOf(left(column, columns), values)} or ${isOneOf(right(column, columns), values)})`,
  beginsWith: ({ column }, columns) =>
    `(starts_with(${left(column, columns)}, ${right(column, columns)}) or starts_with(${right(column, columns)}, ${left(column, columns)}))`,
  prefix: ({ column, characters }, columns) => {
    const [l, r] = [left(column, columns), right(column, columns)];
    const long = `length(${l}) >= ${characters} and length(${r}) >= ${characters}`;
    return `(${long} and left(${l}, ${characters}) = left(${r}, ${characters}))`;
  },
  edits: ({ column, measure, atMost }, columns) => {
    const few = `${distanceSql({ measure, column }, columns)} <= ${atMost}`;
    if (columns.pair?.has(pairName({ measure, column }))) return few;
    const near = `abs(length(${left(column, columns)}) - length(${right(column, columns)})) <= ${atMost}`;
    if (measure === 'levenshtein') return `(${near} and ${few})`;
    // A swap is two of Levenshtein's edits, and Levenshtein is more than twice as fast.
    const levenshtein = distanceSql({ measure: 'levenshtein', column }, columns);
    return `(${near} and ${levenshtein} <= ${2 * atMost} and ${few})`;
  },
  editShare: ({ column, measure, atMost }, columns) => {
    const longer = `greatest(length(${left(column, columns)}), length(${right(column, columns)}))`;
    return `${distanceSql({ measure, column }, columns)} <= ${atMost}::double * ${longer}`;
  },
  jaroWinkler: ({ column, atLeast }, columns) =>
    `${distanceSql({ measure: 'jaroWinkler', column }, columns)} >= ${atLeast}::double`,
  all: ({ of }, columns) => join(of, ' and ', columns),
  any: ({ of }, columns) => join(of, ' or ', columns),
  not: ({ of }, columns) => `not coalesce(${conditionSql(of, columns)}, false)`,
};

const DISTANCES: Readonly<Record<TextDistance['measure'], string>> = {
  damerau: 'damerau_levenshtein',
  levenshtein: 'levenshtein',
  jaroWinkler: 'jaro_winkler_similarity',
};

function left(column: string, { pair }: SqlColumns): string {
  return pair ? quoteName(`l.${column}`) : `l.${quoteName(column)}`;
}

function right(column: string, { pair }: SqlColumns): string {
  return pair ? quoteName(`r.${column}`) : `r.${quoteName(column)}`;
}

function join(parts: readonly Condition[], word: string, columns: SqlColumns): string {
  if (parts.length === 0) return word === ' and ' ? 'true' : 'false';
  return `(${parts.map((part) => conditionSql(part, columns)).join(word)})`;
}

/** The number itself: edits, or a similarity of 0…1. Null where a text is missing. */
export function distanceSql(of: TextDistance, columns: SqlColumns): string {
  if (columns.pair?.has(pairName(of))) return quoteName(pairName(of));
  const [l, r] = [left(of.column, columns), right(of.column, columns)];
  const name = DISTANCES[of.measure];
  if (columns.ascii.has(of.column)) return `${name}(${l}, ${r})`;
  const letters = `letters_of(${l}, ${r})`;
  return `${name}(in_letters(${l}, ${letters}), in_letters(${r}, ${letters}))`;
}

/** Never null. */
function isOneOf(value: string, values: readonly string[]): string {
  return `coalesce(${value} in (${values.map(quoteText).join(', ')}), false)`;
}
