/**
 * What to do now, for somebody who was woken up: what happened, what still works, what to look at, what to type. One
 * screen per system.
 */
import type { Wording } from '../../core/language.ts';
import type { NightFinding, NightSystem } from './report.ts';

export interface Step {
  readonly text: Wording;
  /** To be typed as it stands. */
  readonly command?: string;
}

export interface Todo {
  readonly what: Wording;
  /** What was loaded all the same. */
  readonly meanwhile: Wording;
  /** Who has to act. */
  readonly whom: Wording;
  readonly steps: readonly Step[];
}

const STEWARD = { zh: '数据管理员', en: 'the data steward' };
const CENTRE = { zh: '对方单位', en: 'the centre that delivers' };
const OPERATOR = { zh: '值班运维', en: 'the operator on duty' };

function holdSteps({ system, holds }: NightSystem): Step[] {
  const names = holds.filter(({ state }) => state === 'open').map(({ name }) => name);
  return [
    { text: { zh: '看清暂停的是什么', en: 'See what is held' }, command: `ggzy holds ${system}` },
    {
      text: { zh: '请对方单位核实是否确要如此', en: 'Ask the centre whether this is meant' },
    },
    {
      text: { zh: '核实无误则放行', en: 'Release it where it is right' },
      command: `ggzy approve ${names.join(' ')} --as 姓名 --reason 理由`,
    },
    {
      text: { zh: '确属差错则拒绝，保持现状', en: 'Refuse it where it is a mistake: everything stays as it is' },
      command: `ggzy refuse ${names.join(' ')} --as 姓名 --reason 理由`,
    },
    { text: { zh: '放行后立即生效', en: 'Have it take effect' }, command: `ggzy sync ${system}` },
  ];
}

const again = (system: string): Step => ({
  text: { zh: '处理后再次同步', en: 'Then sync again' },
  command: `ggzy sync ${system}`,
});

function driftSteps(system: string): Step[] {
  return [
    { text: { zh: '列出来源结构的变化', en: 'List what changed in the source' }, command: `ggzy plan ${system}` },
    { text: { zh: '确认无碍后按提示执行 ggzy approve', en: 'Where it does no harm, approve as plan says' } },
    again(system),
  ];
}

function freshnessSteps(system: string): Step[] {
  return [
    {
      text: { zh: '确认数据是否已生成、传输是否正常', en: 'Was the delivery made, and did it arrive?' },
      command: `ggzy check ${system}`,
    },
    {
      text: {
        zh: '补到后无需人工处理，下一晚按日补齐',
        en: 'Once it is there nothing has to be done: days are caught up',
      },
    },
  ];
}

function failureSteps({ system }: NightSystem): Step[] {
  return [
    { text: { zh: '查看来源的问题', en: 'See what is wrong with the source' }, command: `ggzy check ${system}` },
    again(system),
  ];
}

function meanwhileOf({ inserted, updated, deleted }: NightSystem): Wording {
  const moved = inserted + updated + deleted;
  if (moved === 0)
    return {
      zh: '本系统当晚没有写入任何变化，库中保持上一次的状态。',
      en: 'Nothing was written: the database is as it was.',
    };
  return {
    zh: `其余内容已照常入库：新增 ${inserted}，更新 ${updated}，删除 ${deleted}。`,
    en: `All else was loaded: ${inserted} new, ${updated} changed, ${deleted} deleted.`,
  };
}

const isStop = ({ level }: NightFinding): boolean => level === 'stop';

/** @param system one that is stopped or has failed. */
export function todoOf(system: NightSystem): Todo {
  const message = system.message ?? '';
  const stops = system.findings.filter(isStop);
  const base = { what: { zh: message, en: stops[0]?.message.en ?? message }, meanwhile: meanwhileOf(system) };
  if (system.holds.some(({ state }) => state === 'open')) {
    const others = system.status === 'failed' ? failureSteps(system) : [];
    return { ...base, whom: STEWARD, steps: [...holdSteps(system), ...others] };
  }
  const has = (guard: string): boolean => stops.some((finding) => finding.guard === guard);
  if (has('drift')) return { ...base, whom: STEWARD, steps: driftSteps(system.system) };
  if (system.status === 'stopped' && has('freshness')) {
    return { ...base, whom: CENTRE, steps: freshnessSteps(system.system) };
  }
  return { ...base, whom: OPERATOR, steps: failureSteps(system) };
}
