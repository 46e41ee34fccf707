/** Runs of a delivery judged once they are over: what could not be known before it was read. */
import { readStreamBalances } from '../../database/read/balances.ts';
import type { StreamPast } from '../../database/read/stream-history.ts';
import { holdDelivery } from '../../database/load/delivery-holds.ts';
import { readHolds } from '../../database/read/holds.ts';
import { countOpened } from '../../database/read/quarantine.ts';
import { judgeQuarantine } from '../guards/quarantine-share.ts';
import type { Verdict } from '../guards/verdict.ts';
import { judgeVolume } from '../guards/volume.ts';
import type { Arrival } from './arrival.ts';
import type { SyncOptions } from './sync-options.ts';

export interface JudgedRuns {
  readonly verdicts: readonly Verdict[];
  /** The first stream that failed, was held, or does not balance for another reason than held deletions; null where none. */
  readonly fault: string | null;
}

export interface JudgeRunsOptions {
  readonly options: SyncOptions;
  readonly runs: readonly string[];
  readonly history: (stream: string) => StreamPast;
  readonly arrival: Arrival;
}

/** Volume is judged here where the delivery declared none; nothing of it is held any more. */
function judgeReadVolume(
  read: number,
  { arrival, history, options }: JudgeRunsOptions,
  stream: string,
): Verdict | null {
  const arrived = arrival.streams.find((each) => each.stream === stream);
  if (!arrived || (arrived.delivery?.declaredRows ?? null) !== null) return null;
  const past = arrived.sort === 'state' ? history(stream).states : history(stream).changes;
  const levels = options.declaration.guards?.volume;
  const verdict = judgeVolume({ stream, rows: read, past, sort: arrived.sort, levels });
  return verdict && { ...verdict, level: 'warn' };
}

/** A feed whose records suddenly fail fails as a whole: what comes next waits until somebody has looked. */
async function holdNext(options: SyncOptions, verdict: Verdict, runId: string): Promise<void> {
  const { database, declaration } = options;
  const { guard, stream, message } = verdict;
  const hold = { system: declaration.system, guard, stream, message, day: '', fingerprint: runId, records: 0 };
  await holdDelivery(database, hold);
}

export async function judgeRuns(judge: JudgeRunsOptions): Promise<JudgedRuns> {
  const { options, runs, history } = judge;
  const { database, declaration } = options;
  const { system } = declaration;
  const verdicts: Verdict[] = [];
  let fault: string | null = null;
  const held = new Set(
    (await readHolds(database, { systems: [system], states: ['open'] }))
      .filter(({ guard }) => guard === 'mass_delete')
      .map(({ stream }) => stream),
  );
  for (const runId of runs) {
    // What waited before is no news.
    const opened = await countOpened(database, runId);
    for (const { stream, status, read, message } of await readStreamBalances(database, {
      systems: [system],
      runId,
    })) {
      const isFine = status === 'green' || (status === 'red' && held.has(stream));
      if (!isFine) fault ??= message ?? `${stream}：记录数不平衡`;
      if (status !== 'green' && status !== 'red') continue;
      const volume = judgeReadVolume(read, judge, stream);
      if (volume) verdicts.push(volume);
      const past = history(stream).quarantineShares;
      const levels = declaration.guards?.quarantine;
      const share = judgeQuarantine({ stream, read, quarantined: opened.get(stream) ?? 0, past, levels });
      if (!share) continue;
      // Where nothing was there before, everything is news: it is told, and nothing is held.
      const verdict: Verdict = past.length === 0 ? { ...share, level: 'warn' } : share;
      verdicts.push(verdict);
      if (verdict.level === 'stop') await holdNext(options, verdict, runId);
    }
  }
  return { verdicts, fault };
}
