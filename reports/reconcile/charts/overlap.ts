/** How many entities every two systems have in common. */
import type { EChartsCoreOption } from 'echarts/core';
import { speak, type Wording } from '../../../core/language.ts';
import { formatCount } from '../../figures.ts';
import type { KindReport } from '../report.ts';
import { AXIS, FONT, type Chart } from './svg.ts';

type Shown = Pick<KindReport, 'systems' | 'overlap'>;
export type NameOf = (system: string) => Wording;

interface Cell {
  readonly left: string;
  readonly right: string;
  readonly entities: number;
  /** Column and row. */
  readonly place: readonly [number, number];
}

function cellsOf({ systems, overlap }: Shown): Cell[] {
  const ids = systems.map(({ system }) => system);
  const counts = new Map(
    overlap.flatMap(({ left, right, entities }) => [
      [`${left} ${right}`, entities],
      [`${right} ${left}`, entities],
    ]),
  );
  return ids.flatMap((left, column) =>
    ids.slice(column + 1).map((right, row) => ({
      left,
      right,
      entities: counts.get(`${left} ${right}`) ?? 0,
      place: [column, column + row] as const,
    })),
  );
}

function axis(names: readonly string[]): object {
  return {
    ...AXIS,
    type: 'category',
    data: names,
    axisLine: { show: false },
    axisLabel: { ...AXIS.axisLabel, interval: 0 },
  };
}

/** The darker the more; nothing in common is a blank of the page's own colour. */
function colours(entities: number, most: number): object {
  if (entities === 0) return { itemStyle: { color: 'var(--faint)' }, label: { color: 'var(--muted)' } };
  return { label: { color: entities > most / 2 ? '#fff' : '#10312d' } };
}

/** Systems go by their numbers: their names are too long for an axis, and stand in the key below. */
function optionOf(systems: number, cells: readonly Cell[], narrow: boolean): EChartsCoreOption {
  const numbers = Array.from({ length: systems }, (_, index) => String(index + 1));
  const most = Math.max(1, ...cells.map(({ entities }) => entities));
  return {
    grid: { left: 28, right: 8, top: 8, bottom: 28 },
    xAxis: axis(numbers.slice(0, -1)),
    yAxis: { ...axis(numbers.slice(1)), inverse: true },
    visualMap: { show: false, min: 0, max: most, inRange: { color: ['#cfe3df', '#0d6b62'] } },
    series: [
      {
        type: 'heatmap',
        itemStyle: { borderColor: 'var(--paper)', borderWidth: 3 },
        data: cells.map(({ place: [x, y], entities }) => ({ value: [x, y, entities], ...colours(entities, most) })),
        label: {
          show: true,
          fontFamily: FONT,
          fontSize: narrow ? 10 : 12,
          formatter: ({ value }: { value: readonly number[] }) => formatCount(value[2] ?? 0),
        },
      },
    ],
  };
}

/** @param shown systems in the order of their numbers: the key beside the chart numbers them alike */
export function overlapChart(shown: Shown, nameOf: NameOf): Chart {
  const cells = cellsOf(shown);
  return {
    wide: 560,
    height: ({ narrow }) => (narrow ? 36 + shown.systems.length * 30 : 44 + shown.systems.length * 42),
    label: (language) => speak(language)('各系统共有的实体数', 'entities that two systems share'),
    tip({ index }, language) {
      const cell = cells[index];
      if (!cell) return '';
      return `${nameOf(cell.left)[language]} ∩ ${nameOf(cell.right)[language]} · ${formatCount(cell.entities)}`;
    },
    option: ({ narrow }) => optionOf(shown.systems.length, cells, narrow),
  };
}
