/**
 * Mojibake: UTF-8 text whose bytes were read as GBK (拉萨 → 鎷夎惃). Undoing it means going back to the bytes. Where the
 * reading program replaced bytes that are no GBK by `?`, the text is lost but still recognisable by what is left.
 */
import { gbCodes } from './gb-bytes.ts';
import { canBeUtf8, decode, decodeWhole, LOST, survey } from './torn-utf8.ts';

export interface MojibakeFinding {
  /** `restored`: `text` is what was meant. `lost`: bytes are gone and `text` is the input. */
  readonly state: 'restored' | 'lost';
  readonly text: string;
}

/** Unit → whether its bytes can stem from UTF-8. The first character of ordinary Chinese nearly always says no. */
let possible: Uint8Array | undefined;

function possibleUnits(): Uint8Array {
  if (possible !== undefined) return possible;
  possible = new Uint8Array(0x10000);
  const codes = gbCodes();
  for (let unit = 0x80; unit < 0x10000; unit++) {
    const code = codes[unit] ?? 0;
    if (code === 0) continue;
    const lead = code >> 8;
    const trail = code & 0xff;
    // Behind an odd number of bytes the reading program takes an ASCII letter for the second half of a character.
    const swallowed = lead > 0 && trail < 0x80;
    if ((lead === 0 || canBeUtf8(lead)) && (swallowed || canBeUtf8(trail))) possible[unit] = 1;
  }
  possible[0xfffd] = 1;
  return possible;
}

/** Every character that is not ASCII can stem from UTF-8 bytes, and there are at least two of them. */
function mayBeMojibake(text: string): boolean {
  const units = possible ?? possibleUnits();
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (units[unit] === 0) return false;
    seen++;
  }
  return seen >= 2;
}

/** Back to the bytes that were misread; `?` and U+FFFD become LOST. */
function toBytes(text: string): number[] {
  const codes = gbCodes();
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3f || unit === 0xfffd) bytes.push(LOST);
    else if (unit < 0x80) bytes.push(unit);
    else {
      const code = codes[unit] ?? 0;
      if (code > 0xff) bytes.push(code >> 8);
      bytes.push(code & 0xff);
    }
  }
  return bytes;
}

/** Share of characters in GB 2312 level 1, the 3755 everyday characters; private use and rare ones lower it. */
function commonShare(text: string): number {
  const codes = gbCodes();
  let common = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 || unit === 0xfffd) continue;
    all++;
    const code = codes[unit] ?? 0;
    const trail = code & 0xff;
    const isLevelOne = code >= 0xb0a1 && code <= 0xd7f9 && trail >= 0xa1;
    const isPunctuation = code >= 0xa1a1 && code <= 0xa3fe && trail >= 0xa1;
    const isTibetan = unit >= 0x0f00 && unit <= 0x0fff;
    if (isLevelOne || isPunctuation || isTibetan) common++;
  }
  return all === 0 ? 0 : common / all;
}

const LEAST_WHOLE = 2;
/** Letters behind the mojibake: a sign and a single character come about by chance. */
const TWO_LETTERS = /\p{L}.*\p{L}/su;
/** That many bytes in the order of UTF-8 are no chance, however torn the text is: ordinary Chinese strays in the first. */
const LEAST_FITTING = 18;
/** Share of everyday characters that the text behind the mojibake has, and that mojibake itself stays below. */
const PLAUSIBLE = 0.6;

/** Mojibake in the whole text; null where there is none. ASCII inside it (numbers, spaces) survives and is expected. */
export function findMojibake(text: string): MojibakeFinding | null {
  if (!mayBeMojibake(text)) return null;
  const bytes = toBytes(text);
  const { whole, torn, stray, lost } = survey(bytes);
  if (stray > 0) return null;
  if (lost > 0 && whole * 3 + torn >= LEAST_FITTING && commonShare(text) < PLAUSIBLE) return { state: 'lost', text };
  if (whole < LEAST_WHOLE) return null;
  const isWhole = torn === 0 && lost === 0;
  const meant = isWhole ? decode(bytes) : decodeWhole(bytes);
  if (meant === null || !TWO_LETTERS.test(meant)) return null;
  const share = commonShare(meant);
  if (share < PLAUSIBLE || commonShare(text) >= share) return null;
  return isWhole ? { state: 'restored', text: meant } : { state: 'lost', text };
}
