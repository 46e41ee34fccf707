/** Kept pairs by weight, with the borders of the bands. */
import type { EChartsCoreOption } from 'echarts/core';
import { speak, type Language } from '../../../core/language.ts';
import { formatCount } from '../../figures.ts';
import type { HistogramBin, KindReport } from '../report.ts';
import { AXIS, FONT, type Chart, type Frame } from './svg.ts';

type Shown = Pick<KindReport, 'histogram' | 'bands'>;

const SERIES = [
  { of: (bin: HistogramBin) => bin.joined, color: 'var(--merge)', zh: '归并', en: 'joined' },
  { of: (bin: HistogramBin) => bin.waiting, color: 'var(--review)', zh: '待复核', en: 'to review' },
  { of: (bin: HistogramBin) => bin.keptApart, color: 'var(--apart)', zh: '不归并', en: 'kept apart' },
] as const;

const LABEL = { fontFamily: FONT, fontSize: 12 };

/** Borders lie between bars: they have an axis of their own, on which a bar is one step wide. */
function borders({ histogram, bands }: Shown, language: Language): object[] {
  const [first] = histogram;
  if (!bands || !first) return [];
  const say = speak(language);
  const border = (weight: number, formatter: string) => ({
    xAxis: (weight - first.from) / first.width,
    label: { formatter, color: 'var(--ink)', ...LABEL, position: 'end', align: 'left' },
  });
  const lines = [border(bands.review, say('复核 →', 'review →')), border(bands.merge, say('归并 →', 'merge →'))];
  return [
    {
      type: 'bar',
      xAxisIndex: 1,
      data: [],
      markLine: {
        symbol: 'none',
        silent: true,
        lineStyle: { color: 'var(--ink)', type: 'dashed', width: 1 },
        data: lines.filter(({ xAxis }) => xAxis >= 0 && xAxis <= histogram.length),
      },
    },
  ];
}

function optionOf(shown: Shown, { language, narrow }: Frame): EChartsCoreOption {
  const { histogram } = shown;
  const weights = {
    ...AXIS,
    type: 'category',
    data: histogram.map(({ from }) => String(from)),
    name: speak(language)('权重（以 2 为底的对数几率）', 'weight (log2 odds)'),
    nameLocation: 'middle',
    nameGap: 26,
  };
  const bars = SERIES.map(({ of, color, ...name }) => ({
    type: 'bar',
    name: name[language],
    stack: 'pairs',
    barCategoryGap: '12%',
    itemStyle: { color },
    data: histogram.map(of),
  }));
  return {
    grid: { left: narrow ? 44 : 56, right: 16, top: 56, bottom: 40 },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: 'var(--muted)', ...LABEL } },
    xAxis: [weights, { type: 'value', show: false, min: 0, max: histogram.length }],
    yAxis: { ...AXIS, type: 'value', minInterval: 1, axisLine: { show: false }, splitNumber: narrow ? 3 : 5 },
    series: [...bars, ...borders(shown, language)],
  };
}

export function histogramChart(shown: Shown): Chart {
  const { histogram } = shown;
  return {
    wide: 860,
    height: ({ narrow }) => (narrow ? 260 : 300),
    label: (language) => speak(language)('记录对按权重的分布', 'pairs of records by weight'),
    tip({ series, index }, language) {
      const [bin, of] = [histogram[index], SERIES[series]];
      if (!bin || !of) return '';
      const range = `${bin.from} – ${bin.from + bin.width}`;
      return `${speak(language)('权重', 'weight')} ${range} · ${of[language]} ${formatCount(of.of(bin))}`;
    },
    option: (frame) => optionOf(shown, frame),
  };
}
