/** What each system holds: records, entities, repetitions inside it, and what others hold too. */
import { overlapChart, type NameOf } from '../charts/overlap.ts';
import { drawChart } from '../charts/svg.ts';
import { formatCount } from '../../figures.ts';
import { both, html, raw, type Html } from '../../page/html.ts';
import type { KindReport, SystemFigures } from '../report.ts';
import { card, table } from './card.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

function bar(part: number, whole: number, tone: string): Html {
  const share = whole === 0 ? 0 : (100 * part) / whole;
  return html`<span class="bar ${tone}"><i style="width:${share.toFixed(1)}%"></i></span>`;
}

function row({ system, records, entities, shared }: SystemFigures, nameOf: NameOf): Html {
  const repeated = records - entities;
  return html`<tr>
    <th scope="row">${both(nameOf(system))}</th>
    <td class="number">${formatCount(records)}</td>
    <td class="number">${formatCount(entities)}</td>
    <td class="number">${formatCount(repeated)}</td>
    <td class="share">${bar(repeated, records, 'review')}<span>${percent(repeated, records)}</span></td>
    <td class="number">${formatCount(shared)}</td>
    <td class="share">${bar(shared, entities, 'merge')}<span>${percent(shared, entities)}</span></td>
  </tr>`;
}

export function duplicatesSection({ systems, kind }: KindReport, nameOf: NameOf): Html {
  const parts = kind === 'matter';
  const heads = [
    { label: { zh: '系统', en: 'system' } },
    { label: { zh: '记录', en: 'records' }, number: true },
    { label: { zh: '实体', en: 'entities' }, number: true },
    {
      label: parts ? { zh: '同一事项的其他记录', en: 'further records' } : { zh: '系统内重复', en: 'repeated' },
      number: true,
    },
    { label: { zh: '占记录', en: 'of records' } },
    { label: { zh: '其他系统也有', en: 'also elsewhere' }, number: true },
    { label: { zh: '占实体', en: 'of entities' } },
  ] as const;
  return card({
    title: parts
      ? { zh: '各系统', en: 'System by system' }
      : { zh: '各系统内的重复', en: 'Repetition inside each system' },
    note: parts
      ? {
          zh: '一个事项有立项、招标、公告等多条记录，属正常情况。',
          en: 'An undertaking has many records: approval, tender, notices. That is ordinary.',
        }
      : { zh: '同一实体在一个系统中登记了几次。', en: 'How often one system holds the same entity more than once.' },
    content: table(
      heads,
      systems.map((figures) => row(figures, nameOf)),
    ),
  });
}

export function overlapSection(report: KindReport, nameOf: NameOf): Html {
  if (report.systems.length < 2) return html``;
  const legend = report.systems.map(({ system }) => html`<li>${both(nameOf(system))}</li>`);
  return card({
    title: { zh: '系统之间的重合', en: 'What systems share' },
    note: { zh: '两个系统共有的实体数。', en: 'Entities that both systems hold.' },
    width: 'half',
    content: html`${drawChart(overlapChart(report, nameOf))}${raw('<ol class="legend">')}${legend}${raw('</ol>')}`,
  });
}
