/** Migrates systems one after the other: one that fails never stops the others, a broken target stops all. */
import type { Database } from '../database/connection.ts';
import {
  readAmountBalances,
  readStreamBalances,
  type AmountBalance,
  type StreamBalance,
} from '../database/read/balances.ts';
import type { ProgressListener } from '../pipelines/progress.ts';
import type { RunResult } from '../pipelines/run.ts';
import { isBalanced } from '../reports/balance.ts';
import type { CliContext } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { describeFailure, type Failure } from './failure.ts';

export interface SystemOutcome {
  readonly system: string;
  readonly exitCode: ExitCode;
  readonly run: RunResult | null;
  readonly streams: readonly StreamBalance[];
  readonly amounts: readonly AmountBalance[];
  readonly failure: Failure | null;
}

export interface SystemWork {
  readonly system: string;
  /** Null where there was nothing to do. */
  run(progress: ProgressListener): Promise<RunResult | null>;
}

/** A system of which no stream could be read is a source that cannot be read. */
function codeOf(streams: readonly StreamBalance[], amounts: readonly AmountBalance[]): ExitCode {
  const unread = streams.filter(({ status }) => status === 'failed' || status === 'held');
  if (streams.length > 0 && unread.length === streams.length) return EXIT.source;
  return streams.every(isBalanced) && amounts.every(({ balances }) => balances) ? EXIT.balanced : EXIT.red;
}

export async function runSystem(
  context: CliContext,
  database: Database,
  work: SystemWork,
  progress: ProgressListener,
): Promise<SystemOutcome> {
  const { system } = work;
  try {
    const run = await work.run(progress);
    if (!run) return { system, exitCode: EXIT.balanced, run, streams: [], amounts: [], failure: null };
    const scope = { systems: [system], runId: run.runId };
    const streams = await readStreamBalances(database, scope);
    const amounts = await readAmountBalances(database, scope);
    const exitCode = run.status === 'green' ? codeOf(streams, amounts) : codeOf(streams, amounts) || EXIT.red;
    return { system, exitCode, run, streams, amounts, failure: null };
  } catch (thrown) {
    const failure = describeFailure(thrown, context.signal.aborted, context.say);
    if (process.env['GGZY_DEBUG'] === '1') console.error(thrown);
    return { system, exitCode: failure.exitCode, run: null, streams: [], amounts: [], failure };
  }
}

/** After these nothing more can be done. */
export function stopsEverything({ exitCode }: SystemOutcome): boolean {
  return exitCode === EXIT.target || exitCode === EXIT.cancelled;
}
