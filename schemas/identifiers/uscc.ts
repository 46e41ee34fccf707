/**
 * 统一社会信用代码, the unified social credit code of GB 32100-2015: 18 characters, namely 1 registering department,
 * 1 kind of body, 6 division of registration (GB/T 2260, may be retired), 9 organisation code, 1 check (MOD 31).
 */

/** I, O, S, V and Z are left out because they are misread as digits and U. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const MODULUS = 31;
const NOT_ALLOWED = 255;

const VALUES = new Uint8Array(128).fill(NOT_ALLOWED);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

/**
 * Department and kind that GB 32100 combines. Only used to tell a credit code of digits alone from an ID number:
 * Tibetan ID numbers start with 54, a pair no register issues.
 */
const ISSUED_PAIR = /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)/;

/** Check value of the first 17 characters, −1 where one of them is outside the alphabet or the division is no number. */
function checkValue(text: string): number {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? NOT_ALLOWED;
    if (value === NOT_ALLOWED || (value > 9 && i >= 2 && i < 8)) return -1;
    sum += value * (WEIGHTS[i] ?? 0);
  }
  return (MODULUS - (sum % MODULUS)) % MODULUS;
}

/** The 18th character for the first 17; null where they do not have the layout. */
export function usccCheckCharacter(first17: string): string | null {
  if (first17.length !== 17) return null;
  const value = checkValue(first17);
  return value < 0 ? null : ALPHABET.charAt(value);
}

/** Layout and check character; upper case and half width only. */
export function isValidUscc(text: string): boolean {
  if (text.length !== 18) return false;
  const value = checkValue(text);
  return value >= 0 && ALPHABET.charCodeAt(value) === text.charCodeAt(17);
}

/** Whether department and kind (the first two characters) are a pair that some register issues. */
export function isIssuedPair(text: string): boolean {
  return ISSUED_PAIR.test(text);
}

/** Characters 9–17: the organisation code of the same body, so a record that only has the old code still links. */
export function usccOrgCode(uscc: string): string {
  return uscc.slice(8, 17);
}

/** Characters 3–8: the division of registration, in the edition of that year. */
export function usccDivision(uscc: string): string {
  return uscc.slice(2, 8);
}
