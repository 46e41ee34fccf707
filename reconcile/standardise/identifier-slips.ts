/**
 * What a mistyped identifier may have been: all valid numbers that one wrong character or two swapped neighbours lead to.
 * A check digit catches both slips, so a valid number has no such neighbour among valid ones but by way of two slips: a
 * failing number and a valid one are told to belong together by looking the valid one up among the candidates.
 */
import { isValidIdNumber } from '../../schemas/identifiers/id-number.ts';
import { isValidOrgCode } from '../../schemas/identifiers/org-code.ts';
import { isValidRegistrationNumber } from '../../schemas/identifiers/registration-number.ts';
import { isValidUscc } from '../../schemas/identifiers/uscc.ts';

const DIGITS = '0123456789';
const DIGITS_X = `${DIGITS}X`;
const LETTERS_AND_DIGITS = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

interface Kind {
  readonly length: number;
  readonly alphabet: string;
  readonly isValid: (text: string) => boolean;
}

const ID_NUMBER: Kind = { length: 18, alphabet: DIGITS_X, isValid: isValidIdNumber };
const USCC: Kind = { length: 18, alphabet: LETTERS_AND_DIGITS, isValid: isValidUscc };
const ORG_CODE: Kind = { length: 9, alphabet: LETTERS_AND_DIGITS, isValid: isValidOrgCode };
const REGISTRATION: Kind = { length: 15, alphabet: DIGITS, isValid: isValidRegistrationNumber };

function candidates(text: string, { length, alphabet, isValid }: Kind): string[] {
  if (text.length !== length || isValid(text)) return [];
  const found = new Set<string>();
  for (let i = 0; i < length; i++) {
    const [before, own, after] = [text.slice(0, i), text.charAt(i), text.slice(i + 1)];
    for (const other of alphabet) {
      const changed = before + other + after;
      if (other !== own && isValid(changed)) found.add(changed);
    }
    const next = after.charAt(0);
    const swapped = before + next + own + after.slice(1);
    if (next !== '' && next !== own && isValid(swapped)) found.add(swapped);
  }
  return [...found];
}

/** Valid ID numbers one slip away from a failing one; none for a valid number or a text of another length. */
export const idNumberCandidates = (text: string): string[] => candidates(text, ID_NUMBER);
export const orgCodeCandidates = (text: string): string[] => candidates(text, ORG_CODE);
export const registrationCandidates = (text: string): string[] => candidates(text, REGISTRATION);

/** Candidates whose organisation code (characters 9–17) passes its own check, or all where none does. */
export function usccCandidates(text: string): string[] {
  const all = candidates(text, USCC);
  const coherent = all.filter((code) => isValidOrgCode(code.slice(8, 17)));
  return coherent.length > 0 ? coherent : all;
}
