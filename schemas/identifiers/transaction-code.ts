/**
 * 统一交易标识码, the unified transaction code of the national trading-platform data specification: 40 characters
 * `TTT-U{18}-yyyyMMdd-NNNNNN-K`: trade category, credit code of the operator, date, serial, check (ISO 7064 MOD 37-2).
 */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { RuleId } from '../rules.ts';
import { isRealDay } from '../values/calendar.ts';
import { hasFullWidthAlphanumeric, removeSpaces, toHalfWidth } from '../values/width.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
const MODULUS = 37;
const SHAPE = /^([A-Z]\d\d)-?([0-9A-Z]{2}\d{6}[0-9A-Z]{10})-?((\d{4})(\d\d)(\d\d))-?(\d{6})-?([0-9A-Z*])$/;
const HYPHENED_LENGTH = 40;

/**
 * Check character of the 35 data characters (category, operator, date, serial; hyphens are skipped); null for others.
 * Systems that kept the sum in 32 bits issued wrong ones, which is why a mismatch is only a warning.
 */
export function transactionCheckCharacter(data: string): string | null {
  let product = 0;
  for (const character of data) {
    if (character === '-') continue;
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    product = ((product + value) * 2) % MODULUS;
  }
  return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
}

/** One code; a notice may carry several joined by `;`, which the caller splits. Hyphens are restored where left out. */
export function readTransactionCode(text: string): Reading<string> {
  const typed = removeSpaces(toHalfWidth(text));
  if (typed === '') return noValue();
  const upper = typed.toUpperCase();
  const rules: RuleId[] = [];
  if (hasFullWidthAlphanumeric(text)) rules.push('code_fullwidth');
  if (upper !== typed) rules.push('code_lowercase');
  const parts = SHAPE.exec(upper);
  if (parts === null || !isRealDay(Number(parts[4]), Number(parts[5]), Number(parts[6]))) {
    return found(typed, 'code_malformed');
  }
  const data = `${parts[1]}-${parts[2]}-${parts[3]}-${parts[7]}`;
  const code = upper.length === HYPHENED_LENGTH ? upper : `${data}-${parts[8]}`;
  if (transactionCheckCharacter(data) !== parts[8]) rules.push('unified_code_check');
  return rules.length === 0 ? clean(code) : found(code, ...rules);
}
