/** The morning report: what to do now, then every system. */
import type { Wording } from '../../core/language.ts';
import { formatCount, formatSeconds } from '../figures.ts';
import { both, html, words, type Html } from '../page/html.ts';
import { renderPage } from '../page/shell.ts';
import { needsSomebody, type NightReport, type NightSystem } from './report.ts';
import { decisionCard, state, systemCard } from './system-card.ts';
import { describeDays } from './columns.ts';
import { todoOf } from './todo.ts';

const TITLE = { zh: '夜间同步早报', en: 'Morning report' };

const OWN_STYLE = `
.state { display: inline-block; min-width: 5.4em; padding: 1px 10px; border-radius: 999px; font-size: .82rem; background: var(--faint); }
.state.green { color: var(--merge); } .state.warned { color: var(--review); }
.state.stopped, .state.failed { background: var(--bad); color: var(--paper); }
.todo { border-left: 5px solid var(--bad); } .todo ol { margin: 14px 0 0; padding-left: 1.5em; } .todo li { padding: 3px 0; }
.todo pre { margin: 4px 0; padding: 8px 12px; background: var(--faint); border-radius: 8px; white-space: pre-wrap; font-size: .86rem; }
tbody th a { color: inherit; text-decoration-color: var(--line); } .card > .places { padding-left: 0; }
.findings { list-style: none; margin: 10px 0 0; padding: 0; font-size: .9rem; } .findings li { padding: 3px 0; }
.findings b { color: var(--review); margin-right: .5em; } .findings .stop b { color: var(--bad); }
`.trim();

function figure(value: string, label: Wording, tone = ''): Html {
  return html`<div class="figure ${tone}">
    <dd>${value}</dd>
    <dt>${both(label)}</dt>
  </div>`;
}

function figures({ systems }: NightReport): Html {
  const sum = (name: 'inserted' | 'updated' | 'deleted' | 'quarantined'): number =>
    systems.reduce((total, system) => total + system[name], 0);
  const stopped = systems.filter(needsSomebody).length;
  return html`<dl class="figures">
    ${[
      figure(formatCount(sum('inserted')), { zh: '新增', en: 'new' }, 'merge'),
      figure(formatCount(sum('updated')), { zh: '更新', en: 'changed' }),
      figure(formatCount(sum('deleted')), { zh: '删除', en: 'deleted' }),
      figure(formatCount(sum('quarantined')), { zh: '隔离', en: 'quarantined' }, 'review'),
      figure(formatCount(stopped), { zh: '待处理的系统', en: 'systems in need of somebody' }, stopped > 0 ? 'bad' : ''),
    ]}
  </dl>`;
}

function row(system: NightSystem): Html {
  const { label, days, seconds, message } = system;
  const counts = [system.read, system.inserted, system.updated, system.deleted, system.quarantined];
  return html`<tr>
    <th scope="row"><a href="#${system.system}">${both(label)}</a></th>
    <td>${state(system)}</td>
    <td>${describeDays(days)}</td>
    ${counts.map((count) => html`<td class="number">${formatCount(count)}</td>`)}
    <td class="number">${formatSeconds(seconds * 1000)}</td>
    <td>${message}</td>
  </tr>`;
}

function overview(report: NightReport): Html {
  const titles = [
    words('读取', 'read'),
    words('新增', 'new'),
    words('更新', 'changed'),
    words('删除', 'deleted'),
    words('隔离', 'quarantined'),
    words('用时', 'took'),
  ];
  return html`<section class="card whole">
    <h3>${words('各系统', 'Systems')}</h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>${words('系统', 'system')}</th>
            <th>${words('结果', 'outcome')}</th>
            <th>${words('业务日', 'days')}</th>
            ${titles.map((title) => html`<th class="number">${title}</th>`)}
            <th>${words('说明', 'why')}</th>
          </tr>
        </thead>
        <tbody>
          ${report.systems.map(row)}
        </tbody>
      </table>
    </div>
    ${
      report.silent.length > 0
        ? html`<p class="note">
            ${words('当晚没有同步：', 'not synced: ')}${report.silent.map(({ label }) => html`${both(label)} `)}
          </p>`
        : null
    }
  </section>`;
}

/** One screen for somebody who was woken up. */
function todo(system: NightSystem): Html {
  const { what, meanwhile, whom, steps } = todoOf(system);
  return html`<section class="card whole todo" id="todo-${system.system}">
    <h3>${both(system.label)} ${state(system)}</h3>
    <p>${both(what)}</p>
    <p class="note">${both(meanwhile)}</p>
    <p class="note">${words('由谁处理：', 'For: ')}${both(whom)}</p>
    <ol>
      ${steps.map(({ text, command }) => html`<li>${both(text)}${command === undefined ? null : html`<pre><code>${command}</code></pre>`}</li>`)}
    </ol>
  </section>`;
}

export function renderNightReport(report: NightReport): string {
  const { night, reviewPairs, systems } = report;
  const urgent = systems.filter(needsSomebody);
  const duties = html`<article class="kind" id="todo">
    ${figures(report)}
    <div class="cards">
      ${urgent.length > 0 ? urgent.map(todo) : html`<p class="fine">${words('没有需要处理的系统。', 'No system needs anybody.')}</p>`}
      ${decisionCard(systems)} ${overview(report)}
    </div>
    ${
      reviewPairs > 0
        ? html`<p class="note">
            ${words(`待数据管理员复核的记录对：${reviewPairs}`, `${reviewPairs} pairs wait for a steward`)}
            <code>ggzy review export</code>
          </p>`
        : null
    }
  </article>`;
  const details = html`<article class="kind" id="systems">
    <div class="cards">${systems.map(systemCard)}</div>
  </article>`;
  return renderPage({
    ...report,
    title: TITLE,
    subject: night,
    links: [
      html`<a href="#todo">${words('现在要做的', 'What to do now')}</a>`,
      html`<a href="#systems">${words('各系统', 'Systems')}</a>`,
    ],
    body: [duties, details],
    ownStyle: OWN_STYLE,
  });
}
