/** Text fields: what the way through old programs left in them is removed or named, and nothing else is touched. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { RuleId } from '../rules.ts';
import { findLoss, isFormula } from './text-faults.ts';
import { removeMarkup } from './markup.ts';
import { findMojibake } from './mojibake.ts';

export { stripFormerName } from './former-names.ts';

export interface TextOptions {
  /** False where markup belongs to the text. */
  readonly html?: boolean;
  /** Sentences and notes: line breaks are ordinary. */
  readonly lines?: boolean;
}

/** Anything that asks for a closer look; what it does not match is only tried for mojibake. */
const SUSPECT =
  /[^\x20-\x25\x27-\x3b=>@-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffb]|^[ =@+-]| $/;
/** Control characters of C0 and C1, invisible marks, noncharacters; line breaks and tabs are judged on their own. */
const CONTROL =
  // oxlint-disable-next-line no-control-regex
  /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NUL = /\0/g;
const LINE_BREAKS = /[\t\n\r\u2028\u2029]+/g;
/** Two Latin words on two lines stay two words. */
const BREAK_BETWEEN_WORDS = /([A-Za-z])[\t\n\r\u2028\u2029]+(?=[A-Za-z])/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
const MARKUP = /[<&]/;
const HAS_SPACE = /\s/;
/** Spaces a clerk put between Han characters to spread a short name; names of Latin words keep theirs. */
const SPACE_IN_NAME = /(?<=[\p{Script=Han}（）()〔〕·])\s+(?=[\p{Script=Han}（）()〔〕·])/gu;

/** Takes out what `pattern` matches; names the rule when there was something. */
function removeAll(text: string, pattern: RegExp, rule: RuleId, rules: RuleId[]): string {
  const kept = text.replace(pattern, '');
  if (kept.length !== text.length) rules.push(rule);
  return kept;
}

function removeFaults(text: string, lines: boolean, html: boolean, rules: RuleId[]): string {
  let kept = removeAll(text, NUL, 'nul_byte', rules);
  kept = removeAll(kept, CONTROL, 'control_char', rules);
  if (lines) kept = kept.replace(LINE_ENDS, '\n');
  else kept = removeAll(kept.replace(BREAK_BETWEEN_WORDS, '$1 \n'), LINE_BREAKS, 'newline_in_text', rules);
  if (html && MARKUP.test(kept)) {
    const plain = removeMarkup(kept);
    if (plain !== kept) rules.push('html_in_text');
    kept = plain;
  }
  return kept.trim();
}

type Style = 'name' | 'text' | 'lines';

function readUnusual(text: string, style: Style, html: boolean): Reading<string> {
  const rules: RuleId[] = [];
  const mojibake = findMojibake(text);
  if (mojibake !== null) rules.push('mojibake');
  if (mojibake?.state === 'lost') return found(text, ...rules);
  let value = removeFaults(mojibake?.text ?? text, style === 'lines', html, rules);
  if (style === 'name' && HAS_SPACE.test(value)) value = value.replace(SPACE_IN_NAME, '');
  if (isFormula(value)) rules.push('formula_text');
  if (mojibake === null && findLoss(value, style)) rules.push('gbk_lost');
  if (value === '') return rules.length === 0 ? noValue() : found<string>(null, ...rules);
  return rules.length === 0 ? clean(value) : found(value, ...rules);
}

function read(text: string, style: Style, html: boolean): Reading<string> {
  if (text === '') return noValue();
  if (SUSPECT.test(text) || (style === 'name' && text.includes(' '))) return readUnusual(text, style, html);
  const mojibake = findMojibake(text);
  return mojibake === null ? clean(text) : readUnusual(text, style, html);
}

/**
 * A field of text, trimmed (U+3000 too); null where nothing is left. Order of judgement: mojibake, NUL, control
 * characters, line breaks, markup, formulas, lost characters. Mojibake that cannot be undone keeps the value exactly
 * as delivered, so `value === text` tells the two outcomes of rule `mojibake` apart.
 */
export function readText(text: string, options?: TextOptions): Reading<string> {
  return read(text, options?.lines === true ? 'lines' : 'text', options?.html !== false);
}

/** A name of a person or body: as `readText`, and spaces between Han characters are taken out. */
export function readName(text: string): Reading<string> {
  return read(text, 'name', true);
}
