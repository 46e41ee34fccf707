/** Exact decimal text of a numeric cell. Never through a JavaScript number. */

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
/** A spreadsheet keeps 15 significant digits; what a file holds beyond is the noise of binary fractions. */
const SIGNIFICANT = 15;

/**
 * Plain digits, rounded to 15 significant ones. A number of 16 or more integer digits is given in scientific notation:
 * such a "number" is a long code that a spreadsheet has rounded, and must not pass for one that is whole.
 */
export function numberText(raw: string): string {
  if (raw.length <= SIGNIFICANT && PLAIN.test(raw)) return raw;
  const match = NUMBER.exec(raw.trim());
  if (!match || (!match[2] && !match[3])) return raw;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const significant = roundDigits((whole + fraction).replace(/^0+/, ''));
  if (significant.digits === '') return '0';
  const leadingZeros = (whole + fraction).length - (whole + fraction).replace(/^0+/, '').length;
  const integerDigits = whole.length - leadingZeros + Number(exponent) + significant.carry;
  return (sign === '-' ? '-' : '') + layOut(significant.digits, integerDigits);
}

/** `carry` is 1 when rounding made the number one digit longer (9.99… to 10). */
function roundDigits(digits: string): { digits: string; carry: number } {
  if (digits.length <= SIGNIFICANT) return { digits: trimZeros(digits), carry: 0 };
  const kept = BigInt(digits.slice(0, SIGNIFICANT)) + (digits.charAt(SIGNIFICANT) >= '5' ? 1n : 0n);
  const text = kept.toString();
  return { digits: trimZeros(text), carry: text.length - SIGNIFICANT };
}

function trimZeros(digits: string): string {
  return digits.replace(/0+$/, '');
}

/** `integerDigits` digits stand before the decimal point; negative for zeros behind it. */
function layOut(digits: string, integerDigits: number): string {
  if (integerDigits > SIGNIFICANT) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${digits.charAt(0)}${fraction}E+${integerDigits - 1}`;
  }
  if (integerDigits <= 0) return `0.${'0'.repeat(-integerDigits)}${digits}`;
  if (digits.length <= integerDigits) return digits.padEnd(integerDigits, '0');
  return `${digits.slice(0, integerDigits)}.${digits.slice(integerDigits)}`;
}
