/** The report of a reconciliation: a part per kind of entity. */
import type { NameOf } from './charts/overlap.ts';
import { both, html, words, type Html } from '../page/html.ts';
import { renderPage } from '../page/shell.ts';
import type { KindReport, ReconcileReport } from './report.ts';
import { largestSection, sizesSection } from './sections/entities.ts';
import { conflictsSection, unlinkableSection } from './sections/open-questions.ts';
import { pairsSection } from './sections/pairs.ts';
import { summarySection } from './sections/summary.ts';
import { duplicatesSection, overlapSection } from './sections/systems.ts';
import { KINDS } from './wording.ts';

const TITLE = { zh: '身份归并报告', en: 'Reconciliation report' };

function kindPart(report: KindReport, nameOf: NameOf): Html {
  const { kind } = report;
  return html`<article class="kind" id="${kind}">
    <h2>${both(KINDS[kind])}</h2>
    ${summarySection(report)}
    <div class="cards">
      ${[
        pairsSection(report),
        overlapSection(report, nameOf),
        sizesSection(report),
        duplicatesSection(report, nameOf),
        conflictsSection(report, nameOf),
        largestSection(report, nameOf),
        unlinkableSection(report, nameOf),
      ]}
    </div>
  </article>`;
}

function masking(masked: boolean): Html {
  if (masked) return html`<span class="masked">${words('个人信息已遮盖', 'personal data masked')}</span>`;
  return html`<span class="masked off"
    >${words('个人信息未遮盖，查阅已记录', 'personal data not masked; the access is on record')}</span
  >`;
}

export function renderReconcileReport(report: ReconcileReport): string {
  const nameOf: NameOf = (system) => report.systems[system] ?? { zh: system, en: system };
  return renderPage({
    ...report,
    title: TITLE,
    remark: masking(report.masked),
    links: report.kinds.map(({ kind }) => html`<a href="#${kind}">${both(KINDS[kind])}</a>`),
    body: report.kinds.map((kind) => kindPart(kind, nameOf)),
  });
}
