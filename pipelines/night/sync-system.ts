/**
 * One night of one system: every delivery that waits, in order; then what waited in quarantine; then the verdict.
 * A system is synced once at a time, on whatever machine.
 */
import { CancelledError, GgzyError, describeCause } from '../../core/errors.ts';
import { closeDeliveryHolds } from '../../database/load/delivery-holds.ts';
import { holdName, readHolds, type Hold } from '../../database/read/holds.ts';
import { addSyncRun, beginSync, endSync } from '../../database/load/syncs.ts';
import { findLastSweep, readPastLags, readQuietTimes, readStreamHistory } from '../../database/read/stream-history.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';
import { daysBetween, judgeDayFeed, judgeQuiet, missingDays } from '../guards/freshness.ts';
import type { GuardId, Verdict } from '../guards/verdict.ts';
import { retryQuarantine } from '../retry.ts';
import { withSystemLock } from '../system-lock.ts';
import { openSystem } from '../workspace.ts';
import { findPending, type Pending } from './deliveries.ts';
import { isSweepDue } from './reading.ts';
import { concludeSync } from './conclusion.ts';
import type { SyncOptions, SystemSync } from './sync-options.ts';
import { takeDelivery, type SyncState } from './take-delivery.ts';

/** Days that are missing are told of for so long. */
const REMEMBERED_DAYS = 7;

export function nightOf(now: Date): string {
  return beijingTime(now).slice(0, 10);
}

/** A hold of a whole feed stands until somebody has answered; refused, it stands on. */
async function findBlocking({ database, declaration }: SyncOptions): Promise<readonly Hold[]> {
  const systems = [declaration.system];
  const holds = await readHolds(database, { systems, states: ['open', 'approved', 'refused'] });
  const feed = holds.filter(({ guard }) => guard === 'quarantine');
  if (feed.some(({ state }) => state !== 'approved')) return feed.filter(({ state }) => state !== 'approved');
  if (feed.length > 0) await closeDeliveryHolds(database, declaration.system, ['quarantine']);
  return [];
}

async function takeAll(options: SyncOptions, state: SyncState, pending: Pending): Promise<void> {
  const { database, declaration, settings, now, signal } = options;
  const { system } = declaration;
  const history = await readStreamHistory(database, { system, without: [] });
  const due = options.sweep === 'always' || isSweepDue(declaration, await findLastSweep(database, system), now);
  let first = pending.first;
  for (const delivery of pending.deliveries) {
    signal.throwIfAborted();
    const opened = await openSystem(settings, declaration, delivery.settings);
    try {
      const taken = await takeDelivery({ options, state, delivery, opened, first, sweep: due, history });
      if (taken === 'stopped') break;
      if (taken === 'taken') first = false;
    } finally {
      await opened.connector?.close();
    }
  }
  const heldNow = state.verdicts.some(({ guard, level }) => guard === 'volume' && level === 'stop');
  if (!heldNow) await closeDeliveryHolds(database, system, ['volume']);
}

/** What waited for a parent that has come, or for an approval. */
async function retryWaiting(options: SyncOptions, state: SyncState): Promise<void> {
  const { database, declaration, settings, operator, now, signal, progress } = options;
  if (state.runs.length === 0) {
    const approved = await readHolds(database, { systems: [declaration.system], states: ['approved'] });
    if (approved.length === 0) return;
  }
  const { chunkSize } = settings;
  const run = await retryQuarantine({ database, declaration, chunkSize, operator, now, signal, progress });
  if (!run) return;
  state.runs.push(run.runId);
  await addSyncRun(database, state.syncId, run.runId);
}

async function judgeFreshness(options: SyncOptions, pending: Pending): Promise<Verdict[]> {
  const { database, declaration, now } = options;
  const levels = declaration.guards?.freshness;
  const night = nightOf(now);
  if (pending.days === null) {
    const verdict = judgeQuiet({ ...(await readQuietTimes(database, declaration.system)), levels });
    return verdict ? [verdict] : [];
  }
  const missing = missingDays(pending.days).filter((day) => daysBetween(day, night) <= REMEMBERED_DAYS);
  const pastLags = await readPastLags(database, declaration.system);
  return judgeDayFeed({ newest: pending.days.at(-1) ?? null, night, pastLags, missing, levels });
}

/** What is kept out, tonight or since another night. */
function judgeHolds(holds: readonly Hold[]): Verdict[] {
  return holds.map((hold) => ({
    guard: hold.guard as GuardId,
    stream: hold.stream,
    level: 'stop',
    measured: String(hold.records),
    expected: holdName(hold),
    learned: false,
    message: hold.message,
  }));
}

async function takeNight(options: SyncOptions, state: SyncState): Promise<void> {
  const { database, declaration } = options;
  const systems = [declaration.system];
  const blocking = await findBlocking(options);
  const pending = await findPending(database, { settings: options.settings, system: declaration.system });
  state.verdicts.push(...(await judgeFreshness(options, pending)));
  if (blocking.length === 0) {
    await takeAll(options, state, pending);
    await retryWaiting(options, state);
  }
  const open = await readHolds(database, { systems, states: ['open'] });
  state.verdicts.push(...judgeHolds([...blocking, ...open.filter(({ guard }) => guard === 'mass_delete')]));
}

/**
 * Never throws for what stops this system alone: the outcome says so.
 * @throws what stops every system (the target), and CancelledError.
 */
export async function syncSystem(options: SyncOptions): Promise<SystemSync> {
  const { database, declaration, now, operator, signal } = options;
  const { system } = declaration;
  const lock = { system, key: `ggzy sync ${system}`, busy: '正在由另一个进程同步', next: '请等待它结束。' };
  return withSystemLock(database, lock, async () => {
    const syncId = await beginSync(database, { system, night: nightOf(now), operator });
    const state: SyncState = { syncId, verdicts: [], runs: [], days: [], fault: null };
    let failure: GgzyError | null = null;
    try {
      await takeNight(options, state);
    } catch (thrown) {
      if (signal.aborted) throw new CancelledError('已取消；已提交的部分保留，再次运行将从中断处继续', { system });
      failure = thrown instanceof GgzyError ? thrown : new GgzyError(describeCause(thrown), { system, cause: thrown });
    }
    const holds = await readHolds(database, { systems: [system], states: ['open', 'refused'] });
    const sync = concludeSync({ system, state, failure, holds });
    const { status, days, message, next } = sync;
    await endSync(database, syncId, { status, days, message, next, findings: sync.verdicts });
    return sync;
  });
}
