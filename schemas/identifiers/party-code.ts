/**
 * Columns that name a party by whatever number it had: a credit code (GB 32100), an organisation code (GB 11714), a
 * registration number (GS 15) or, for natural persons, an ID number (GB 11643).
 */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { RuleId } from '../rules.ts';
import { hasFullWidthAlphanumeric, removeSpaces, toHalfWidth } from '../values/width.ts';
import { hasBirthDate, isIdPlaceholder, isRoundedCode, isValidIdNumber, upgradeIdNumber } from './id-number.ts';
import { isValidOrgCode, normaliseOrgCode } from './org-code.ts';
import { isValidRegistrationNumber } from './registration-number.ts';
import { isIssuedPair, isValidUscc } from './uscc.ts';

export type PartyCodeKind = 'uscc' | 'org_code' | 'registration_number' | 'id_number' | 'unknown';

export interface PartyCode {
  /** Upper case, half width, without hyphen or spaces; a 15-digit ID number brought to 18. */
  readonly text: string;
  readonly kind: PartyCodeKind;
  /** Whether it may serve as identity: a form of its kind whose check character fits. */
  readonly valid: boolean;
}

export interface PartyCodeOptions {
  /** Another column says that the party is a natural person. */
  readonly person?: boolean;
  /** The column names organisations only: nothing in it is an ID number. */
  readonly organization?: boolean;
}

type Holder = 'person' | 'organization' | 'either';

/** A kind of code and the rule of a code of that kind that is not as it should be. */
interface Judgement extends PartyCode {
  readonly rule: RuleId | null;
}

/** 17 digits that start with a province (GB/T 2260 11–65, or 81–83 for residents of Hong Kong, Macao and Taiwan). */
const ID_SHAPE = /^(?:[1-5]\d|6[1-5]|8[1-3])\d{15}[\dX]$/;
const ALPHANUMERIC = /^[0-9A-Z]+$/;
const LOWER_CASE = /[a-z]/;

/**
 * 18 characters. An ID number has a real birth date and its own check, which a credit code meets by chance once in
 * thousands; a credit code has only a check of one in 31. So an ID number that passes wins. Of failing codes those
 * with an ID number's first digits are ID numbers, unless they start with a pair that registers issue (11, 12, 51 …)
 * and hold no birth date.
 */
function judgeEighteen(text: string, holder: Holder): Judgement {
  if (holder === 'organization') {
    const valid = isValidUscc(text);
    return { text, kind: 'uscc', valid, rule: valid ? null : 'uscc_check_digit' };
  }
  if (isValidIdNumber(text)) return { text, kind: 'id_number', valid: true, rule: null };
  const issued = isIssuedPair(text);
  const idShape = ID_SHAPE.test(text);
  if (isValidUscc(text) && (issued || !idShape)) return { text, kind: 'uscc', valid: true, rule: null };
  if (holder === 'person' || (idShape && (!issued || hasBirthDate(text)))) {
    return { text, kind: 'id_number', valid: false, rule: 'id_check_digit' };
  }
  return { text, kind: 'uscc', valid: false, rule: 'uscc_check_digit' };
}

/** 15 digits: a registration number by its check, else an ID number of the old form by its birth date. */
function judgeFifteen(text: string, holder: Holder): Judgement {
  const person = holder === 'person';
  if (!person && isValidRegistrationNumber(text)) return { text, kind: 'registration_number', valid: true, rule: null };
  const upgraded = holder === 'organization' ? null : upgradeIdNumber(text);
  if (upgraded !== null) return { text: upgraded, kind: 'id_number', valid: true, rule: 'id_15' };
  if (person) return { text, kind: 'id_number', valid: false, rule: 'id_check_digit' };
  return { text, kind: 'registration_number', valid: false, rule: 'code_malformed' };
}

function judge(text: string, holder: Holder): Judgement {
  const person = holder === 'person';
  if (ALPHANUMERIC.test(text)) {
    if (text.length === 18) return judgeEighteen(text, holder);
    if (text.length === 15) return judgeFifteen(text, holder);
    if (text.length === 9 && !person) {
      const valid = isValidOrgCode(text);
      return { text, kind: 'org_code', valid, rule: valid ? null : 'code_malformed' };
    }
  }
  if (person) return { text, kind: 'id_number', valid: false, rule: 'id_check_digit' };
  return { text, kind: 'unknown', valid: false, rule: 'code_malformed' };
}

function readUnusual(text: string, holder: Holder): Reading<PartyCode> {
  const typed = removeSpaces(toHalfWidth(text));
  if (typed === '') return noValue();
  if (isIdPlaceholder(typed)) return found<PartyCode>(null, 'id_placeholder');
  const code = normaliseOrgCode(typed).toUpperCase();
  if (isRoundedCode(code)) return found<PartyCode>(null, 'code_rounded');
  const { rule, ...judged } = judge(code, holder);
  const rules: RuleId[] = [];
  const isId = judged.kind === 'id_number';
  if (hasFullWidthAlphanumeric(text)) rules.push(isId ? 'id_fullwidth' : 'code_fullwidth');
  if (LOWER_CASE.test(typed)) rules.push(isId ? 'id_lowercase_x' : 'code_lowercase');
  if (rule !== null) rules.push(rule);
  return rules.length === 0 ? clean(judged) : found(judged, ...rules);
}

/**
 * A party's number as delivered → kind, normalised text and whether it can identify the party. Null for placeholders
 * (`id_placeholder`) and for numbers a spreadsheet has rounded (`code_rounded`); failing codes are kept as text.
 */
export function readPartyCode(text: string, options: PartyCodeOptions = {}): Reading<PartyCode> {
  const holder = options.organization === true ? 'organization' : options.person === true ? 'person' : 'either';
  if (text.length === 18 && !isIdPlaceholder(text)) {
    const isId = holder !== 'organization' && isValidIdNumber(text);
    if (isId || (isValidUscc(text) && isIssuedPair(text))) {
      return clean({ text, kind: isId ? 'id_number' : 'uscc', valid: true });
    }
  } else if (text.length <= 10 && holder !== 'person') {
    const code = normaliseOrgCode(text);
    if (isValidOrgCode(code) && !isIdPlaceholder(code)) return clean({ text: code, kind: 'org_code', valid: true });
  }
  return readUnusual(text, holder);
}
