/** What a sync came to, in one word, one sentence and one next step. */
import { BusyError, type GgzyError } from '../../core/errors.ts';
import { holdName, type Hold } from '../../database/read/holds.ts';
import type { Verdict } from '../guards/verdict.ts';
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

/** Of several findings the first of the gravest. */
function gravest(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.find(({ level }) => level === 'stop') ?? verdicts[0];
}

function nextFor(system: string, verdict: Verdict): string {
  if (verdict.guard === 'drift') return 'ggzy plan 查看变化；确认无碍后 ggzy approve。';
  if (verdict.guard === 'freshness') return '联系对方单位，确认数据是否已生成、传输是否正常。';
  if (verdict.guard === 'quarantine') return 'ggzy quarantine list 查看原因。';
  return `ggzy holds ${system} 查看暂停的内容。`;
}

function sentenceOf({ system, state, failure, holds }: Conclusion): Sentence {
  const open = holds.filter((hold) => hold.state === 'open' || hold.guard === 'quarantine');
  if (failure instanceof BusyError) return { status: 'busy', message: failure.message, next: failure.next ?? null };
  if (failure) {
    return { status: 'failed', message: failure.message, next: failure.next ?? 'ggzy check 查看来源。' };
  }
  const [hold] = open;
  if (hold) {
    const names = open.map(holdName).join(' ');
    const next = `核实后 ggzy approve ${names} --as 姓名 --reason 理由 放行，或 ggzy refuse 拒绝。`;
    return { status: 'stopped', message: hold.message.zh, next };
  }
  const worst = gravest(state.verdicts);
  if (state.fault !== null) {
    const next = worst ? nextFor(system, worst) : 'ggzy check 查看来源问题。';
    return { status: 'failed', message: state.fault, next };
  }
  if (!worst) return { status: 'green', message: null, next: null };
  const status = worst.level === 'stop' ? 'stopped' : 'warned';
  return { status, message: worst.message.zh, next: nextFor(system, worst) };
}

export function concludeSync(conclusion: Conclusion): SystemSync {
  const { system, state, failure } = conclusion;
  const { syncId, days, verdicts, runs } = state;
  return { system, syncId, days, verdicts, runs, failure, ...sentenceOf(conclusion) };
}
