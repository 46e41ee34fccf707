/** The target's server crashes in the middle of a run and comes back: what was staged is unlogged and gone. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquireEmbeddedServer } from '../../../database/embedded.ts';
import { openDatabase } from '../../../database/connection.ts';
import { migrateDatabase } from '../../../database/migrate.ts';
import { describeHoldings, Disagreement, messageOf, runAgain } from '../account.ts';
import { Proxy } from '../proxy.ts';
import type { Scenario } from '../scenario.ts';

const MIDDLE = 1_200_000;
const SLOW = 700_000;

async function crash(directory: string): Promise<void> {
  const [pid = ''] = (await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGQUIT');
  for (let alive = true; alive; await sleep(50)) {
    try {
      process.kill(Number(pid), 0);
    } catch {
      alive = false;
    }
  }
}

async function countStaged(url: string): Promise<number> {
  const database = openDatabase(url, 1);
  try {
    const tables = await database.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'stage'`,
    );
    if (tables.length === 0) throw new Disagreement('the staging tables are gone');
    const counts = tables.map(({ name }) => `(select count(*) from ${name})`);
    const [row] = await database.query(`select ${counts.join(' + ')} as n`);
    return Number(row?.['n']);
  } finally {
    await database.close();
  }
}

export const targetRestart: Scenario = {
  fault: 'the target crashes in the middle of a stream and is started again',
  async play(stage) {
    const directory = await mkdtemp(join(tmpdir(), 'ggzy-fault-target-'));
    await chmod(directory, 0o755);
    let server = await acquireEmbeddedServer(directory);
    const address = new URL(server.connectionString);
    const way = await Proxy.start(Number(address.port));
    try {
      await migrateDatabase(server.connectionString);
      address.port = String(way.port);
      const place = await stage.open({ kind: 'mysql', target: address.href });
      place.network.set({ bytesPerSecond: SLOW });
      const { ended } = place.start();
      await Promise.race([place.network.passed(MIDDLE), ended]);
      await crash(server.directory);
      const sees = messageOf(await ended);
      place.network.set({});
      server = await acquireEmbeddedServer(directory);
      way.upstream = Number(new URL(server.connectionString).port);
      const staged = await countStaged(place.target);
      const holds = `${await describeHoldings(place.target)}; ${staged} rows are left in the staging tables`;
      const next = await runAgain(place, stage.undisturbed.mysql);
      return { sees, holds, next };
    } finally {
      await way.stop();
      await server.release();
      await rm(directory, { recursive: true, force: true });
    }
  },
};
