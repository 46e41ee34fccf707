/** A report as one file that opens without a network: style, script and charts are inside, nothing is fetched. */
import { createHash } from 'node:crypto';
import type { Wording } from '../../core/language.ts';
import { both, html, raw, words, type Html } from './html.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** The page may run its own script, wear its own style, and reach nothing. */
const POLICY = [
  `default-src 'none'`,
  `img-src data:`,
  `style-src 'unsafe-inline'`,
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

export interface Page {
  readonly title: Wording;
  /** Behind the title, in both languages the same. */
  readonly subject?: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly productVersion: string;
  /** Under the line that says when it was made. */
  readonly remark?: Html;
  /** Links to the parts of the page. */
  readonly links: readonly Html[];
  readonly body: readonly Html[];
  /** Beside the style of all reports. */
  readonly ownStyle?: string;
}

function head({ title, ownStyle = '' }: Page): Html {
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}" />
    <meta name="title-en" content="${title.en}" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="data:," />
    <title>${title.zh}</title>
    ${raw(`<style>${STYLE}\n${ownStyle}</style>`)}`;
}

function nav(links: readonly Html[]): Html {
  return html`<nav>
    <div>
      ${links}
      <span class="switch" role="group" aria-label="语言 / language">
        <button type="button" data-lang="zh-CN" aria-pressed="true">中文</button>
        <button type="button" data-lang="en" aria-pressed="false">English</button>
      </span>
    </div>
  </nav>`;
}

export function renderPage(page: Page): string {
  const { title, subject, madeAt, madeBy, productVersion, remark = null, links, body } = page;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        ${head(page)}
      </head>
      <body>
        <header class="top">
          <h1>${both(title)}${subject === undefined ? '' : ` ${subject}`}</h1>
          <p class="note">${madeAt} ${words('（北京时间）', '(Beijing time)')} · ${madeBy}</p>
          ${remark}
        </header>
        ${nav(links)}
        <main>${body}</main>
        <footer>ggzy ${productVersion}</footer>
        <div class="tip" role="status" hidden></div>
        ${raw(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `.html;
}
