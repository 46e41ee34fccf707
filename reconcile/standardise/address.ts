/** Addresses without the province everybody leaves out or not: whole, and up to the house number. */
import { hasLostCharacter, toOneForm } from './characters.ts';
import { takePlace } from './places.ts';

/** A street or village, and the number of the house. Chinese numerals count as numbers. */
const HOUSE = /^(.*?[\d一二三四五六七八九十百]+号)/;
const PUNCTUATION = /[,，.。、;；:：()（）【】[\]#-]/g;

export interface Address {
  /** Place below the province, street, number, building, flat. */
  readonly whole: string;
  /** `whole` up to the house number; empty where there is none. */
  readonly house: string;
}

/** Null where the text is empty or has lost characters: what is left of it would differ from itself. */
export function readAddress(text: string): Address | null {
  const plain = toOneForm(text).replace(PUNCTUATION, '');
  if (plain === '' || hasLostCharacter(plain)) return null;
  const { levels, rest } = takePlace(plain);
  // The county says where; its province and prefecture are written by some and left out by others.
  const place = levels.at(-1) ?? '';
  const house = HOUSE.exec(rest)?.[1] ?? '';
  return { whole: place + rest, house: house === '' ? '' : place + house };
}
