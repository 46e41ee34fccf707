/** Findings of `ggzy check`: one line each, the next step below. */
import type { Language, Say } from '../core/language.ts';

type Texts = Readonly<Record<Language, string>>;

export interface FindingLine {
  /** System, or 目标库. */
  readonly where: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly rule: string;
  readonly stream?: string;
  readonly position?: string;
  readonly message: Texts;
  readonly next?: Texts;
}

const MARKS = { error: '✗', warning: '!', info: '·' } as const;
const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

export function renderFindings(findings: readonly FindingLine[], language: Language, say: Say): string {
  const sorted = [...findings].sort((a, b) => GRAVITY[a.level] - GRAVITY[b.level]);
  return sorted
    .map(({ where, level, stream, message, next }) => {
      const place = [where, ...(stream === undefined ? [] : [stream])].join(' ');
      const advice = next ? `\n    ${say('下一步：', 'next: ')}${next[language]}` : '';
      return `${MARKS[level]} ${place}  ${message[language]}${advice}`;
    })
    .join('\n');
}
