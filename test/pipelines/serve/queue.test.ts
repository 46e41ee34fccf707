/** The queue of the night: one job of a system at a time, tried again, dead at last, and buried once it comes through. */
import type { Job, PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { readDead } from '../../../database/read/operations.ts';
import { nightSchema } from '../../../pipelines/night/night-settings.ts';
import {
  buryDeadJobs,
  openQueue,
  QUEUES,
  readDeadJobs,
  scheduleNight,
  sendSync,
  type SyncJob,
} from '../../../pipelines/serve/queue.ts';
import { useDatabases } from '../../setup/database.ts';

const openFresh = useDatabases();
const night = nightSchema.parse({ retry: { limit: 1, delay: 1, heartbeat: 10 }, crons: { lhasa: '30 1 * * *' } });
let database: Database;
let boss: PgBoss;

beforeAll(async () => {
  const fresh = await openFresh();
  database = fresh.database;
  boss = await openQueue({ connectionString: fresh.url, night, onError: () => undefined });
}, 60_000);
afterAll(() => boss.stop({ graceful: false }));

const work = (handler: (job: Job<SyncJob>) => Promise<void>): Promise<string> =>
  boss.work<SyncJob>(QUEUES.sync, { pollingIntervalSeconds: 0.5, localConcurrency: 2 }, async ([job]) => {
    if (job) await handler(job);
  });

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe.sequential('the queue', { timeout: 60_000 }, () => {
  it('keeps a schedule per system in Beijing time, and forgets systems that are gone', async () => {
    await scheduleNight(boss, night, ['lhasa', 'nagqu']);
    await scheduleNight(boss, night, ['lhasa']);
    const schedules = await boss.getSchedules(QUEUES.sync);
    expect(schedules.map(({ key, cron, timezone }) => [key, cron, timezone])).toEqual([
      ['lhasa', '30 1 * * *', 'Asia/Shanghai'],
    ]);
    expect(await boss.getSchedules(QUEUES.report)).toHaveLength(1);
  });

  it('takes a job of a system once while it waits', async () => {
    expect(await sendSync(boss, 'egov')).toBe(true);
    expect(await sendSync(boss, 'egov')).toBe(false);
    expect(await sendSync(boss, 'onestop')).toBe(true);
    await boss.deleteAllJobs(QUEUES.sync);
  });

  it('works on one job of a system at a time, and on those of several side by side', async () => {
    const active = new Map<string, number>();
    const most = new Map<string, number>();
    let side = 0;
    let done = 0;
    const worker = await work(async ({ data: { system } }) => {
      active.set(system, (active.get(system) ?? 0) + 1);
      most.set(system, Math.max(most.get(system) ?? 0, active.get(system) ?? 0));
      side = Math.max(side, [...active.values()].filter((count) => count > 0).length);
      await new Promise((resolve) => setTimeout(resolve, 700));
      active.set(system, (active.get(system) ?? 1) - 1);
      done += 1;
    });
    for (const system of ['egov', 'egov', 'onestop'])
      await boss.send(QUEUES.sync, { system }, { singletonKey: system });
    await until(() => done === 3);
    expect(Object.fromEntries(most)).toEqual({ egov: 1, onestop: 1 });
    expect(side).toBe(2);
    await boss.offWork(QUEUES.sync, { id: worker });
  });

  it('tries a job that fails again, and lays it with the dead at last, with the reason', async () => {
    let tries = 0;
    const worker = await work(async () => {
      tries += 1;
      throw new Error('lhasa 无法连接');
    });
    await sendSync(boss, 'lhasa');
    await until(async () => (await readDeadJobs(boss)).length > 0);
    expect(tries).toBe(2);
    expect(await readDeadJobs(boss)).toMatchObject([{ system: 'lhasa', message: 'lhasa 无法连接' }]);
    expect(await readDead(database)).toMatchObject([{ system: 'lhasa', message: 'lhasa 无法连接' }]);
    await boss.offWork(QUEUES.sync, { id: worker });
  });

  it('buries the dead of a system that came through, and no others', async () => {
    await buryDeadJobs(boss, 'nagqu');
    expect(await readDeadJobs(boss)).toHaveLength(1);
    await buryDeadJobs(boss, 'lhasa');
    expect(await readDeadJobs(boss)).toEqual([]);
  });
});
