/** `ggzy serve`: the scheduler and the workers of one process. Any number of them share a database and its work. */
import type { PgBoss, Job } from 'pg-boss';
import { BusyError, CancelledError, describeCause, SourceError, TargetError } from '../../core/errors.ts';
import type { Database } from '../../database/connection.ts';
import { readSyncVolumes } from '../../database/read/syncs.ts';
import type { SystemSync } from '../night/sync-options.ts';
import { syncSystem } from '../night/sync-system.ts';
import { findSystem } from '../registry.ts';
import type { Settings } from '../settings.ts';
import type { Log } from './log.ts';
import { buryDeadJobs, countUnfinished, QUEUES, scheduleNight, sendSync, type SyncJob } from './queue.ts';

export interface ServerOptions {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly settings: Settings;
  readonly operator: string;
  readonly log: Log;
  /** Aborted when the server is to stop: what is at work ends at its next transaction. */
  readonly signal: AbortSignal;
  /** After each system. */
  readonly onSync: (sync: SystemSync) => Promise<void>;
  /** Behind the last system of a night: what was touched is reconciled. */
  readonly onNightOver: () => Promise<void>;
  /** At the hour of the report. */
  readonly onReport: () => Promise<void>;
}

/** What may be over by itself in a while is tried again; what needs a person or a new delivery is not. */
function mayRecover(failure: Error): boolean {
  return failure instanceof SourceError || failure instanceof TargetError || failure instanceof BusyError;
}

async function logSync({ database, log }: ServerOptions, sync: SystemSync, started: number): Promise<void> {
  const volumes = await readSyncVolumes(database, sync.syncId);
  const { system, status, days, message } = sync;
  const level = status === 'green' ? 'info' : status === 'failed' ? 'error' : 'warn';
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  log(level, 'sync', { system, status, days, message, seconds, ...volumes });
}

/** @throws so that the queue tries again. */
async function workOn(options: ServerOptions, system: string): Promise<void> {
  const { database, boss, settings, operator, log, signal } = options;
  const declaration = findSystem(system);
  if (!declaration || !settings.systems.has(system)) {
    log('warn', 'sync-unknown', { system });
    return;
  }
  const started = performance.now();
  log('info', 'sync-begins', { system });
  const given = { database, settings, declaration, operator, now: new Date(), signal, sweep: 'due' } as const;
  try {
    const sync = await syncSystem({ ...given, progress: () => undefined });
    await logSync(options, sync, started);
    await options.onSync(sync);
    if (sync.failure && mayRecover(sync.failure)) throw sync.failure;
    await buryDeadJobs(boss, system);
  } catch (thrown) {
    if (!(thrown instanceof CancelledError)) throw thrown;
    // The server stops: another one, or this one when it is back, goes on where it stopped.
    log('info', 'sync-handed-over', { system });
    await sendSync(boss, system);
  }
}

async function afterSync({ boss }: ServerOptions): Promise<void> {
  // Its own job is active still.
  if ((await countUnfinished(boss)) > 1) return;
  await boss.send(QUEUES.after, {});
}

export interface Server {
  /** Ends when everything at work has come to a halt. */
  stop(): Promise<void>;
}

/** @throws Error where a handler is given more than one job: never. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { boss, settings, log } = options;
  const { night } = settings;
  const systems = [...settings.systems.keys()];
  await scheduleNight(boss, night, systems);
  const failing = (event: string, thrown: unknown): never => {
    log('error', event, { message: describeCause(thrown) });
    throw thrown;
  };
  const polling = {
    pollingIntervalSeconds: 2,
    localConcurrency: night.parallel,
    heartbeatRefreshSeconds: Math.max(2, night.retry.heartbeat / 4),
  };
  await boss.work<SyncJob>(QUEUES.sync, polling, async ([job]: Job<SyncJob>[]) => {
    if (!job) return;
    await workOn(options, job.data.system).catch((thrown: unknown) => failing('sync-fails', thrown));
    await afterSync(options);
  });
  await boss.work(QUEUES.after, async () => {
    if ((await countUnfinished(boss)) > 0) return;
    await options.onNightOver().catch((thrown: unknown) => failing('after-night-fails', thrown));
  });
  await boss.work(QUEUES.report, async () => {
    await options.onReport().catch((thrown: unknown) => failing('report-fails', thrown));
  });
  log('info', 'serving', { systems, cron: night.cron, parallel: night.parallel });
  return {
    async stop() {
      // The handlers see the signal; the queue waits for them.
      await boss.stop({ graceful: true, timeout: 60_000 });
      log('info', 'stopped');
    },
  };
}
