/** The night in the terminal: one line per system, then what to do. */
import type { Say } from '../../core/language.ts';
import { formatSeconds } from '../figures.ts';
import { renderTable, type TableColumn } from '../table.ts';
import { describeDays, describeStatus, volumeColumns } from './columns.ts';
import { decidedHolds, describeDecision } from './decision.ts';
import { needsSomebody, NIGHT_STATUS, type NightReport, type NightSystem } from './report.ts';
import { todoOf } from './todo.ts';

function columns(say: Say): TableColumn<NightSystem>[] {
  return [
    { title: say('系统', 'system'), value: ({ system }) => system },
    { title: say('结果', 'outcome'), value: ({ status }) => describeStatus(status, say) },
    { title: say('业务日', 'days'), value: ({ days }) => describeDays(days) },
    ...volumeColumns<NightSystem>(say),
    { title: say('用时', 'took'), value: ({ seconds }) => formatSeconds(seconds * 1000), align: 'right' },
    { title: say('说明', 'why'), value: ({ message }) => message ?? '', maxWidth: 60 },
  ];
}

function renderTodo(system: NightSystem, say: Say): string {
  const { what, meanwhile, whom, steps } = todoOf(system);
  const lines = steps.map(({ text, command }, index) => {
    const step = `  ${index + 1}. ${say(text.zh, text.en)}`;
    return command === undefined ? step : `${step}\n       ${command}`;
  });
  const title = `${NIGHT_STATUS[system.status].mark} ${system.system} ${say(system.label.zh, system.label.en)}`;
  return [
    title,
    `  ${say(what.zh, what.en)}`,
    `  ${say(meanwhile.zh, meanwhile.en)}`,
    `  ${say('由谁处理：', 'for: ')}${say(whom.zh, whom.en)}`,
    ...lines,
  ].join('\n');
}

/** What needs nobody any more: a line per hold that was answered for. */
function renderDecisions(report: NightReport, say: Say): string[] {
  const lines = decidedHolds(report.systems).map(({ hold }) => {
    const { zh, en } = describeDecision(hold);
    return `  ${hold.name}  ${say(zh, en)}`;
  });
  return lines.length === 0 ? [] : ['', say('已有决定', 'decided'), ...lines];
}

export function renderNight(report: NightReport, say: Say): string {
  const silent = report.silent.map(({ system }) => system).join('、');
  return [
    `${report.night}  ${say('夜间同步', 'night')}`,
    renderTable(columns(say), report.systems),
    ...(silent === '' ? [] : [`${say('当晚没有同步：', 'not synced: ')}${silent}`]),
    ...(report.reviewPairs > 0
      ? [
          say(
            `待复核的记录对：${report.reviewPairs}（ggzy review export）`,
            `${report.reviewPairs} pairs wait for a steward (ggzy review export)`,
          ),
        ]
      : []),
    ...renderDecisions(report, say),
    ...report.systems.filter(needsSomebody).map((system) => `\n${renderTodo(system, say)}`),
  ].join('\n');
}
