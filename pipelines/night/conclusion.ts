/** What a sync came to, in one word, one sentence and one next step. */
import { BusyError, type GgzyError } from '../../core/errors.ts';
import { holdName, type Hold } from '../../database/read/holds.ts';
import { describeDecision } from '../../reports/night/decision.ts';
import type { Verdict } from '../guards/verdict.ts';
import { toNightHold } from './night-hold.ts';
import type { SystemSync } from './sync-options.ts';
import type { SyncState } from './take-delivery.ts';

export interface Conclusion {
  readonly system: string;
  readonly state: SyncState;
  readonly failure: GgzyError | null;
  /** Open and refused. */
  readonly holds: readonly Hold[];
}

type Sentence = Pick<SystemSync, 'status' | 'message' | 'next'>;

function nextFor(system: string, { guard, level }: Verdict): string {
  if (guard === 'drift') return 'ggzy plan 查看变化；确认无碍后 ggzy approve。';
  if (guard === 'freshness') return '联系对方单位，确认数据是否已生成、传输是否正常。';
  if (guard === 'quarantine') return 'ggzy quarantine list 查看原因。';
  if (guard === 'cursor') return '已全量比对；请对方单位核对时钟，以及是否恢复过备份。';
  return level === 'warn' ? '已照常载入；核对数量变化是否属实。' : `ggzy holds ${system} 查看暂停的内容。`;
}

function sentenceOfFailure(failure: GgzyError): Sentence {
  const { message, next } = failure;
  if (failure instanceof BusyError) return { status: 'busy', message, next: next ?? null };
  return { status: 'failed', message, next: next ?? 'ggzy check 查看来源。' };
}

function sentenceOfHolds(open: readonly Hold[]): Sentence {
  const names = open.map(holdName).join(' ');
  const next = `核实后 ggzy approve ${names} --as 姓名 --reason 理由 放行，或 ggzy refuse 拒绝。`;
  return { status: 'stopped', message: open[0]?.message.zh ?? '', next };
}

/** Stops that were refused by name stop nothing anybody has to look at: the first of those that are left counts. */
function sentenceOfVerdicts({ system, state: { verdicts }, holds }: Conclusion): Sentence {
  const answerTo = ({ guard, stream, level }: Verdict): Hold | undefined =>
    level === 'stop' ? holds.find((hold) => hold.guard === guard && hold.stream === stream) : undefined;
  const refused = verdicts.flatMap((verdict) => answerTo(verdict) ?? []);
  const left = verdicts.filter((verdict) => !answerTo(verdict));
  const stop = left.find(({ level }) => level === 'stop');
  if (stop) return { status: 'stopped', message: stop.message.zh, next: nextFor(system, stop) };
  const [hold] = refused;
  if (hold) {
    const message = `${hold.message.zh}；${describeDecision(toNightHold(hold)).zh}`;
    return { status: 'decided', message, next: null };
  }
  const [warning] = left;
  if (!warning) return { status: 'green', message: null, next: null };
  return { status: 'warned', message: warning.message.zh, next: nextFor(system, warning) };
}

/** A stream that could not be read is graver than anything that is held. */
function sentenceOf(conclusion: Conclusion): Sentence {
  const { system, state, failure, holds } = conclusion;
  if (failure) return sentenceOfFailure(failure);
  if (state.fault !== null) {
    const stop = state.verdicts.find(({ guard, level }) => guard === 'drift' && level === 'stop');
    const next = stop ? nextFor(system, stop) : 'ggzy check 查看来源问题。';
    return { status: 'failed', message: state.fault, next };
  }
  const open = holds.filter((hold) => hold.state === 'open');
  return open.length > 0 ? sentenceOfHolds(open) : sentenceOfVerdicts(conclusion);
}

export function concludeSync(conclusion: Conclusion): SystemSync {
  const { system, state, failure } = conclusion;
  const { syncId, days, verdicts, runs } = state;
  return { system, syncId, days, verdicts, runs, failure, ...sentenceOf(conclusion) };
}
