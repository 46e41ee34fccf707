/** The words of the decision column, and what they mean. Sheets of both languages are read whatever the language. */
import type { Language } from '../../core/language.ts';

export type SheetVerdict = 'same' | 'different' | 'unsure';

export const VERDICT_WORDS: Readonly<Record<Language, Readonly<Record<SheetVerdict, string>>>> = {
  zh: { same: '同一', different: '不同', unsure: '待定' },
  en: { same: 'same', different: 'different', unsure: 'unsure' },
};

const MEANING = new Map(
  Object.values(VERDICT_WORDS).flatMap((words) =>
    Object.entries(words).map(([verdict, word]) => [word, verdict as SheetVerdict] as const),
  ),
);

/** @returns undefined where the text is none of the words. */
export function findVerdict(text: string): SheetVerdict | undefined {
  return MEANING.get(text.trim().toLowerCase());
}
