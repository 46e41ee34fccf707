/** What a review sheet would do, as a table: what is new, what changes, what is refused and why. */
import type { Wording } from '../core/language.ts';
import type { AnswerOutcome, SheetJudged, SheetRefusal } from '../pipelines/review-import.ts';
import { VERDICT_WORDS } from '../reports/review/verdicts.ts';
import { renderTable } from '../reports/table.ts';
import type { CliContext } from './context.ts';

export const isRefused = ({ outcome }: AnswerOutcome): boolean => outcome === 'refused';

const OUTCOMES: Readonly<Record<AnswerOutcome['outcome'], Wording>> = {
  appended: { zh: '新判定', en: 'new' },
  waits: { zh: '待第二人确认', en: 'waits for a second person' },
  confirmed: { zh: '第二人确认', en: 'confirmed' },
  refused: { zh: '✗ 不予采纳', en: '✗ refused' },
};
/** Beyond it nobody reads a table in a terminal; refusals are always shown. */
const SHOWN_ROWS = 40;

const REFUSALS: {
  readonly [K in SheetRefusal['kind']]: (refusal: Extract<SheetRefusal, { readonly kind: K }>) => Wording;
} = {
  not_a_review_sheet: ({ detail }) => ({ zh: `不是复核表（${detail}）`, en: `no review sheet (${detail})` }),
  rows_edited: ({ rows }) => ({
    zh: `锁定的单元格被改动，行 ${rows.join(', ')}`,
    en: `locked cells were edited in rows ${rows.join(', ')}`,
  }),
  sheet_edited: () => ({ zh: '行被删除、增加或整体重做', en: 'rows were taken out, added or made anew' }),
  unknown_decision: ({ cell, text }) => ({
    zh: `${cell} 的判定“${text}”无法识别，可用：${Object.values(VERDICT_WORDS.zh).join('、')}`,
    en: `${cell} says "${text}"; valid: ${Object.values(VERDICT_WORDS.en).join(', ')}`,
  }),
  not_from_here: ({ detail }) => ({
    zh: `复核表 ${detail} 不是从这个库导出的，或内容已不是原样`,
    en: `sheet ${detail} was not written from this database, or not as it is now`,
  }),
  imported_before: ({ earlier: { id, by, at } }) => ({
    zh: `同一文件已由 ${by} 导入（编号 ${id}，${at}）`,
    en: `${by} imported this file before (${id}, ${at})`,
  }),
};

export function describeRefusal(refusal: SheetRefusal): Wording {
  return (REFUSALS[refusal.kind] as (refusal: SheetRefusal) => Wording)(refusal);
}

function chooseRows(outcomes: readonly AnswerOutcome[]): AnswerOutcome[] {
  const refused = outcomes.filter(isRefused);
  const others = outcomes.filter((outcome) => !isRefused(outcome));
  return [...refused, ...others.slice(0, Math.max(0, SHOWN_ROWS - refused.length))];
}

export function renderOutcomes({ outcomes, repeated }: SheetJudged, { language, say }: CliContext): string {
  const words = VERDICT_WORDS[language];
  const shown = chooseRows(outcomes);
  const table = renderTable<AnswerOutcome>(
    [
      { title: say('行', 'row'), value: ({ answer }) => String(answer.row), align: 'right' },
      { title: say('判定', 'decision'), value: ({ answer }) => words[answer.verdict] },
      {
        title: say('原判定', 'before'),
        value: ({ before }) => (before ? `${words[before.verdict]} ${before.by}` : '–'),
      },
      { title: say('结果', 'result'), value: ({ outcome }) => OUTCOMES[outcome][language] },
      { title: '', value: ({ message }) => message?.[language] ?? '' },
    ],
    shown,
  );
  const rest = outcomes.length - shown.length;
  const more = rest > 0 ? [say(`… 另有 ${rest} 行`, `… and ${rest} more rows`)] : [];
  const counts = (Object.keys(OUTCOMES) as AnswerOutcome['outcome'][])
    .map((outcome) => [outcome, outcomes.filter((one) => one.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${OUTCOMES[outcome][language]} ${count}`);
  const again = repeated > 0 ? [say(`已有相同判定 ${repeated}`, `judged so before ${repeated}`)] : [];
  const summary = [...counts, ...again].join(say('，', ', ')) || say('没有填写判定', 'no decision is filled in');
  return [...(outcomes.length > 0 ? [table, ...more] : []), summary].join('\n');
}
