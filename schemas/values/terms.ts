/** Terms of days, open-ended terms and sizes of files, as the legacy systems write them in words. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { roundPlaces } from './decimals.ts';
import { isNoValueWord } from './no-value.ts';
import { readDecimal, readInteger } from './numbers.ts';
import { removeSpaces, toHalfWidth } from './width.ts';

const OPEN_END = /^(?:长期|长期有效|永久|永久有效|无固定期限|无期限|无限期|不限)$/;
const SIZE = /^([\d.,]+)(B|字节|KB|K|MB|M|GB|G)?$/i;
const BYTES: Readonly<Record<string, number>> = { B: 1, 字节: 1, K: 1024, M: 1_048_576, G: 1_073_741_824 };

/** `180日历天` → 180. A term in months or in words has no number of days: no value, and the text stays beside it. */
export function readDays(text: string): Reading<string> {
  const { value } = readInteger(text);
  return value === null ? noValue() : clean(value);
}

/** True where the text says that there is no end (长期); no value where it says anything else. */
export function readOpenEnd(text: string): Reading<boolean> {
  return OPEN_END.test(removeSpaces(text)) ? clean(true) : noValue();
}

/** `345`, `12.5KB`, `3MB` → bytes. */
export function readFileSize(text: string): Reading<string> {
  const typed = removeSpaces(toHalfWidth(text));
  if (isNoValueWord(typed)) return noValue();
  const [, figure = '', unit = 'B'] = SIZE.exec(typed) ?? [];
  const { value } = readDecimal(figure);
  const factor = BYTES[unit === '字节' ? unit : unit.slice(0, 1).toUpperCase()];
  if (figure === '' || value === null || factor === undefined) return found<string>(null, 'number_unreadable');
  return clean(factor === 1 ? value : roundPlaces(String(Number(value) * factor), 0));
}
