/**
 * The name of a person in parts and in the spellings under which two records meet. Most Tibetan names have no surname;
 * some carry a house name before a dot (阿沛·阿旺晋美) or a Han surname (张彭措), and namesakes are told apart by 大, 中, 小
 * or a place in brackets. Dots and spaces between the words of one name say nothing.
 */
import { hasLostCharacter, splitAtDots, toOneForm } from './characters.ts';
import { isNameWord, looseSpelling, segmentName, strictSpelling } from './name-spellings.ts';
import { plainPinyin, surnamePinyin } from './pinyin.ts';
import { possibleSurname } from './surnames.ts';

export interface PersonName {
  /** Without dots, spaces and the note that tells namesakes apart; characters in one form. */
  readonly text: string;
  /** `text` with every widely attested spelling replaced by the first one of its word. */
  readonly variant: string;
  /** The same with seldom attested spellings. */
  readonly looseVariant: string;
  /** Plain reading, then the reading with a surname where it differs. */
  readonly pinyin: readonly string[];
  /** Han surname before Han or Tibetan given name; empty where there is none. */
  readonly surname: string;
  readonly house: string;
  /** 大, 中, 小, or what stood in brackets; empty without. */
  readonly note: string;
  /** First syllables of the two words (1 and 3 of four): how colleagues shorten a name. Empty for other names. */
  readonly contraction: string;
  /** `variant` without house or surname; empty where there is none, or the rest is no Tibetan name. */
  readonly withoutFront: string;
  /** The two words of the name, as `variant` spells them; each is a common name by itself. */
  readonly words: readonly string[];
}

const NOTE = /^(.+?)[（([〔]([^）)\]〕]{1,8})[）)\]〕]$/;
const SIZES = '大中小';
const ORDINARY_SYLLABLES = 4;

interface Bare {
  readonly parts: readonly string[];
  readonly note: string;
}

function isMadeOfWords(text: string): boolean {
  return text.length > 1 && segmentName(text).every(isNameWord);
}

/** Takes the note off: behind in brackets, or 大/中/小 before or behind a name that is whole without it. */
function takeNote(text: string): Bare {
  const bracket = NOTE.exec(text);
  if (bracket !== null) return { parts: splitAtDots(bracket[1] ?? ''), note: toOneForm(bracket[2] ?? '') };
  const parts = splitAtDots(text);
  const whole = parts.join('');
  if (parts.length !== 1 || whole.length % 2 === 0 || isMadeOfWords(whole)) return { parts, note: '' };
  const [first, last] = [whole.slice(0, 1), whole.slice(-1)];
  if (SIZES.includes(first) && isMadeOfWords(whole.slice(1))) return { parts: [whole.slice(1)], note: first };
  if (SIZES.includes(last) && isMadeOfWords(whole.slice(0, -1))) return { parts: [whole.slice(0, -1)], note: last };
  return { parts, note: '' };
}

/** A first part is a house where the rest is a name of four syllables; else the dot only parts two words of a name. */
function findHouse(parts: readonly string[]): string {
  const [first = '', ...rest] = parts;
  if (parts.length > 1) return rest.join('').length >= ORDINARY_SYLLABLES ? first : '';
  const tail = first.slice(-ORDINARY_SYLLABLES);
  const head = first.slice(0, -ORDINARY_SYLLABLES);
  return head.length > 1 && !isMadeOfWords(head) && isMadeOfWords(tail) ? head : '';
}

function findSurname(name: string): string {
  const surname = possibleSurname(name);
  const given = name.slice(surname.length);
  if (surname === '' || isMadeOfWords(name)) return '';
  if (isMadeOfWords(given)) return surname;
  return name.length <= surname.length + 2 && !segmentName(given).some(isNameWord) ? surname : '';
}

/** The two words of a given name, where it has two: both known, or one known in a name of four syllables. */
function twoWords(given: string, words: readonly string[]): readonly [string, string] | null {
  if (!words.some(isNameWord)) return null;
  const [first = '', second = ''] = words;
  if (words.length === 2 && first.length > 1 && second.length > 1) return [first, second];
  return given.length === ORDINARY_SYLLABLES ? [given.slice(0, 2), given.slice(2)] : null;
}

/** A lost character between whole words was a dot the code page did not have. */
function dropLostDots(text: string): string {
  if (!hasLostCharacter(text)) return text;
  const without = text.replaceAll(/[?\ufffd]/g, '');
  return isMadeOfWords(without) ? without : text;
}

/** Null where nothing is left of the text. */
export function readPersonName(text: string): PersonName | null {
  const { parts, note } = takeNote(text.trim());
  const whole = dropLostDots(parts.join(''));
  if (whole === '') return null;
  const house = findHouse(parts);
  const surname = house === '' ? findSurname(whole) : '';
  const given = whole.slice(house.length + surname.length);
  const words = segmentName(given);
  const front = house + surname;
  const two = twoWords(given, words);
  return {
    text: whole,
    variant: front + strictSpelling(words),
    looseVariant: front + looseSpelling(words),
    pinyin: [...new Set([plainPinyin(whole), surnamePinyin(whole)])],
    surname,
    house,
    note,
    contraction: two === null ? '' : two[0].charAt(0) + two[1].charAt(0),
    withoutFront: front !== '' && words.some(isNameWord) ? strictSpelling(words) : '',
    words: (two ?? []).map((word) => strictSpelling(segmentName(word))),
  };
}
