/** Score histogram with the bands. */
import { drawChart } from '../charts/svg.ts';
import { histogramChart } from '../charts/histogram.ts';
import { formatCount } from '../../figures.ts';
import { html, type Html } from '../../page/html.ts';
import type { HistogramBin, KindReport } from '../report.ts';
import { card, table } from './card.ts';

function row({ from, width, joined, waiting, keptApart }: HistogramBin): Html {
  return html`<tr>
    <td>${from} – ${from + width}</td>
    <td class="number">${formatCount(joined)}</td>
    <td class="number">${formatCount(waiting)}</td>
    <td class="number">${formatCount(keptApart)}</td>
  </tr>`;
}

function figures(histogram: readonly HistogramBin[]): Html {
  const heads = [
    { label: { zh: '权重', en: 'weight' } },
    { label: { zh: '归并', en: 'joined' }, number: true },
    { label: { zh: '待复核', en: 'to review' }, number: true },
    { label: { zh: '不归并', en: 'kept apart' }, number: true },
  ] as const;
  return html`<details>
    <summary><span lang="zh-CN">数据</span><span lang="en">figures</span></summary>
    ${table(heads, histogram.map(row))}
  </details>`;
}

export function pairsSection(report: KindReport): Html {
  const { histogram } = report;
  if (histogram.length === 0) return html``;
  return card({
    title: { zh: '记录对的权重', en: 'Weights of pairs' },
    note: {
      zh: '权重每增加 1，两条记录属于同一实体的可能性翻一番。低于复核线的记录对不保存。',
      en: 'Each step of 1 doubles the odds that two records are one entity. Pairs below the review line are not kept.',
    },
    content: html`${drawChart(histogramChart(report))}${figures(histogram)}`,
  });
}
