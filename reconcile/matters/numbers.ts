/** Numbers by which centres call an undertaking: as typed, brought to one form, and what they are a part of. */
import { isInvestmentCode, readInvestmentCode } from '../../schemas/identifiers/investment-code.ts';
import { readTransactionCode } from '../../schemas/identifiers/transaction-code.ts';

const DASHES = /[‐‑–—－−_]/gu;
const NOISE = /[\s()[\]〔〕【】{}<>《》「」.,:;'"、，。：；]/gu;
const PART = /^(.+)-\d{1,3}$/u;
/** 项目编号：XZZC2019-0123 in a notice; the words before the colon are those the national notice forms use. */
const SAID =
  /(?:项目|采购|招标|标段|宗地|地块|矿权|挂牌|标的|交易)(?:项目)?(?:编号|代码|编码)\s*[：:]\s*(?:<[^>]*>|\s|&nbsp;)*([^\s<>，。；;、&]{4,60})/gu;
const TRANSACTION = /[A-Z]\d\d-[0-9A-Z]{18}-\d{8}-\d{6}-[0-9A-Z*]/gu;

/** One form for a number however it was typed; empty where there is none. */
export function plainNumber(text: string): string {
  const typed = text.normalize('NFKC').toUpperCase().replaceAll(DASHES, '-').replaceAll(NOISE, '');
  return typed.replace(/^-+|[-号#]+$/gu, '');
}

/** What stands before a last `-2`: ZCJY2019-003-2 → ZCJY2019-003. Of ZCJY2019-003 it is no number at all. */
export function wholeOf(number: string): string | null {
  return PART.exec(number)?.[1] ?? null;
}

/** A number of its own by its form: a serial behind a year, or a long run of digits. */
export function isSerial(number: string): boolean {
  return /(?:19|20)\d\d\D+\d+$|\d{7,}$/u.test(number);
}

/** The form of a number: runs of digits as 9, so that numbers of one register look alike. */
export function shapeOf(number: string): string {
  return number.replaceAll(/\d+/gu, '9');
}

/** Long enough to be nobody else's: eight characters, of which four are digits. */
export function isDistinctive(number: string): boolean {
  return Array.from(number).length >= 8 && number.replaceAll(/\D/gu, '').length >= 4;
}

/** Whether one number is a part of the other, or both are parts of one. */
export function arePartsOfOne(left: string, right: string): boolean {
  const [one, other] = [wholeOf(left), wholeOf(right)];
  return one === right || other === left || (one !== null && one === other && isSerial(one));
}

export interface SortedNumbers {
  readonly codes: readonly string[];
  readonly numbers: readonly string[];
}

/** Tells investment codes from all other numbers; each once. */
export function sortNumbers(typed: readonly string[]): SortedNumbers {
  const codes = new Set<string>();
  const numbers = new Set<string>();
  for (const text of typed) {
    const code = readInvestmentCode(text).value;
    if (code !== null && isInvestmentCode(code)) codes.add(code);
    else {
      const number = plainNumber(text);
      if (number.length >= 4) numbers.add(number);
    }
  }
  return { codes: [...codes], numbers: [...numbers] };
}

/** Numbers a notice says in its text, transaction codes among them. */
export function numbersSaidIn(html: string | null): string[] {
  if (html === null) return [];
  const said = [...html.matchAll(SAID)].map(([, number = '']) => number);
  const transactions = [...html.matchAll(TRANSACTION)].flatMap(([code]) => readTransactionCode(code).value ?? []);
  return [...said, ...transactions];
}
