/** The whole report as one file that opens without a network: style, script and charts are inside, nothing is fetched. */
import { createHash } from 'node:crypto';
import type { NameOf } from './charts/overlap.ts';
import { both, html, raw, words, type Html } from './html.ts';
import type { KindReport, ReconcileReport } from './report.ts';
import { SCRIPT } from './script.ts';
import { largestSection, sizesSection } from './sections/entities.ts';
import { conflictsSection, unlinkableSection } from './sections/open-questions.ts';
import { pairsSection } from './sections/pairs.ts';
import { summarySection } from './sections/summary.ts';
import { duplicatesSection, overlapSection } from './sections/systems.ts';
import { STYLE } from './style.ts';
import { KINDS } from './wording.ts';

const TITLE = { zh: '身份归并报告', en: 'Reconciliation report' };

/** The page may run its own script, wear its own style, and reach nothing. */
const POLICY = [
  `default-src 'none'`,
  `img-src data:`,
  `style-src 'unsafe-inline'`,
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

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

function head(): Html {
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}" />
    <meta name="title-en" content="${TITLE.en}" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${TITLE.zh}</title>
    ${raw(`<style>${STYLE}</style>`)}`;
}

function nav(kinds: readonly KindReport[]): Html {
  return html`<nav>
    <div>
      ${kinds.map(({ kind }) => html`<a href="#${kind}">${both(KINDS[kind])}</a>`)}
      <span class="switch" role="group" aria-label="语言 / language">
        <button type="button" data-lang="zh-CN" aria-pressed="true">中文</button>
        <button type="button" data-lang="en" aria-pressed="false">English</button>
      </span>
    </div>
  </nav>`;
}

export function renderReconcileReport(report: ReconcileReport): string {
  const nameOf: NameOf = (system) => report.systems[system] ?? { zh: system, en: system };
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        ${head()}
      </head>
      <body>
        <header class="top">
          <h1>${both(TITLE)}</h1>
          <p class="note">${report.madeAt} ${words('（北京时间）', '(Beijing time)')} · ${report.madeBy}</p>
          ${masking(report.masked)}
        </header>
        ${nav(report.kinds)}
        <main>${report.kinds.map((kind) => kindPart(kind, nameOf))}</main>
        <footer>ggzy ${report.productVersion}</footer>
        <div class="tip" role="status" hidden></div>
        ${raw(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `;
  return page.html;
}
