/** Telephone numbers as digits, so that 138-1361-1297, 13813611297 and +86 138 1361 1297 are one. */
import { toHalfWidth } from '../../schemas/values/width.ts';

const SEPARATORS = /[、/;,，；或]+|\s{2,}/;
const NOTE = /[（(](?!0\d{2,3}[)）])[^()（）]*[)）]$/;
const COUNTRY = /^(?:\+|00)86|^86(?=1[3-9]\d{9}$)/;
const EXTENSION = /(?:转|ext\.?|x|#|分机)\s*\d{1,6}$/i;
const HYPHENED_EXTENSION = /^(0\d{2,3}-\d{7,8})-\d{1,6}$/;
/** Behind a country code the area code has lost its zero. */
const AREA_WITHOUT_ZERO = /^(?:10|[2-9]\d{1,2})\d{7,8}$/;
const NO_DIGIT = /\D/g;
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0(?:10|2\d)[2-9]\d{7}$|^0[3-9]\d{2}[2-9]\d{6,7}$/;
/** Numbers that a hurried clerk types: one digit throughout. */
const ONE_DIGIT = /^(\d)\1*$/;
const SHORTEST = 7;

export interface Phones {
  readonly mobiles: readonly string[];
  /** Area code and number, without extension. Offices share them. */
  readonly landlines: readonly string[];
  /** Digits that can be dialled by nobody, but may be a mistyped number: at least seven. */
  readonly doubtful: readonly string[];
}

function toDigits(text: string): string {
  const plain = text.trim().replace(NOTE, '').replace(EXTENSION, '').replace(HYPHENED_EXTENSION, '$1');
  const dialled = plain.replace(/^[^\d+]+/, '');
  const national = dialled.replace(COUNTRY, '');
  const digits = national.replace(NO_DIGIT, '');
  return national !== dialled && AREA_WITHOUT_ZERO.test(digits) ? `0${digits}` : digits;
}

/** All numbers of the given fields, each once. `areaCode` (0891) completes landlines that are written without one. */
export function readPhones(texts: readonly (string | null)[], areaCode = ''): Phones {
  const mobiles = new Set<string>();
  const landlines = new Set<string>();
  const doubtful = new Set<string>();
  for (const text of texts) {
    for (const part of toHalfWidth(text ?? '').split(SEPARATORS)) {
      const digits = toDigits(part);
      if (digits.length < SHORTEST || ONE_DIGIT.test(digits)) continue;
      const withArea = digits.length <= 8 && areaCode !== '' && !digits.startsWith('0') ? areaCode + digits : digits;
      if (MOBILE.test(digits)) mobiles.add(digits);
      else if (LANDLINE.test(withArea)) landlines.add(withArea);
      else doubtful.add(digits);
    }
  }
  return { mobiles: [...mobiles], landlines: [...landlines], doubtful: [...doubtful] };
}
