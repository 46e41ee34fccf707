/** Quantities that are no money: decimals, whole numbers (days, years, counts) and percentages, as exact text. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { readWholeNumber } from './chinese-numerals.ts';
import { dropFloatNoise, isCanonicalAmount, readPlain, readScientific, shiftPoint } from './decimals.ts';
import { isNoValueWord } from './no-value.ts';
import { removeSpaces, toHalfWidth } from './width.ts';

const SEPARATORS = /(\d),(?=\d{3}(?:\D|$))/g;
/** Counting words behind whole numbers. Months and years of duration are left out: a column of days must not take them. */
const COUNTED = /^(.+?)(?:个?日历天|个?日历日|个?工作日|天|日|个|人|名|家|次|份|台|项|套|期|年度)$/;
const YEAR = /^(\d{4})年$/;
const PERCENT = /^(.+?)%$/;
const PER_HUNDRED = /^百分之(.+)$/;

const unreadable = (): Reading<string> => found<string>(null, 'number_unreadable');

function parseNumber(text: string): string | null {
  const plain = readPlain(text) ?? readPlain(text.replace(SEPARATORS, '$1')) ?? readScientific(text);
  return plain === null ? null : dropFloatNoise(plain);
}

/** Digits, thousand separators, scientific notation → canonical decimal ('20', '0.5', '-3'). */
export function readDecimal(text: string): Reading<string> {
  if (isCanonicalAmount(text)) return clean(text);
  const typed = removeSpaces(toHalfWidth(text));
  if (isNoValueWord(typed)) return noValue();
  const value = parseNumber(typed);
  return value === null ? unreadable() : clean(value);
}

/** Whole numbers, also `20.0`, `20天`, `20个工作日`, `2019年度`, `二十天`. A fraction is no whole number. */
export function readInteger(text: string): Reading<string> {
  const typed = removeSpaces(toHalfWidth(text));
  if (isNoValueWord(typed)) return noValue();
  const figure = YEAR.exec(typed)?.[1] ?? COUNTED.exec(typed)?.[1] ?? typed;
  const value = parseNumber(figure) ?? readWholeNumber(figure)?.toString() ?? null;
  return value === null || value.includes('.') ? unreadable() : clean(value);
}

/** Percent as a number: `35%` → 35. A bare figure up to 1 is a share of one (0.35 → 35, 1 → 100), a larger one percent. */
export function readPercent(text: string): Reading<string> {
  const typed = removeSpaces(toHalfWidth(text));
  if (isNoValueWord(typed)) return noValue();
  const chinese = PER_HUNDRED.exec(typed)?.[1];
  const marked = PERCENT.exec(typed)?.[1] ?? chinese;
  const value =
    parseNumber(marked ?? typed) ?? (chinese === undefined ? null : (readWholeNumber(chinese)?.toString() ?? null));
  if (value === null) return unreadable();
  const isShare = marked === undefined && (value === '1' || value.startsWith('0.') || value.startsWith('-0.'));
  return clean(isShare ? shiftPoint(value, 2) : value);
}
