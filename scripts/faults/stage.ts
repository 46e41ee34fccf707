/** The servers on which scenarios play, and one undisturbed run from each kind of source to compare with. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../database/connection.ts';
import { acquireEmbeddedServer } from '../../database/embedded.ts';
import { migrateDatabase } from '../../database/migrate.ts';
import { onDatabase } from '../bench/peers/sources.ts';
import { startMariadb } from '../services/mariadb/server.ts';
import { messageOf, snapshotOf, type Account } from './account.ts';
import { Place } from './place.ts';
import type { Scenario, Stage } from './scenario.ts';
import type { Snapshot } from './snapshot.ts';
import { createCentre } from './sources.ts';

export interface OpenStage {
  play(scenario: Scenario): Promise<Account>;
  close(): Promise<void>;
}

const TARGET = 'fault_target';

export async function openStage(): Promise<OpenStage> {
  const home = await mkdtemp(join(tmpdir(), 'ggzy-fault-server-'));
  await chmod(home, 0o755);
  const server = await acquireEmbeddedServer(home);
  const mariadb = await startMariadb();
  const sources = await createCentre(server.connectionString, mariadb.url);
  const owner = openDatabase(server.connectionString, 1);
  const places: Place[] = [];
  const open: Stage['open'] = async ({ kind, target, ...given }) => {
    const source = kind === 'mssql' ? '' : sources[kind];
    if (target === undefined) {
      await owner.query(`drop database if exists ${TARGET} with (force)`);
      await owner.query(`create database ${TARGET}`);
      await migrateDatabase(onDatabase(server.connectionString, TARGET));
    }
    const place = await Place.open({
      kind,
      source,
      target: target ?? onDatabase(server.connectionString, TARGET),
      ...given,
    });
    places.push(place);
    return place;
  };
  const leave = async (): Promise<void> => {
    for (const place of places.splice(0)) await place.close();
  };
  const undisturbedRun = async (kind: 'mysql' | 'postgres'): Promise<Snapshot> => {
    const place = await open({ kind });
    const ending = await place.migrate();
    if (ending.code !== 0) throw new Error(`the undisturbed run: ${messageOf(ending)}\n${ending.output}`);
    const snapshot = await snapshotOf(place.target);
    await leave();
    return snapshot;
  };
  const undisturbed = { mysql: await undisturbedRun('mysql'), postgres: await undisturbedRun('postgres') };
  const stage: Stage = { server: server.connectionString, sources, mariadb, undisturbed, open };
  return {
    async play(scenario) {
      try {
        return await scenario.play(stage);
      } finally {
        await leave();
      }
    },
    async close() {
      await leave();
      await owner.close();
      await mariadb.stop();
      await server.release();
      await rm(server.directory, { recursive: true, force: true });
      await rm(home, { recursive: true, force: true });
    },
  };
}
