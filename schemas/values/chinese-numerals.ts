/** Chinese numerals: everyday (三百二十), capital (叁佰贰拾) and positional (二〇一九). */

const DIGIT_CHARACTERS = [
  '零〇○',
  '一壹',
  '二贰貳貮两兩',
  '三叁參参',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];
const DIGITS: ReadonlyMap<string, number> = new Map(
  DIGIT_CHARACTERS.flatMap((characters, value) => Array.from(characters, (character) => [character, value] as const)),
);
/** 廿 and 卅 are twenty and thirty in dates. */
const TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
/** Above every unit, so that the first one may be anything. */
const TEN_THOUSAND_AS_UNIT = 10_000;
const TEN_THOUSAND = 10_000n;
const HUNDRED_MILLION = 100_000_000n;
/** 9999万亿 is the largest amount anyone writes; more is noise. */
const LONGEST = 40;

/** The value of one digit character; undefined for anything else. */
export function chineseDigit(character: string): number | undefined {
  return DIGITS.get(character);
}

/** Positional digits: 二〇一九 → 2019; null where a character is no digit. */
export function readPositional(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text === '' || text.length > 9 ? null : value;
}

/** Up to 9999: 三百零二, 十五, 廿三; units must fall and no two digits may stand side by side. Null for anything else. */
export function readBelowTenThousand(text: string): number | null {
  let value = 0;
  let digit: number | null = null;
  let lastUnit = TEN_THOUSAND_AS_UNIT;
  for (const character of text) {
    const unit = UNITS.get(character);
    const tens = TENS.get(character);
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return null;
      // Only ten may stand without a digit: 十五 is fifteen.
      if (digit === null && unit !== 10) return null;
      value += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    } else if (tens !== undefined) {
      if (lastUnit <= 10 || (digit !== null && digit !== 0)) return null;
      value += tens;
      lastUnit = 10;
      digit = null;
    } else {
      const next = DIGITS.get(character);
      if (next === undefined || (digit !== null && digit !== 0)) return null;
      digit = next;
    }
  }
  return text === '' ? null : value + (digit ?? 0);
}

/** Whole numbers with 万 and 亿: 壹亿叁仟陆佰零柒万叁仟柒佰陆拾肆, 壹万贰仟亿. Null for anything else. */
export function readWholeNumber(text: string): bigint | null {
  if (text === '' || text.length > LONGEST) return null;
  const hundredMillions = text.split('亿');
  if (hundredMillions.length > 2) return null;
  if (hundredMillions.length === 1) return readWithTenThousands(text);
  const [head = '', tail = ''] = hundredMillions;
  const high = readWithTenThousands(head);
  const low = tail === '' ? 0n : readWithTenThousands(tail);
  return high === null || high === 0n || low === null ? null : high * HUNDRED_MILLION + low;
}

function readWithTenThousands(text: string): bigint | null {
  const parts = text.split(/[万萬]/);
  if (parts.length > 2) return null;
  const [head = '', tail = ''] = parts;
  const first = readBelowTenThousand(head);
  if (first === null || parts.length === 1) return first === null ? null : BigInt(first);
  const rest = tail === '' ? 0 : readBelowTenThousand(tail);
  return first === 0 || rest === null ? null : BigInt(first) * TEN_THOUSAND + BigInt(rest);
}
