/** What stands against a merge, and what can never be linked. */
import type { NameOf } from '../charts/overlap.ts';
import { formatCount } from '../../figures.ts';
import { both, html, words, type Html } from '../../page/html.ts';
import type { Conflict, ConflictList, KindReport } from '../report.ts';
import { conflictWording } from '../wording.ts';
import { card } from './card.ts';
import { placeItem } from './entities.ts';

function conflict({ subject, records }: Conflict, nameOf: NameOf): Html {
  return html`<details class="entity">
    <summary>
      <span class="count">${records.length}</span><span class="who"><b>${subject}</b></span>
    </summary>
    <ul class="places">
      ${records.map((record) => placeItem(record, nameOf))}
    </ul>
  </details>`;
}

function list({ rule, total, examples }: ConflictList, nameOf: NameOf): Html {
  const more = total - examples.length;
  return html`<h4>${both(conflictWording(rule))} <span class="count bad">${formatCount(total)}</span></h4>
    ${examples.map((example) => conflict(example, nameOf))}
    ${more > 0 ? html`<p class="note">${words(`另有 ${formatCount(more)} 项`, `and ${formatCount(more)} more`)}</p>` : null}`;
}

export function conflictsSection({ conflicts }: KindReport, nameOf: NameOf): Html {
  const open = conflicts.filter(({ total }) => total > 0);
  return card({
    title: { zh: '冲突', en: 'Conflicts' },
    note: {
      zh: '例如一个身份证号码对应两个人。系统不自行裁决，由复核人员判定。',
      en: 'One ID number with two people, for example. Nothing is decided without a steward.',
    },
    content:
      open.length === 0
        ? html`<p class="fine">✓ ${words('没有未决冲突', 'none open')}</p>`
        : html`${open.map((one) => list(one, nameOf))}`,
  });
}

export function unlinkableSection({ unlinkable }: KindReport, nameOf: NameOf): Html {
  const { total, bySystem, examples } = unlinkable;
  if (total === 0) return html``;
  const counts = bySystem.map(
    ({ system, records }) => html`<li>${both(nameOf(system))} <b>${formatCount(records)}</b></li>`,
  );
  return card({
    title: { zh: '无法关联的记录', en: 'Records that cannot be linked' },
    note: {
      zh: '只有名称、没有号码、电话、单位等可比信息，且独自成一实体的记录。须回原单位补录。',
      en: 'Nothing but a name: no number, phone or employer to compare. Only their centre can complete them.',
    },
    content: html`<p class="total"><b>${formatCount(total)}</b> ${words('条', 'records')}</p>
      <ul class="chips">
        ${counts}
      </ul>
      <details>
        <summary>${words('举例', 'examples')}</summary>
        <ul class="places">
          ${examples.map((record) => placeItem(record, nameOf))}
        </ul>
      </details>`,
  });
}
