/** The waterfall of a pair in words that a steward reads without knowing the model. */
import type { Language } from '../../core/language.ts';
import type { ReviewPair } from './item.ts';
import { VERDICT_WORDS } from './verdicts.ts';

/** A weight of log2, as people weigh: one decimal, always with its sign. */
export function signed(weight: number): string {
  const rounded = weight.toFixed(1);
  return weight < 0 || rounded === '-0.0' ? rounded.replace('-', '−') : `+${rounded}`;
}

/** Odds for the same, of a weight: 1000 : 1. Beyond a million nobody imagines more. */
export function odds(weight: number): string {
  const one = (power: number): string =>
    power > 20 ? '>1,000,000' : Math.max(1, Math.round(2 ** power)).toLocaleString('en');
  return weight >= 0 ? `${one(weight)} : 1` : `1 : ${one(-weight)}`;
}

const WORDS = {
  zh: {
    same: '同一的赔率',
    conflict: '两个有效证件号不同：合并须两人确认',
    stale: '原判定之后资料已变更',
    waits: '待第二人确认',
    silent: '无从比较',
    comma: '、',
  },
  en: {
    same: 'odds for the same',
    conflict: 'two valid codes differ: joining them needs two people',
    stale: 'data have changed since it was judged',
    waits: 'waits for a second person',
    silent: 'nothing to compare',
    comma: ', ',
  },
} as const;

/** The strongest evidence first, each with its weight; the sum and the odds at the end. */
export function describePair({ steps, weight, conflict, judged }: ReviewPair, language: Language): string {
  const words = WORDS[language];
  const telling = steps.filter((step) => step.weight !== 0);
  const silent = steps.filter((step) => step.weight === 0).map(({ label }) => label[language]);
  const lines = telling
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map((step) => `${signed(step.weight)} ${step.label[language]}：${step.level[language]}`);
  // What could not be compared is said in one line: a steward looks for what speaks.
  const rest = silent.length > 0 ? [`${words.silent}：${silent.join(words.comma)}`] : [];
  const total = `= ${signed(weight)}（${words.same} ${odds(weight)}）`;
  const before = judged
    ? [`${words[judged.state]}：${VERDICT_WORDS[language][judged.verdict]} ${judged.by} ${judged.on}`]
    : [];
  return [...(conflict ? [words.conflict] : []), ...before, ...lines, ...rest, total].join('\n');
}
