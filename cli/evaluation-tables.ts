/** How good a reconciliation is, as tables. */
import type { Say, Wording } from '../core/language.ts';
import type { JudgementEvaluation, LabelEvaluation } from '../pipelines/reconcile/evaluate.ts';
import { formatCount } from '../reports/figures.ts';
import { renderTable } from '../reports/table.ts';

type CountedQuality = LabelEvaluation['edges'];
type BandShare = LabelEvaluation['bands']['merge']['all'];

const SHOWN_WRONG = 20;
const share = (value: number): string => value.toFixed(4);
const within = ({ low, high }: { low: number; high: number }): string => `${low.toFixed(3)}–${high.toFixed(3)}`;

const EVIDENCE: Readonly<Record<keyof LabelEvaluation['components'], Wording>> = {
  all: { zh: '全部', en: 'all' },
  both: { zh: '双方有证件号', en: 'both show an identifier' },
  one: { zh: '一方有证件号', en: 'one does' },
  none: { zh: '双方都没有', en: 'none does' },
};
const BANDS: Readonly<Record<keyof LabelEvaluation['bands'], Wording>> = {
  merge: { zh: '合并段', en: 'merge' },
  review: { zh: '复核段', en: 'review' },
  apart: { zh: '不合并段', en: 'apart' },
};

interface QualityRow {
  readonly title: string;
  readonly of: CountedQuality;
}

function renderQualities(rows: readonly QualityRow[], say: Say): string {
  const right = 'right' as const;
  return renderTable<QualityRow>(
    [
      { title: say('证据', 'evidence'), value: ({ title }) => title },
      { title: say('真对', 'true pairs'), value: ({ of }) => formatCount(of.actual), align: right },
      { title: say('合并对', 'joined'), value: ({ of }) => formatCount(of.claimed), align: right },
      { title: say('错误', 'wrong'), value: ({ of }) => formatCount(of.claimed - of.hits), align: right },
      { title: say('查准率', 'precision'), value: ({ of }) => share(of.precision), align: right },
      { title: '95 %', value: ({ of }) => within(of.precisionWithin) },
      { title: say('查全率', 'recall'), value: ({ of }) => share(of.recall), align: right },
      { title: '95 %', value: ({ of }) => within(of.recallWithin) },
      { title: 'F1', value: ({ of }) => share(of.f1), align: right },
    ],
    rows,
  );
}

interface BandRow {
  readonly band: keyof LabelEvaluation['bands'];
  readonly evidence: keyof LabelEvaluation['components'];
  readonly of: BandShare;
}

function renderBands(bands: LabelEvaluation['bands'], say: Say): string {
  const words = (wording: Wording): string => say(wording.zh, wording.en);
  const rows = (['merge', 'review', 'apart'] as const).flatMap((band) =>
    (['all', 'both', 'one', 'none'] as const).map((evidence) => ({ band, evidence, of: bands[band][evidence] })),
  );
  return renderTable<BandRow>(
    [
      { title: say('分数段', 'band'), value: ({ band, evidence }) => (evidence === 'all' ? words(BANDS[band]) : '') },
      { title: say('证据', 'evidence'), value: ({ evidence }) => words(EVIDENCE[evidence]) },
      { title: say('比较对', 'pairs'), value: ({ of }) => formatCount(of.pairs), align: 'right' },
      { title: say('其中为同一', 'same'), value: ({ of }) => formatCount(of.same), align: 'right' },
      { title: say('比例', 'share'), value: ({ of }) => (of.pairs === 0 ? '–' : share(of.share)), align: 'right' },
      { title: '95 %', value: ({ of }) => (of.pairs === 0 ? '' : within(of.interval)) },
    ],
    rows,
  );
}

function renderWrong(wrong: LabelEvaluation['wrong'], say: Say): string[] {
  const lines = wrong
    .slice(0, SHOWN_WRONG)
    .map((pair) => `  ✗ ${pair.map(({ system, stream, sourceKey }) => `${system}/${stream}/${sourceKey}`).join('  ')}`);
  return lines.length > 0 ? [say('错误合并：', 'joined wrongly:'), ...lines] : [];
}

export function renderLabelEvaluation(evaluation: LabelEvaluation, say: Say): string {
  const { records, missing, components, edges, bands, blockingRecall, keptShare, bCubed, exactShare, wrong } =
    evaluation;
  const rows = (['all', 'both', 'one', 'none'] as const).map((evidence) => ({
    title: say(EVIDENCE[evidence].zh, EVIDENCE[evidence].en),
    of: components[evidence],
  }));
  return [
    say('实体内的全部对：', 'all pairs inside entities:'),
    renderQualities(rows, say),
    '',
    say('比较过的对，按分数段：', 'scored pairs by band:'),
    renderBands(bands, say),
    '',
    say(
      `记录 ${formatCount(records)}（另有 ${formatCount(missing)} 条不在任何实体中）`,
      `${formatCount(records)} records (${formatCount(missing)} more are in no entity)`,
    ),
    say(
      `分块查全率 ${share(blockingRecall)}  复核可及 ${share(keptShare)}`,
      `blocking recall ${share(blockingRecall)}  joined or to review ${share(keptShare)}`,
    ),
    say(
      `合并段的对：查准率 ${share(edges.precision)}（${within(edges.precisionWithin)}） 查全率 ${share(edges.recall)}（${within(edges.recallWithin)}） F1 ${share(edges.f1)}`,
      `edges (merge band alone): precision ${share(edges.precision)} (${within(edges.precisionWithin)}) recall ${share(edges.recall)} (${within(edges.recallWithin)}) F1 ${share(edges.f1)}`,
    ),
    `B³ F1 ${share(bCubed.f1)}  ${say('完全正确的实体', 'entities exactly right')} ${share(exactShare)}`,
    ...renderWrong(wrong, say),
  ].join('\n');
}

export function renderJudgementEvaluation(evaluation: JudgementEvaluation, say: Say): string {
  const { pairs, edges, keptShare, wrong } = evaluation;
  return [
    renderQualities([{ title: say('判定过的对', 'judged pairs'), of: edges }], say),
    '',
    say(
      `判定 ${formatCount(pairs)} 对，其中同一的有 ${share(keptShare)} 保留为对`,
      `${formatCount(pairs)} judged pairs; of those that are the same ${share(keptShare)} were kept as pairs`,
    ),
    ...renderWrong(wrong, say),
  ].join('\n');
}
