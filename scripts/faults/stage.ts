/** The servers on which scenarios play, and one undisturbed run from each kind of source to compare with. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../database/connection.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../database/embedded.ts';
import { migrateDatabase } from '../../database/migrate.ts';
import { onDatabase, type Sources } from '../bench/peers/sources.ts';
import { startMariadb, type MariadbServer } from '../services/mariadb/server.ts';
import { messageOf, snapshotOf, type Account } from './account.ts';
import { Place, type PlaceOptions } from './place.ts';
import type { Scenario, Stage } from './scenario.ts';
import type { Snapshot } from './snapshot.ts';
import { createCentre } from './sources.ts';

const TARGET = 'fault_target';

interface Servers {
  readonly home: string;
  readonly postgres: EmbeddedServer;
  readonly mariadb: MariadbServer;
}

async function startServers(): Promise<Servers> {
  const home = await mkdtemp(join(tmpdir(), 'ggzy-fault-server-'));
  await chmod(home, 0o755);
  return { home, postgres: await acquireEmbeddedServer(home), mariadb: await startMariadb() };
}

export class FaultStage {
  readonly #servers: Servers;
  readonly #sources: Sources;
  readonly #owner: Database;
  readonly #places: Place[] = [];
  #undisturbed: Stage['undisturbed'] | undefined;

  private constructor(servers: Servers, sources: Sources) {
    this.#servers = servers;
    this.#sources = sources;
    this.#owner = openDatabase(servers.postgres.connectionString, 1);
  }

  static async open(): Promise<FaultStage> {
    const servers = await startServers();
    return new FaultStage(servers, await createCentre(servers.postgres.connectionString, servers.mariadb.url));
  }

  async play(scenario: Scenario): Promise<Account> {
    this.#undisturbed ??= { mysql: await this.#runQuietly('mysql'), postgres: await this.#runQuietly('postgres') };
    const { postgres, mariadb } = this.#servers;
    try {
      return await scenario.play({
        server: postgres.connectionString,
        sources: this.#sources,
        mariadb,
        undisturbed: this.#undisturbed,
        open: (options) => this.#open(options),
      });
    } finally {
      await this.#leave();
    }
  }

  async close(): Promise<void> {
    const { home, postgres, mariadb } = this.#servers;
    await this.#leave();
    await this.#owner.close();
    await mariadb.stop();
    await postgres.release();
    await rm(postgres.directory, { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  }

  async #open({ kind, target, ...given }: Parameters<Stage['open']>[0]): Promise<Place> {
    const source = kind === 'mssql' ? '' : this.#sources[kind];
    const options: PlaceOptions = { kind, source, target: target ?? (await this.#emptyTarget()), ...given };
    const place = await Place.open(options);
    this.#places.push(place);
    return place;
  }

  async #emptyTarget(): Promise<string> {
    await this.#owner.query(`drop database if exists ${TARGET} with (force)`);
    await this.#owner.query(`create database ${TARGET}`);
    const url = onDatabase(this.#servers.postgres.connectionString, TARGET);
    await migrateDatabase(url);
    return url;
  }

  async #runQuietly(kind: 'mysql' | 'postgres'): Promise<Snapshot> {
    try {
      const place = await this.#open({ kind });
      const ending = await place.migrate();
      if (ending.code !== 0) throw new Error(`the undisturbed run: ${messageOf(ending)}\n${ending.output}`);
      return await snapshotOf(place.target);
    } finally {
      await this.#leave();
    }
  }

  async #leave(): Promise<void> {
    for (const place of this.#places.splice(0)) await place.close();
  }
}
