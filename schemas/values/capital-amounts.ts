/** 大写金额, amounts in capital numerals as contracts write them: 贰佰壹拾壹万贰仟陆佰柒拾陆元伍角叁分. */
import { chineseDigit, readWholeNumber } from './chinese-numerals.ts';
import { removeSpaces, toHalfWidth } from './width.ts';

export interface CapitalAmount {
  readonly value: string;
  /** Whether 元, 万 or 亿 is written: then the amount is in 元 whatever the column says. */
  readonly hasUnit: boolean;
}

const NUMERAL = /^[零〇○一二三四五六七八九两壹贰貳貮叁參参肆伍陆陸柒捌玖兩十百千拾佰仟万萬亿]+/;
const CLEAR_PREFIX = /^(?:[（(]?大写[)）]?[:：]?)?(?:人民币)?[:：]?/;
const PARTS = /^(?:(.+?)[元圆圓])?(?:零?(.)角)?(?:零?(.)分)?(?:零?(.)厘)?[整正]?$/;
const HAS_LARGE_UNIT = /[万萬亿]/;
const WITHOUT_YUAN = /[整正]$/;

function readWithYuan(text: string): string | null {
  const parts = PARTS.exec(text);
  if (parts === null || (parts[1] ?? parts[2] ?? parts[3] ?? parts[4]) === undefined) return null;
  const whole = parts[1] === undefined ? 0n : readWholeNumber(parts[1]);
  if (whole === null) return null;
  let fraction = '';
  for (const character of [parts[2], parts[3], parts[4]]) {
    const digit = character === undefined ? 0 : chineseDigit(character);
    if (digit === undefined) return null;
    fraction += String(digit);
  }
  const tail = fraction.replace(/0+$/, '');
  return tail === '' ? whole.toString() : `${whole}.${tail}`;
}

/** Capital or everyday numerals, spaces already removed; null where the text is no such amount. */
export function readCapitals(text: string): CapitalAmount | null {
  if (!NUMERAL.test(text)) return null;
  const withYuan = readWithYuan(text);
  if (withYuan !== null) return { value: withYuan, hasUnit: true };
  const whole = readWholeNumber(text.replace(WITHOUT_YUAN, ''));
  return whole === null ? null : { value: whole.toString(), hasUnit: HAS_LARGE_UNIT.test(text) };
}

/** An amount in numerals → exact decimal in 元; null where the text is none. */
export function readCapitalAmount(text: string): string | null {
  return readCapitals(removeSpaces(toHalfWidth(text)).replace(CLEAR_PREFIX, ''))?.value ?? null;
}
