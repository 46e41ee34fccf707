/**
 * The queue of the night, in the unified database: one job per system and night, any number of workers on any number of
 * machines. One job of a system is at work at a time; one that fails is tried again, later and later; one that failed
 * for good lies in the queue of dead jobs until somebody has looked at it.
 */
import { PgBoss } from 'pg-boss';
import type { NightSettings } from '../night/night-settings.ts';

export const QUEUES = { sync: 'sync', dead: 'sync-dead', after: 'after-night', report: 'night-report' } as const;
const SCHEMA = 'queue';
const TIME_ZONE = 'Asia/Shanghai';
const DAY_SECONDS = 86_400;
/** No system takes longer than this; the heartbeat notices a dead worker long before. */
const LONGEST_SECONDS = DAY_SECONDS / 2;
const DEAD_KEPT_SECONDS = 60 * DAY_SECONDS;

export interface SyncJob {
  readonly system: string;
}

export interface QueueOptions {
  readonly connectionString: string;
  readonly night: NightSettings;
  readonly onError: (fault: Error) => void;
}

/** How often the queue looks after itself: so long a dead worker may go unnoticed beyond its heartbeat. */
function superviseSeconds({ retry }: NightSettings): number {
  return Math.max(5, Math.floor(retry.heartbeat / 2));
}

async function createQueues(boss: PgBoss, { retry }: NightSettings): Promise<void> {
  await boss.createQueue(QUEUES.dead, { policy: 'standard', retentionSeconds: DEAD_KEPT_SECONDS });
  const sync = {
    retryLimit: retry.limit,
    retryDelay: retry.delay,
    retryBackoff: true,
    heartbeatSeconds: retry.heartbeat,
    expireInSeconds: LONGEST_SECONDS,
    retentionSeconds: 2 * DAY_SECONDS,
  };
  await boss.createQueue(QUEUES.sync, { ...sync, policy: 'singleton', deadLetter: QUEUES.dead });
  const single = { policy: 'exclusive', retryLimit: 2, retryDelay: 60, expireInSeconds: 4 * 3_600 } as const;
  // One waits while one is at work: what is done meanwhile is not forgotten.
  await boss.createQueue(QUEUES.after, { ...single, policy: 'stately' });
  await boss.createQueue(QUEUES.report, single);
  // A queue that is there already keeps what it was made with, unless told otherwise.
  const { heartbeatSeconds: _kept, ...changeable } = sync;
  await boss.updateQueue(QUEUES.sync, changeable);
}

/** Its tables are made, or brought up to date, where the role may do so. */
export async function openQueue({ connectionString, night, onError }: QueueOptions): Promise<PgBoss> {
  const supervise = superviseSeconds(night);
  const boss = new PgBoss({
    connectionString,
    schema: SCHEMA,
    application_name: 'ggzy queue',
    max: 4,
    superviseIntervalSeconds: supervise,
    monitorIntervalSeconds: supervise,
    openTelemetry: { enabled: false },
  });
  boss.on('error', onError);
  await boss.start();
  await createQueues(boss, night);
  return boss;
}

/** Schedules are kept in the database: whichever process is there sends the job. A night that was slept through is made up. */
export async function scheduleNight(boss: PgBoss, night: NightSettings, systems: readonly string[]): Promise<void> {
  for (const system of systems) {
    const options = { tz: TIME_ZONE, key: system, singletonKey: system, missed: 'once' } as const;
    await boss.schedule(QUEUES.sync, night.crons[system] ?? night.cron, { system }, options);
  }
  await boss.schedule(QUEUES.report, night.report, {}, { tz: TIME_ZONE, key: 'night', missed: 'once' });
  for (const { key } of await boss.getSchedules(QUEUES.sync)) {
    if (!systems.includes(key)) await boss.unschedule(QUEUES.sync, key);
  }
}

/** @returns false where a job of the system waits already. */
export async function sendSync(boss: PgBoss, system: string): Promise<boolean> {
  const waiting = await boss.findJobs<SyncJob>(QUEUES.sync, { key: system, queued: true });
  if (waiting.length > 0) return false;
  return (await boss.send(QUEUES.sync, { system }, { singletonKey: system })) !== null;
}

export interface DeadJob {
  readonly id: string;
  readonly system: string;
  readonly failedAt: Date;
  readonly message: string;
}

export async function readDeadJobs(boss: PgBoss): Promise<DeadJob[]> {
  const jobs = await boss.findJobs<SyncJob>(QUEUES.dead, { queued: true });
  return jobs.map(({ id, data, createdOn, sourceOutput }) => {
    const message = sourceOutput && 'message' in sourceOutput ? sourceOutput.message : '';
    return { id, system: data.system, failedAt: createdOn, message: typeof message === 'string' ? message : '' };
  });
}

/** The system came through: its dead jobs are history. */
export async function buryDeadJobs(boss: PgBoss, system: string): Promise<void> {
  const own = (await readDeadJobs(boss)).filter((job) => job.system === system).map(({ id }) => id);
  if (own.length > 0) await boss.deleteJob(QUEUES.dead, own);
}

/** Systems whose job waits, is tried again or is at work. */
export async function countUnfinished(boss: PgBoss): Promise<number> {
  const jobs = await boss.findJobs(QUEUES.sync, {});
  return jobs.filter(({ state }) => state === 'created' || state === 'retry' || state === 'active').length;
}
