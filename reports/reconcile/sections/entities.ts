/** Sizes of entities, and the largest of them with their records. */
import { sizesChart } from '../charts/sizes.ts';
import type { NameOf } from '../charts/overlap.ts';
import { drawChart } from '../charts/svg.ts';
import { formatCount } from '../../figures.ts';
import { both, html, words, type Html } from '../../page/html.ts';
import type { KindReport, LargeEntity, RecordPlace } from '../report.ts';
import { card } from './card.ts';

export function sizesSection({ sizes }: KindReport): Html {
  if (sizes.length === 0) return html``;
  return card({
    title: { zh: '每个实体有几条记录', en: 'Records per entity' },
    note: { zh: '一条记录的实体只在一处出现过。', en: 'An entity of one record appears in one place only.' },
    width: 'half',
    content: drawChart(sizesChart(sizes)),
  });
}

export function placeItem({ system, stream, sourceKey, name }: RecordPlace, nameOf: NameOf): Html {
  return html`<li>
    <b>${name}</b> <span class="place">${both(nameOf(system))} · ${stream} · <code>${sourceKey}</code></span>
  </li>`;
}

function entity({ entityId, name, records, systems, members }: LargeEntity, nameOf: NameOf): Html {
  const more = records - members.length;
  return html`<details class="entity">
    <summary>
      <span class="count">${formatCount(records)}</span>
      <span class="who"><b>${name}</b><code>${entityId}</code></span>
      <span class="tags">${systems.map((system) => html`<span class="tag">${both(nameOf(system))}</span>`)}</span>
    </summary>
    <ul class="places">
      ${members.map((member) => placeItem(member, nameOf))}
      ${more > 0 ? html`<li class="note">${words(`另有 ${formatCount(more)} 条`, `and ${formatCount(more)} more`)}</li>` : null}
    </ul>
  </details>`;
}

export function largestSection({ largest }: KindReport, nameOf: NameOf): Html {
  if (largest.length === 0) return html``;
  return card({
    title: { zh: '记录最多的实体', en: 'Largest entities' },
    note: {
      zh: '归并错误多藏在这里：请先看这些。点击展开记录。',
      en: 'False merges hide here: look at these first. Open one to see its records.',
    },
    content: html`${largest.map((one) => entity(one, nameOf))}`,
  });
}
