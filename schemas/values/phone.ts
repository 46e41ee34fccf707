/** Telephone numbers: mobiles, landlines, 400/800 and service numbers, several in one field. The text is kept. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { isNoValueWord } from './no-value.ts';
import { toHalfWidth } from './width.ts';

const PLAIN_MOBILE = /^1[3-9]\d{9}$/;
const NUMBER_SEPARATORS = /[、/;,，；或]+/;
const SPACES = /\s+/;
const LABEL = /^(?:电话|手机|联系电话|办公电话|座机|传真|tel|mobile)[:：]?/i;
const NOTE = /[（(](?!0\d{2,3}[)）])[^()（）]*[)）]$/;
const COUNTRY = /^(?:\+|00)?86[-\s]?(?=1[3-9]\d|0?[1-9]\d{1,2}[-\s])/;
const AREA_WITHOUT_ZERO = /^(?:10|[2-9]\d{1,2})[-\s]/;
const EXTENSION = /(?:转|ext\.?|x|-|#|分机)\s*\d{1,6}$/i;
const FILLERS = /[-\s()（）.—]/g;
const ONE_NUMBER =
  /^(?:1[3-9]\d{9}|0(?:10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7}|[2-9]\d{6,7}|[48]00\d{7}|12\d{3}|95\d{3}|1[01]\d|96\d{3,4})$/;

/** Without label, note and country code; behind a country code the area code is written without its zero. */
function toNational(text: string): string {
  const bare = text.trim().replace(LABEL, '').replace(NOTE, '').trim();
  const national = bare.replace(COUNTRY, '');
  return national !== bare && AREA_WITHOUT_ZERO.test(national) ? `0${national}` : national;
}

/** One number, possibly with country code and extension. */
function isPhone(text: string): boolean {
  const national = toNational(text);
  return (
    ONE_NUMBER.test(national.replace(FILLERS, '')) ||
    ONE_NUMBER.test(national.replace(EXTENSION, '').replace(FILLERS, ''))
  );
}

function arePhones(text: string): boolean {
  if (isPhone(text)) return true;
  const parts = text.split(NUMBER_SEPARATORS).filter((part) => part.trim() !== '');
  if (parts.length > 1) return parts.every((part) => arePhones(part));
  // Two numbers with only a space between them; an area code before a space belongs to what follows.
  const words = text.trim().split(SPACES);
  return words.length > 1 && words.every((word) => isPhone(word));
}

/** The number as delivered, trimmed and half width; `phone_invalid` where it cannot be dialled. */
export function readPhone(text: string): Reading<string> {
  if (PLAIN_MOBILE.test(text)) return clean(text);
  const typed = toHalfWidth(text).trim();
  if (isNoValueWord(typed)) return noValue();
  return arePhones(typed) ? clean(typed) : found(typed, 'phone_invalid');
}
