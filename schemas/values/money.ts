/**
 * Amounts → exact decimals in 元 as text ('709487', '0.5'): no floats, no exponent, at most six decimals (the national
 * fields are N..20,6). Every form of the legacy systems is read: separators, signs of currency, units behind the figure,
 * scientific notation of spreadsheets, capital numerals.
 */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { RuleId } from '../rules.ts';
import { readCapitalAmount, readCapitals } from './capital-amounts.ts';
import {
  compareDecimals,
  dropFloatNoise,
  isCanonicalAmount,
  readPlain,
  readScientific,
  roundPlaces,
  shiftPoint,
} from './decimals.ts';
import { findUnitPlaces } from './money-units.ts';
import { isNoValueWord } from './no-value.ts';
import { removeSpaces, toHalfWidth } from './width.ts';

export type MoneyUnit = '元' | '万元' | '亿元';

export interface MoneyOptions {
  /** Unit of the column by its interface document. */
  readonly unit: MoneyUnit;
  /** Text of the unit column beside it, where there is one; empty or null is read by `unit` with `money_unit_missing`. */
  readonly unitText?: string | null | undefined;
  /** In 元; larger amounts are `money_absurd`. */
  readonly limit?: string;
}

/** 30 亿元, in 元: above it the national receiver asks for a release by hand. */
export const NATIONAL_AMOUNT_LIMIT = '3000000000';

const MAX_DECIMALS = 6;
const LONGEST_WHOLE = 18;

const LABEL = /^(?:(?:大写|小写|[（(][大小]写[)）])[:：]?)|[（(]?(?:含税|不含税)[)）]?$/g;
const CURRENCY_BEFORE = /^(?:人民币|RMB|CNY|[￥¥])+[:：]?/i;
const CURRENCY_BEHIND = /(?:人民币|RMB|CNY)$/i;
const UNIT_BEHIND = /^(.*?)((?:[十百千]?万?|百万|千万|亿)元|[十百千]?万|亿|[圆圓])[整正]?$/;
const SEPARATORS = /(\d)[,，'](?=\d{3}(?!\d))/g;
const GROUPED = /^[+-]?\d{1,3}(?:[,，']\d{3})+(?:\.\d*)?$/;
const LOOSE_GROUPS = /^[+-]?\d+(?:[,，]\d+)+(?:\.\d*)?$/;

function unitPlaces(options: MoneyOptions): { places: number; missing: boolean } {
  const convention = findUnitPlaces(options.unit) ?? 0;
  if (options.unitText === undefined) return { places: convention, missing: false };
  const written = findUnitPlaces(options.unitText ?? '');
  return written === null ? { places: convention, missing: true } : { places: written, missing: false };
}

/** Digits with separators → canonical decimal; null for anything else. */
function readFigure(text: string): string | null {
  if (GROUPED.test(text) || LOOSE_GROUPS.test(text))
    return readPlain(text.replace(SEPARATORS, '$1').replace(/[,，]/g, ''));
  return readPlain(text);
}

interface Amount {
  readonly value: string;
  readonly places: number | null;
  readonly rule: RuleId | null;
}

/** A figure, with its own unit where one is written behind it; null where the text holds no amount. */
function parseAmount(typed: string): Amount | null {
  const text = typed.replace(LABEL, '').replace(CURRENCY_BEFORE, '').replace(CURRENCY_BEHIND, '');
  const plain = readFigure(text);
  if (plain !== null) return { value: dropFloatNoise(plain), places: null, rule: null };
  const scientific = readScientific(text);
  if (scientific !== null) return { value: scientific, places: null, rule: 'money_sci' };
  const suffixed = UNIT_BEHIND.exec(text);
  const figure = suffixed === null ? null : (readFigure(suffixed[1] ?? '') ?? readScientific(suffixed[1] ?? ''));
  if (suffixed !== null && figure !== null) {
    return { value: dropFloatNoise(figure), places: findUnitPlaces(suffixed[2] ?? '') ?? 0, rule: 'money_suffix' };
  }
  const capital = readCapitals(text);
  return capital === null ? null : { value: capital.value, places: capital.hasUnit ? 0 : null, rule: 'money_capital' };
}

/** Range checks shared by every form; `value` is canonical and in 元. */
function judge(value: string, rules: RuleId[], limit: string): Reading<string> {
  const amount = roundPlaces(value, MAX_DECIMALS);
  if (amount.startsWith('-')) rules.push('money_negative');
  else if (amount.length > limit.length - 1 && compareDecimals(amount, limit) > 0) rules.push('money_absurd');
  return rules.length === 0 ? clean(amount) : found(amount, ...rules);
}

/**
 * An amount as delivered → 元. Text without an amount (详见公告, 下浮5%) is `money_text` without value; a negative or absurd
 * amount keeps its value beside `money_negative` or `money_absurd`.
 */
export function readMoney(text: string, options: MoneyOptions): Reading<string> {
  const limit = options.limit ?? NATIONAL_AMOUNT_LIMIT;
  if (
    options.unit === '元' &&
    options.unitText === undefined &&
    text.length < limit.length &&
    isCanonicalAmount(text)
  ) {
    return clean(text);
  }
  const plain = readPlain(text);
  const amount = plain === null ? null : { value: dropFloatNoise(plain), places: null, rule: null };
  return readAmount(text, amount, options, limit);
}

function readAmount(text: string, plain: Amount | null, options: MoneyOptions, limit: string): Reading<string> {
  let amount = plain;
  if (amount === null) {
    const typed = removeSpaces(toHalfWidth(text));
    if (isNoValueWord(typed)) return noValue();
    amount = parseAmount(typed);
    if (amount === null || amount.value.length > LONGEST_WHOLE * 3) return found<string>(null, 'money_text');
  }
  const rules: RuleId[] = amount.rule === null ? [] : [amount.rule];
  const unit = unitPlaces(options);
  if (amount.places === null && unit.missing) rules.push('money_unit_missing');
  return judge(shiftPoint(amount.value, amount.places ?? unit.places), rules, limit);
}

/** −1, 0 or 1 for two amounts in 元 as this module gives them. */
export const compareAmounts: (a: string, b: string) => number = compareDecimals;

export { readCapitalAmount };
