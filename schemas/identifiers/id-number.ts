/**
 * 居民身份证号, the ID number of GB 11643-1999: 6 division of first issue (may be retired), 8 birth date, 3 serial (the
 * last odd for men), 1 check (MOD 11-2, `X` for ten). Cards issued before 1999 have 15 digits: no century, no check.
 */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { RuleId } from '../rules.ts';
import { isRealDay, writeDay } from '../values/calendar.ts';
import { hasFullWidthAlphanumeric, removeSpaces, toHalfWidth } from '../values/width.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const FIFTEEN_DIGITS = /^\d{15}$/;
const PLACEHOLDER = /^(?:无|\/|-|不详|暂无|(\d)\1*|1234567890|123456789012345678)$/;
const SCIENTIFIC = /^\d(?:\.\d+)?[eE]\+?\d{1,2}$/;

/** Text that stands for "no number": the closed list of the hand-over documents. Spaces already removed, half width. */
export function isIdPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/**
 * A long code that a spreadsheet turned into a number: its 15 significant digits in scientific notation, as readers of
 * workbooks deliver it. Three zeros at the end of a text prove nothing: a digit may be wrong as well.
 */
export function isRoundedCode(text: string): boolean {
  return SCIENTIFIC.test(text);
}

function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** Whether characters 7–14 are a day of the years 1800–2100. */
export function hasBirthDate(id18: string): boolean {
  const year = numberAt(id18, 6, 10);
  return year >= 1800 && year <= 2100 && isRealDay(year, numberAt(id18, 10, 12), numberAt(id18, 12, 14));
}

/** Check character for 17 digits; empty where one of them is no digit. */
function checkCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const digit = first17.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return '';
    sum += digit * (WEIGHTS[i] ?? 0);
  }
  return CHECKS.charAt(sum % 11);
}

/** 17 digits with a real birth date and the check character that belongs to them, `X` upper case. */
export function isValidIdNumber(text: string): boolean {
  return text.length === 18 && checkCharacter(text) === text.charAt(17) && hasBirthDate(text);
}

/**
 * 15 → 18 digits, lossless; null where the text is no 15-digit number with a real birth date. The century is the 20th:
 * serials 996–999 were once set aside for people born before 1900, none of whom is in these registers, and are found in
 * ordinary numbers as well.
 */
export function upgradeIdNumber(text: string): string | null {
  if (!FIFTEEN_DIGITS.test(text)) return null;
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  return hasBirthDate(first17) ? first17 + checkCharacter(first17) : null;
}

/**
 * An ID number as any system writes it → 18 characters. Value is null for placeholders and rounded numbers; a number
 * that fails is kept as text with `id_check_digit` and must not serve as identity.
 */
export function readIdNumber(text: string): Reading<string> {
  if (isValidIdNumber(text)) return clean(text);
  const rules: RuleId[] = [];
  let id = removeSpaces(toHalfWidth(text));
  if (id === '') return noValue();
  if (isIdPlaceholder(id)) return found<string>(null, 'id_placeholder');
  if (hasFullWidthAlphanumeric(text)) rules.push('id_fullwidth');
  if (id.endsWith('x')) {
    id = `${id.slice(0, -1)}X`;
    rules.push('id_lowercase_x');
  }
  const upgraded = upgradeIdNumber(id);
  if (upgraded !== null) return found(upgraded, ...rules, 'id_15');
  if (isValidIdNumber(id)) return found(id, ...rules);
  if (isRoundedCode(id)) return found<string>(null, 'code_rounded');
  return found(id, ...rules, 'id_check_digit');
}

/** yyyy-MM-dd; null unless the number passes its check, because a wrong digit may sit in the date. */
export function idBirthDate(id18: string): string | null {
  if (!isValidIdNumber(id18)) return null;
  return writeDay(numberAt(id18, 6, 10), numberAt(id18, 10, 12), numberAt(id18, 12, 14));
}

/** GB/T 2261.1: '1' male, '2' female; null unless the number passes its check. */
export function idSex(id18: string): '1' | '2' | null {
  if (!isValidIdNumber(id18)) return null;
  return id18.charCodeAt(16) % 2 === 1 ? '1' : '2';
}

/** Division of first issue, in the edition of that year; null unless the number passes its check. */
export function idDivision(id18: string): string | null {
  return isValidIdNumber(id18) ? id18.slice(0, 6) : null;
}
