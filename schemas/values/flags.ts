/** Yes/no columns in the spellings of the legacy systems. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { toHalfWidth } from './width.ts';

const TRUE: Reading<boolean> = clean(true);
const FALSE: Reading<boolean> = clean(false);

const FLAGS: ReadonlyMap<string, Reading<boolean>> = new Map([
  ...['1', 'Y', 'YES', 'T', 'TRUE', '是', '有'].map((text) => [text, TRUE] as const),
  ...['0', 'N', 'NO', 'F', 'FALSE', '否', '无'].map((text) => [text, FALSE] as const),
]);

/** True or false in any case and width; anything else is `code_unknown`. */
export function readFlag(text: string): Reading<boolean> {
  const exact = FLAGS.get(text);
  if (exact !== undefined) return exact;
  const typed = toHalfWidth(text).trim().toUpperCase();
  return typed === '' ? noValue() : (FLAGS.get(typed) ?? found<boolean>(null, 'code_unknown'));
}
