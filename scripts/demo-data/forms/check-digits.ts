/** Identifiers with check digits, written here on their own so that the product's checks meet a second opinion. */
import type { Random } from './random.ts';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function weighted(text: string, weights: readonly number[], value: (character: string) => number): number {
  let sum = 0;
  for (const [place, weight] of weights.entries()) sum += weight * value(text.charAt(place));
  return sum;
}

/** 17 digits → ID number of 18. */
export function withIdCheck(body: string): string {
  return body + '10X98765432'.charAt(weighted(body, ID_WEIGHTS, Number) % 11);
}

export function isValidId(text: string): boolean {
  // The birth date tells it from a credit code of digits only.
  return (
    /^[1-8]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dX]$/.test(text) &&
    withIdCheck(text.slice(0, 17)) === text
  );
}

/** Old 15-digit form of a person born in the twentieth century. */
export function shortenId(id: string): string {
  return id.slice(0, 6) + id.slice(8, 17);
}

/** 17 characters → credit code of 18. */
export function withUsccCheck(body: string): string {
  const sum = weighted(body, USCC_WEIGHTS, (character) => USCC_ALPHABET.indexOf(character));
  return body + USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function isValidUscc(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text) && withUsccCheck(text.slice(0, 17)) === text;
}

/** 8 characters → organisation code of 9. */
export function withOrgCheck(body: string): string {
  const rest = 11 - (weighted(body, ORG_WEIGHTS, (character) => Number.parseInt(character, 36)) % 11);
  return body + (rest === 10 ? 'X' : String(rest % 11));
}

/** 14 digits → registration number of 15 (MOD 11,10). */
export function withRegistrationCheck(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = ((product % 11) + Number(digit)) % 10;
    product = (sum === 0 ? 10 : sum) * 2;
  }
  return body + String((11 - (product % 11)) % 10);
}

/** Organisation code whose check character also is a letter of the credit code alphabet (always: X or a digit). */
export function makeOrgCode(random: Random, modern: boolean): string {
  const body = modern
    ? `MA6${Array.from({ length: 5 }, () => random.pick(USCC_ALPHABET.split(''))).join('')}`
    : `7${random.digits(7)}`;
  return withOrgCheck(body);
}

/** Credit code of a company (91) or an authority (11) registered in a division. */
export function makeUscc(kind: '91' | '11', division: string, orgCode: string): string {
  return withUsccCheck(kind + division + orgCode);
}
