/**
 * What two records may have in common, as data: every engine compiles a condition to its own language, and
 * `evaluate-condition.ts` says what it means. A condition is true or false, never unknown: an empty value (null) makes all
 * of them false but `missing` and `not`. All are symmetric: no condition knows which record is left.
 *
 * Text is compared by Unicode code points, never by bytes, on every engine. `list` columns hold items joined by
 * `LIST_SEPARATOR`; a list is a set, empty items do not count.
 */
export const LIST_SEPARATOR = '\u001F';

export type TextMeasure = 'levenshtein' | 'damerau';

export type Condition =
  /** Both hold the very same text. */
  | { readonly is: 'equal'; readonly column: string }
  /** Both hold a value, and the values differ. */
  | { readonly is: 'differ'; readonly column: string }
  /** The one's `column` is the other's `other`, in either direction (swapped names, a short form). */
  | { readonly is: 'crossEqual'; readonly column: string; readonly other: string }
  /** The lists share at least `atLeast` items (default 1). */
  | { readonly is: 'overlap'; readonly column: string; readonly atLeast?: number }
  /** The one's `column` (text) is an item of the other's `list`, in either direction. */
  | { readonly is: 'memberOf'; readonly column: string; readonly list: string }
  /** Edits between the texts ≤ `atMost`; `damerau` counts a transposition as one. Equal texts have 0 edits. */
  | { readonly is: 'edits'; readonly column: string; readonly measure: TextMeasure; readonly atMost: number }
  /** Edits ÷ characters of the longer text ≤ `atMost` (0…1). */
  | { readonly is: 'editShare'; readonly column: string; readonly measure: TextMeasure; readonly atMost: number }
  /** Jaro–Winkler similarity (prefix weight 0.1, above 0.7) ≥ `atLeast`. */
  | { readonly is: 'jaroWinkler'; readonly column: string; readonly atLeast: number }
  /** The first `characters` characters are equal; shorter texts have no such prefix. */
  | { readonly is: 'prefix'; readonly column: string; readonly characters: number }
  /** The one text is the beginning of the other (or equal). */
  | { readonly is: 'beginsWith'; readonly column: string }
  /** Numbers (column of kind `number`) at most `atMost` apart. */
  | { readonly is: 'apart'; readonly column: string; readonly atMost: number }
  /** Dates (column of kind `date`) at most `atMost` days apart. */
  | { readonly is: 'daysApart'; readonly column: string; readonly atMost: number }
  /** Both hold one of these texts. */
  | { readonly is: 'both'; readonly column: string; readonly values: readonly string[] }
  /** At least one holds one of these texts. */
  | { readonly is: 'either'; readonly column: string; readonly values: readonly string[] }
  /** At least one holds nothing. */
  | { readonly is: 'missing'; readonly column: string }
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition };

export const equal = (column: string): Condition => ({ is: 'equal', column });
export const differ = (column: string): Condition => ({ is: 'differ', column });
export const crossEqual = (column: string, other: string): Condition => ({ is: 'crossEqual', column, other });
export const overlap = (column: string, atLeast = 1): Condition => ({ is: 'overlap', column, atLeast });
export const memberOf = (column: string, list: string): Condition => ({ is: 'memberOf', column, list });
export const edits = (column: string, atMost: number, measure: TextMeasure = 'damerau'): Condition => ({
  is: 'edits',
  column,
  measure,
  atMost,
});
export const editShare = (column: string, atMost: number, measure: TextMeasure = 'damerau'): Condition => ({
  is: 'editShare',
  column,
  measure,
  atMost,
});
export const jaroWinkler = (column: string, atLeast: number): Condition => ({ is: 'jaroWinkler', column, atLeast });
export const prefix = (column: string, characters: number): Condition => ({ is: 'prefix', column, characters });
export const beginsWith = (column: string): Condition => ({ is: 'beginsWith', column });
export const apart = (column: string, atMost: number): Condition => ({ is: 'apart', column, atMost });
export const daysApart = (column: string, atMost: number): Condition => ({ is: 'daysApart', column, atMost });
export const both = (column: string, ...values: string[]): Condition => ({ is: 'both', column, values });
export const either = (column: string, ...values: string[]): Condition => ({ is: 'either', column, values });
export const missing = (column: string): Condition => ({ is: 'missing', column });
export const all = (...of: Condition[]): Condition => ({ is: 'all', of });
export const any = (...of: Condition[]): Condition => ({ is: 'any', of });
export const not = (of: Condition): Condition => ({ is: 'not', of });

/** The columns a condition looks at. */
export function columnsOf(condition: Condition): string[] {
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap(columnsOf);
  if (condition.is === 'not') return columnsOf(condition.of);
  if (condition.is === 'crossEqual') return [condition.column, condition.other];
  if (condition.is === 'memberOf') return [condition.column, condition.list];
  return [condition.column];
}
