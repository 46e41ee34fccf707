/** Entities by the number of their records. */
import { speak } from '../../../core/language.ts';
import { formatCount } from '../../figures.ts';
import type { KindReport } from '../report.ts';
import { AXIS, FONT, type Chart } from './svg.ts';

/** Beyond it sizes are gathered in steps: few entities are that large. */
const SINGLE = 9;
const STEPS = [10, 15, 20, 30, 50, 100] as const;

interface Step {
  readonly label: string;
  readonly entities: number;
}

export function gatherSizes(sizes: KindReport['sizes']): Step[] {
  const starts = [...Array.from({ length: SINGLE }, (_, index) => index + 1), ...STEPS];
  const steps = starts.map((from, index) => {
    const below = starts[index + 1] ?? Infinity;
    const within = sizes.filter(({ records }) => records >= from && records < below);
    const last = below === Infinity ? `${from}+` : `${from}–${below - 1}`;
    return {
      label: below === from + 1 ? String(from) : last,
      entities: within.reduce((sum, { entities }) => sum + entities, 0),
    };
  });
  return steps.slice(0, steps.findLastIndex(({ entities }) => entities > 0) + 1);
}

export function sizesChart(sizes: KindReport['sizes']): Chart {
  const steps = gatherSizes(sizes);
  return {
    wide: 560,
    height: ({ narrow }) => (narrow ? 220 : 300),
    label: (language) => speak(language)('实体按所含记录数的分布', 'entities by number of records'),
    tip({ index }, language) {
      const step = steps[index];
      if (!step) return '';
      const say = speak(language);
      return say(
        `${step.label} 条记录 · ${formatCount(step.entities)} 个实体`,
        `${step.label} records · ${formatCount(step.entities)} entities`,
      );
    },
    option: ({ language, narrow }) => ({
      grid: { left: narrow ? 44 : 56, right: 8, top: 24, bottom: 44 },
      xAxis: {
        ...AXIS,
        type: 'category',
        data: steps.map(({ label }) => label),
        name: speak(language)('每个实体的记录数', 'records per entity'),
        nameLocation: 'middle',
        nameGap: 28,
      },
      yAxis: { ...AXIS, type: 'value', minInterval: 1, axisLine: { show: false }, splitNumber: narrow ? 3 : 4 },
      series: [
        {
          type: 'bar',
          barCategoryGap: '24%',
          itemStyle: { color: 'var(--merge)' },
          data: steps.map(({ entities }) => entities),
          label: {
            show: true,
            position: 'top',
            color: 'var(--muted)',
            fontFamily: FONT,
            fontSize: narrow ? 10 : 11,
            formatter: ({ value }: { value: number }) => (value > 0 ? formatCount(value) : ''),
          },
        },
      ],
    }),
  };
}
