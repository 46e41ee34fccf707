/** What `plan` and `approve` say about a source that is not what is declared. */
import type { Language, Say } from '../core/language.ts';
import { describeDrift } from '../pipelines/approved-source.ts';
import { driftName, stopsStream, type Drift } from '../pipelines/drift.ts';

/** `新增 A；缺少 B` for one stream; a dash where nothing drifted. */
export function summariseDrifts(drifts: readonly Drift[], say: Say): string {
  const words = {
    new: say('新增', 'new'),
    missing: say('缺少', 'missing'),
    type: say('类型', 'type'),
    charset: say('字符集', 'charset'),
  };
  const byKind = Map.groupBy(drifts, ({ kind }) => kind);
  const parts = [...byKind].map(([kind, own]) => `${words[kind]} ${own.map(({ column }) => column).join('、')}`);
  return parts.join(say('；', '; ')) || '–';
}

/** Each by its name, and the command that approves them; empty where there is none. */
export function renderDrifts(drifts: readonly Drift[], language: Language, say: Say): string {
  if (drifts.length === 0) return '';
  const lines = drifts.map((drift) => {
    const mark = stopsStream(drift) ? '✗' : '!';
    return `${mark} ${driftName(drift)}  ${describeDrift(drift)[language]}`;
  });
  const stopping = drifts.filter(stopsStream).length;
  const title = say(
    `与登记不符 ${drifts.length} 处，其中 ${stopping} 处使所在数据流停下（✗）：`,
    `${drifts.length} departures from what is declared, ${stopping} of them stop their stream (✗):`,
  );
  const names = drifts.map(driftName).join(' ');
  const advice = say(
    `确认无碍则执行：ggzy approve ${names} --as 姓名 --reason 理由`,
    `Where they do no harm: ggzy approve ${names} --as NAME --reason WHY`,
  );
  return [title, ...lines, advice].join('\n');
}
