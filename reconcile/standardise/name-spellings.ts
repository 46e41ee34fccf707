/** Which word a spelling stands for, and how a name parts into words. Two grades: widely attested, and all. */
import { SELDOM_ATTESTED, WIDELY_ATTESTED } from './name-words.ts';

const LONGEST_WORD = 3;

function readGroups(lines: readonly string[]): string[][] {
  return lines.flatMap((line) => line.split('|')).map((group) => group.split(' '));
}

/** Spellings that two words share (久美 is 晋美 or 居美) decide nothing: at the strict grade they stand for themselves. */
function strictWords(): Map<string, string> {
  const words = new Map<string, string>();
  const groups = [...readGroups(WIDELY_ATTESTED), ...readGroups(SELDOM_ATTESTED)];
  const seen = new Map<string, number>();
  for (const spelling of groups.flat()) seen.set(spelling, (seen.get(spelling) ?? 0) + 1);
  for (const group of readGroups(WIDELY_ATTESTED)) {
    for (const spelling of group) words.set(spelling, seen.get(spelling) === 1 ? (group[0] ?? spelling) : spelling);
  }
  for (const spelling of readGroups(SELDOM_ATTESTED).flat()) {
    if (!words.has(spelling)) words.set(spelling, spelling);
  }
  return words;
}

/** At the loose grade words that share a spelling are one. */
function looseWords(): Map<string, string> {
  const words = new Map<string, string>();
  for (const group of [...readGroups(WIDELY_ATTESTED), ...readGroups(SELDOM_ATTESTED)]) {
    const shared = group.find((spelling) => words.has(spelling));
    const word = (shared === undefined ? group[0] : words.get(shared)) ?? '';
    for (const spelling of group) {
      const before = words.get(spelling);
      if (before === undefined) words.set(spelling, word);
      else if (before !== word) for (const [known, its] of words) if (its === before) words.set(known, word);
    }
  }
  return words;
}

const STRICT = strictWords();
const LOOSE = looseWords();

/** Whether the text is a word of Tibetan names as the table knows them. */
export function isNameWord(text: string): boolean {
  return STRICT.has(text);
}

/**
 * Parts a name into the words of the table, so that most characters are covered by the fewest words; characters between
 * them stand alone. `索朗旦巴` → 索朗, 旦巴.
 */
export function segmentName(text: string): string[] {
  const best: { readonly cost: number; readonly words: readonly string[] }[] = [{ cost: 0, words: [] }];
  for (let end = 1; end <= text.length; end++) {
    let found = { cost: Number.POSITIVE_INFINITY, words: [] as readonly string[] };
    for (let length = 1; length <= Math.min(LONGEST_WORD, end); length++) {
      const word = text.slice(end - length, end);
      const before = best[end - length];
      const known = length > 1 && STRICT.has(word);
      if (before === undefined || (length > 1 && !known)) continue;
      const cost = before.cost + (known ? 1 : 10);
      if (cost < found.cost) found = { cost, words: [...before.words, word] };
    }
    best.push(found);
  }
  return [...(best[text.length]?.words ?? [])];
}

/** One spelling for all widely attested ones; unknown characters stay. */
export function strictSpelling(words: readonly string[]): string {
  return words.map((word) => STRICT.get(word) ?? word).join('');
}

/** One spelling for all attested ones, seldom ones included. */
export function looseSpelling(words: readonly string[]): string {
  return words.map((word) => LOOSE.get(word) ?? word).join('');
}
