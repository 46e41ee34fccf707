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

/** Area codes of the seven prefectures, by the first four digits of a division code. */
const AREA_CODES: Readonly<Record<string, string>> = {
  '5401': '0891',
  '5402': '0892',
  '5403': '0895',
  '5404': '0894',
  '5405': '0893',
  '5406': '0896',
  '5425': '0897',
};

/** Area code of a division in Tibet; empty elsewhere. */
export function areaCodeOf(division: string | null | undefined): string {
  return AREA_CODES[division?.slice(0, 4) ?? ''] ?? '';
}

const MOBILE_AND_ONE = 12;

/** Mobile numbers that a number with one digit too many may have been. */
export function mobilesFromSlips(doubtful: readonly string[]): string[] {
  return doubtful
    .filter((digits) => digits.length === MOBILE_AND_ONE)
    .flatMap((digits) => Array.from(digits, (_, at) => digits.slice(0, at) + digits.slice(at + 1)))
    .filter((digits) => MOBILE.test(digits));
}
