/** Chinese first, English on request. Texts stand in both languages where they are used: `say('隔离', 'quarantined')`. */

export type Language = 'zh' | 'en';
/** A text that is kept in both languages. */
export type Wording = Readonly<Record<Language, string>>;
export type Say = (zh: string, en: string) => string;

export function isLanguage(text: string | undefined): text is Language {
  return text === 'zh' || text === 'en';
}

export function speak(language: Language): Say {
  return language === 'en' ? (_zh, en) => en : (zh) => zh;
}
