/** One system in the morning report. */
import { formatCount, formatSeconds } from '../figures.ts';
import { both, html, words, type Html } from '../page/html.ts';
import { decidedHolds, describeDecision, isDecided } from './decision.ts';
import { NIGHT_STATUS, type NightSystem } from './report.ts';

export function state({ status }: NightSystem): Html {
  const { mark, zh, en } = NIGHT_STATUS[status];
  return html`<span class="state ${status}">${mark} ${words(zh, en)}</span>`;
}

function findings(system: NightSystem): Html | null {
  if (system.findings.length === 0) return null;
  return html`<ul class="findings">
    ${system.findings.map(({ level, message, learned }) => html`<li class="${level}"><b>${level === 'stop' ? '■' : '!'}</b>${both(message)}${learned ? html` <span class="tag">${words('依历史判断', 'learned from history')}</span>` : null}</li>`)}
  </ul>`;
}

function streams(system: NightSystem): Html | null {
  if (system.streams.length === 0) return null;
  return html`<details>
    <summary>${words('各数据流', 'streams')}</summary>
    <div class="scroll">
      <table>
        <tbody>
          ${system.streams.map(
            (line) =>
              html`<tr>
                <th scope="row">${line.stream}</th>
                <td>${line.status}</td>
                ${[line.read, line.inserted, line.updated, line.deleted, line.quarantined].map((count) => html`<td class="number">${formatCount(count)}</td>`)}
                <td>${line.message}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Everything a night has to say of one system. */
export function systemCard(system: NightSystem): Html {
  return html`<section class="card" id="${system.system}">
    <h3>${both(system.label)} ${state(system)}</h3>
    <p class="note">${system.startedAt} · ${formatSeconds(system.seconds * 1000)}</p>
    ${findings(system)}
    ${
      system.holds.length > 0
        ? html`<h4>${words('暂停的内容', 'held')}</h4>
            <ul class="places">
              ${system.holds.map((hold) => html`<li><code>${hold.name}</code> ${both(hold.message)} ${isDecided(hold) ? html`<span class="tag">${both(describeDecision(hold))}</span>` : null}</li>`)}
            </ul>`
        : null
    }
    ${
      system.waiting.length > 0
        ? html`<h4>${words('隔离中（请来源单位更正）', 'in quarantine (for the centre to correct)')}</h4>
            <ul class="chips">
              ${system.waiting.map(({ label, count }) => html`<li>${both(label)} ${formatCount(count)}</li>`)}
            </ul>`
        : null
    }
    ${streams(system)}
  </section>`;
}

/** What somebody has answered for already: nobody is needed. */
export function decisionCard(systems: readonly NightSystem[]): Html | null {
  const decided = decidedHolds(systems);
  if (decided.length === 0) return null;
  return html`<section class="card whole" id="decided">
    <h3>${words('已有决定', 'Decided')}</h3>
    <ul class="places">
      ${decided.map(({ system, hold }) => html`<li>${both(system.label)} <code>${hold.name}</code> ${both(hold.message)}<br />${both(describeDecision(hold))}</li>`)}
    </ul>
  </section>`;
}
