/** Exact decimals as text: no exponent, no leading or trailing zeros, `-` only before a value that is not zero. */

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const SCIENTIFIC = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,2})$/;
const LEADING_ZEROS = /^0+(?=\d)/;
const TRAILING_ZEROS = /0+$/;
const CANONICAL = /^(?:0|[1-9]\d{0,17})(?:\.\d{0,5}[1-9])?$/;
/** Binary floating point keeps 15 decimal digits; what a spreadsheet prints behind them is noise. */
const SIGNIFICANT = 15;
/** No database column of the legacy systems has more decimals, so a longer tail comes from a floating-point number. */
const LONGEST_EXACT_FRACTION = 6;

function join(negative: boolean, whole: string, fraction: string): string {
  const tail = fraction.replace(TRAILING_ZEROS, '');
  const head = whole.replace(LEADING_ZEROS, '') || '0';
  const value = tail === '' ? head : `${head}.${tail}`;
  return negative && value !== '0' ? `-${value}` : value;
}

/** Already in canonical form with at most 18 digits before and 6 behind the point. */
export function isCanonicalAmount(text: string): boolean {
  return CANONICAL.test(text);
}

/** Keeps `places` digits behind the point, half up on the magnitude. `value` is canonical. */
export function roundPlaces(value: string, places: number): string {
  const point = value.indexOf('.');
  if (point < 0 || value.length - point - 1 <= places) return value;
  const negative = value.startsWith('-');
  const whole = value.slice(negative ? 1 : 0, point);
  const kept = value.slice(point + 1, point + 1 + places);
  const up = value.charCodeAt(point + 1 + places) >= 53;
  const digits = (BigInt(whole + kept) + (up ? 1n : 0n)).toString().padStart(places + 1, '0');
  return join(negative, digits.slice(0, digits.length - places), digits.slice(digits.length - places));
}

/** 709.48689999999999 → 709.4869: the noise behind 15 significant digits goes; exact decimals stay. */
export function dropFloatNoise(value: string): string {
  const point = value.indexOf('.');
  if (point < 0 || value.length - point - 1 <= LONGEST_EXACT_FRACTION) return value;
  const significant = value.replace('.', '').replace(/^-?0*/, '').length;
  if (significant <= SIGNIFICANT) return value;
  const excess = significant - SIGNIFICANT;
  return roundPlaces(value, Math.max(value.length - point - 1 - excess, 0));
}

/** Digits with an optional sign and point → canonical; null for anything else. */
export function readPlain(text: string): string | null {
  const parts = PLAIN.exec(text);
  if (parts === null) return null;
  const whole = parts[2] ?? '';
  const fraction = parts[3] ?? '';
  return whole === '' && fraction === '' ? null : join(parts[1] === '-', whole, fraction);
}

/** `4.8685907E+7` → 48685907, exactly; null for other text and for exponents of three digits. */
export function readScientific(text: string): string | null {
  const parts = SCIENTIFIC.exec(text);
  if (parts === null) return null;
  const value = join(parts[1] === '-', parts[2] ?? '', parts[3] ?? '');
  return shiftPoint(value, Number(parts[4]));
}

/** Multiplies a canonical decimal by 10^places, places of either sign. */
export function shiftPoint(value: string, places: number): string {
  if (places === 0 || value === '0') return value;
  const negative = value.startsWith('-');
  const unsigned = negative ? value.slice(1) : value;
  const point = unsigned.indexOf('.');
  const whole = point < 0 ? unsigned : unsigned.slice(0, point);
  const fraction = point < 0 ? '' : unsigned.slice(point + 1);
  if (places > 0) {
    const padded = fraction.padEnd(places, '0');
    return join(negative, whole + padded.slice(0, places), padded.slice(places));
  }
  const padded = whole.padStart(1 - places, '0');
  const split = padded.length + places;
  return join(negative, padded.slice(0, split), padded.slice(split) + fraction);
}

function compareUnsigned(a: string, b: string): number {
  const [wholeA = '', fractionA = ''] = a.split('.');
  const [wholeB = '', fractionB = ''] = b.split('.');
  if (wholeA.length !== wholeB.length) return wholeA.length < wholeB.length ? -1 : 1;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  if (fractionA === fractionB) return 0;
  return fractionA < fractionB ? -1 : 1;
}

/** −1, 0 or 1 for two canonical decimals, compared by value and exactly. */
export function compareDecimals(a: string, b: string): number {
  const negativeA = a.startsWith('-');
  const negativeB = b.startsWith('-');
  if (negativeA !== negativeB) return negativeA ? -1 : 1;
  return negativeA ? compareUnsigned(b.slice(1), a.slice(1)) : compareUnsigned(a, b);
}
