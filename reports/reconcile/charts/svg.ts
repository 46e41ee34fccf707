/**
 * Charts drawn here and not in the browser: text in a file that needs no library to open. Colours are variables of the page,
 * so that a chart follows light, dark and print. Each chart is drawn for a wide and for a narrow page, in both languages.
 */
import { BarChart, HeatmapChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, VisualMapComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Language } from '../../../core/language.ts';
import { escapeHtml, html, raw, type Html } from '../../page/html.ts';

echarts.use([
  BarChart,
  HeatmapChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  VisualMapComponent,
  SVGRenderer,
]);

export interface Frame {
  readonly language: Language;
  readonly narrow: boolean;
  /** Pixels. */
  readonly width: number;
}

export interface Chart {
  /** What the chart shows, for those who do not see it. */
  readonly label: (language: Language) => string;
  readonly height: (frame: Frame) => number;
  readonly option: (frame: Frame) => EChartsCoreOption;
  /** Text of a mark under the pointer. */
  readonly tip: (place: { readonly series: number; readonly index: number }, language: Language) => string;
  readonly wide: number;
}

const NARROW = 330;
export const FONT = 'inherit';
export const AXIS = {
  axisLabel: { color: 'var(--muted)', fontFamily: FONT, fontSize: 12 },
  axisLine: { lineStyle: { color: 'var(--line)' } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: 'var(--line)' } },
  nameTextStyle: { color: 'var(--muted)', fontFamily: FONT, fontSize: 12 },
} as const;

const MARK = /ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"/g;

/** The rules a drawing brings along are for every drawing of the page; only the marks are kept, as what to say of them. */
function clean(svg: string, chart: Chart, { language }: Frame): string {
  return svg
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/ class="zr\d+-cls-\d+"/g, '')
    .replaceAll(/ ecmeta_ssr_type="legend"| ecmeta_series_index="\d+"(?= ecmeta_ssr_type="legend")/g, '')
    .replaceAll(MARK, (_, series: string, index: string) => {
      const tip = chart.tip({ series: Number(series), index: Number(index) }, language);
      return `data-tip="${escapeHtml(tip)}"`;
    })
    .replaceAll(/ ecmeta_[a-z_]+="[^"]*"/g, '')
    .replace('<svg ', `<svg role="img" aria-label="${escapeHtml(chart.label(language))}" `)
    .replaceAll(/\n\s*/g, '');
}

function draw(chart: Chart, frame: Frame): Html {
  const height = chart.height(frame);
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: frame.width, height });
  try {
    drawing.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...chart.option(frame) });
    return raw(clean(drawing.renderToSVGString(), chart, frame));
  } finally {
    drawing.dispose();
  }
}

export function drawChart(chart: Chart): Html {
  const drawings = (['zh', 'en'] as const).flatMap((language) =>
    [false, true].map((narrow) => {
      const frame: Frame = { language, narrow, width: narrow ? NARROW : chart.wide };
      const lang = language === 'zh' ? 'zh-CN' : 'en';
      return html`<div class="chart ${narrow ? 'narrow' : 'wide'}" lang="${lang}">${draw(chart, frame)}</div>`;
    }),
  );
  return html`${drawings}`;
}
