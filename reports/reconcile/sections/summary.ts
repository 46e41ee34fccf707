/** What the last run of a kind came to, in a sentence and a row of figures. */
import type { Wording } from '../../../core/language.ts';
import { formatCount } from '../../figures.ts';
import { both, html, words, type Html } from '../../page/html.ts';
import type { KindReport, RunSummary } from '../report.ts';
import { KINDS, MODES } from '../wording.ts';

function figure(value: string, label: Wording, tone = ''): Html {
  return html`<div class="figure ${tone}">
    <dd>${value}</dd>
    <dt>${both(label)}</dt>
  </div>`;
}

function headline({ kind, run: { records, entities } }: KindReport): Html {
  const { one } = KINDS[kind];
  const [from, to] = [formatCount(records), formatCount(entities)];
  return html`<p class="headline">
    <span lang="zh-CN"><b>${from}</b> 条记录，归并为 <b>${to}</b> ${one.zh}</span>
    <span lang="en"><b>${from}</b> records are <b>${to}</b> ${one.en}</span>
  </p>`;
}

function runLine({ runId, mode, finishedAt, seconds, operator, modelVersion }: RunSummary): Html {
  const model = modelVersion === null ? null : html` · ${words('模型', 'model')} ${modelVersion}`;
  return html`<p class="note">
    ${words('运行', 'run')} <code>${runId}</code> · ${both(MODES[mode])} · ${finishedAt} · ${seconds.toFixed(1)} s ·
    ${operator}${model}
  </p>`;
}

export function summarySection(report: KindReport): Html {
  const { run } = report;
  const apart = run.apart === null ? '–' : formatCount(run.apart);
  return html`${headline(report)}
    <dl class="figures">
      ${[
        figure(formatCount(run.pairs), { zh: '比较的记录对', en: 'pairs compared' }),
        figure(formatCount(run.records - run.entities), { zh: '并入其他记录的记录', en: 'records joined' }, 'merge'),
        figure(formatCount(run.review), { zh: '待复核的记录对', en: 'pairs to review' }, 'review'),
        figure(apart, { zh: '判为不同的记录对', en: 'pairs left apart' }),
        figure(formatCount(run.conflicts), { zh: '未决冲突', en: 'open conflicts' }, run.conflicts > 0 ? 'bad' : ''),
      ]}
    </dl>
    ${runLine(run)}`;
}
