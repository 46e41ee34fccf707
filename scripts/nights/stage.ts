/** The servers of the thirty nights, the prefectures on them, and the commands of the person on duty. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createConnection, type Connection } from 'mysql2/promise';
import pg from 'pg';
import { stringify } from 'yaml';
import { prepareServerHome, runServerTool } from '../../database/embedded-home.ts';
import { acquireEmbeddedServer, type EmbeddedServer } from '../../database/embedded.ts';
import { startMariadb, type MariadbServer } from '../services/mariadb/server.ts';
import { Lhasa } from './sources/lhasa.ts';
import { Nagqu } from './sources/nagqu.ts';
import { Nyingchi } from './sources/nyingchi.ts';
import { Qamdo } from './sources/qamdo.ts';
import { Shannan } from './sources/shannan.ts';
import { Shigatse } from './sources/shigatse.ts';

const CLI = join(import.meta.dirname, '..', '..', 'cli', 'ggzy.ts');

export interface Prefectures {
  readonly lhasa: Lhasa;
  readonly shannan: Shannan;
  readonly shigatse: Shigatse;
  readonly qamdo: Qamdo;
  readonly nyingchi: Nyingchi;
  readonly nagqu: Nagqu;
}

export interface Command {
  readonly child: ChildProcess;
  /** What it printed and how it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }>;
}

interface Held {
  readonly home: string;
  readonly source: EmbeddedServer;
  readonly target: EmbeddedServer;
  readonly mariadb: MariadbServer;
  readonly lhasaOwner: Connection;
  readonly shannanOwner: pg.Client;
}

async function ownerOf(server: EmbeddedServer): Promise<{ owner: pg.Client; url: URL }> {
  const admin = new pg.Client(server.connectionString);
  await admin.connect();
  await admin.query('create database snggzy');
  await admin.end();
  const url = new URL(server.connectionString);
  url.pathname = '/snggzy';
  const owner = new pg.Client(url.href);
  owner.on('error', () => undefined);
  await owner.connect();
  return { owner, url };
}

export class NightStage {
  readonly prefectures: Prefectures;
  readonly #held: Held;
  readonly #config: string;

  private constructor(held: Held, prefectures: Prefectures) {
    this.#held = held;
    this.prefectures = prefectures;
    this.#config = join(held.home, 'ggzy.yaml');
  }

  /** @param systems that are to be synced. */
  static async open(systems: readonly (keyof Prefectures)[]): Promise<NightStage> {
    const home = await mkdtemp(join(tmpdir(), 'ggzy-nights-'));
    await chmod(home, 0o755);
    // The source has a server of its own: the target's goes down.
    const source = await acquireEmbeddedServer(join(home, 'shannan'));
    const target = await acquireEmbeddedServer(join(home, 'target'));
    const mariadb = await startMariadb();
    const lhasaOwner = await createConnection({ uri: mariadb.url, charset: 'utf8mb4' });
    const { owner, url } = await ownerOf(source);
    const drops = join(home, 'drops');
    for (const name of ['shigatse', 'qamdo', 'nyingchi']) await mkdir(join(drops, name), { recursive: true });
    const prefectures: Prefectures = {
      lhasa: await Lhasa.create(lhasaOwner, mariadb.url),
      shannan: await Shannan.create(owner, url),
      shigatse: new Shigatse(join(drops, 'shigatse')),
      qamdo: new Qamdo(join(drops, 'qamdo')),
      nyingchi: new Nyingchi(join(drops, 'nyingchi')),
      nagqu: await Nagqu.create(),
    };
    const stage = new NightStage({ home, source, target, mariadb, lhasaOwner, shannanOwner: owner }, prefectures);
    await stage.#writeSettings(systems);
    return stage;
  }

  get targetUrl(): string {
    return this.#held.target.connectionString;
  }

  start(...args: readonly string[]): Command {
    const env = { ...process.env, DATABASE_URL: this.targetUrl, GGZY_LANG: 'zh' };
    const child = spawn(process.execPath, [CLI, '--config', this.#config, ...args], { env });
    const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
      ([output, errors]) => ({ code: child.exitCode, output, errors }),
    );
    return { child, ended };
  }

  /** Ends every session of the unified database and comes back on the same port. */
  async restartTarget(): Promise<void> {
    const home = await prepareServerHome(this.#held.target.directory);
    const { port } = new URL(this.targetUrl);
    const where = ['-D', home.data, '-l', home.logFile, '-o', `-p ${port}`];
    await runServerTool(home, 'pg_ctl', ['restart', '-w', '-m', 'immediate', ...where]);
  }

  async close(): Promise<void> {
    const { home, source, target, mariadb, lhasaOwner, shannanOwner } = this.#held;
    await lhasaOwner.end();
    await shannanOwner.end();
    await this.prefectures.nagqu.stop();
    await mariadb.stop();
    for (const server of [source, target]) {
      await server.release();
      await rm(server.directory, { recursive: true, force: true });
    }
    await rm(home, { recursive: true, force: true });
  }

  async #writeSettings(systems: readonly (keyof Prefectures)[]): Promise<void> {
    const settings = systems.map((system) => [system, this.prefectures[system].settings]);
    await writeFile(this.#config, stringify({ systems: Object.fromEntries(settings) }), { mode: 0o600 });
  }
}
