/** Identifiers that are right by construction. The checks are computed here from the standards once more. */
import * as fc from 'fast-check';

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

export const usccs: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '11', '12', '51', '52'),
    digits(6),
    fc.array(fc.constantFrom(...Array.from(USCC_ALPHABET)), { minLength: 9, maxLength: 9 }),
  )
  .map(([pair, division, subject]) => {
    const first17 = pair + division + subject.join('');
    let sum = 0;
    let weight = 1;
    for (const character of first17) {
      sum += USCC_ALPHABET.indexOf(character) * weight;
      weight = (weight * 3) % 31;
    }
    return first17 + USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
  });

/** ISO 7064 MOD 11-2 as the standard defines it: the weight of place i from the right is 2^i mod 11. */
export function completeId(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17.charAt(i)) * (2 ** (17 - i) % 11);
  return first17 + '10X98765432'.charAt(sum % 11);
}

const days = fc
  .date({ min: new Date('1901-01-01'), max: new Date('1999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

export const idNumbers: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('540102', '542221', '110105', '510100'), days, fc.integer({ min: 1, max: 995 }))
  .map(([division, day, serial]) => completeId(division + day + String(serial).padStart(3, '0')));

/** The text with one digit changed at `place`, whatever was there. */
export function changeDigit(text: string, place: number, by: number): string {
  const digit = Number(text.charAt(place));
  return `${text.slice(0, place)}${(digit + by) % 10}${text.slice(place + 1)}`;
}

export function toFullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** Any Unicode, lone surrogates and control characters included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.string({ maxLength: 30 }),
);
