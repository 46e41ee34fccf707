/** How the text of a standardised column is read: one reading for evaluation and for every engine's loader. */
import { LIST_SEPARATOR } from './condition.ts';
import type { ColumnKind } from './model.ts';

export type ColumnValue = string | number | readonly string[] | null;

/** Plain decimal; engines use the same pattern. */
export const NUMBER_TEXT = '^-?[0-9]+(\\.[0-9]+)?$';
export const DATE_TEXT = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

const NUMBER = new RegExp(NUMBER_TEXT);
const DATE = new RegExp(DATE_TEXT);
const DAY = 86_400_000;

/** Dates become days since 1970, lists lose empty and repeated items. Empty and unreadable text is null. */
export function readColumnValue(text: string | null | undefined, kind: ColumnKind): ColumnValue {
  if (text === null || text === undefined || text === '') return null;
  if (kind === 'text') return text;
  if (kind === 'number') return NUMBER.test(text) ? Number(text) : null;
  if (kind === 'date') return readDay(text);
  const items = [...new Set(text.split(LIST_SEPARATOR))].filter((item) => item !== '');
  return items.length === 0 ? null : items;
}

function readDay(text: string): number | null {
  if (!DATE.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : time / DAY;
}
