/** A drop folder of packages, a live land centre, and the settings to sync both into a database of their own. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, inject } from 'vitest';
import { openDatabase, type Database } from '../../../database/connection.ts';
import { landminingMappings } from '../../../mappings/landmining/index.ts';
import { syncSystem } from '../../../pipelines/night/sync-system.ts';
import type { SyncOptions, SystemSync } from '../../../pipelines/night/sync-options.ts';
import { nightSchema } from '../../../pipelines/night/night-settings.ts';
import { findSystem } from '../../../pipelines/registry.ts';
import type { Settings, SystemSettings } from '../../../pipelines/settings.ts';
import type { SystemDeclaration } from '../../../pipelines/system.ts';
import { createTable } from '../../../scripts/faults/sources.ts';
import { gbPackage } from '../../fixtures/formats/xml-package.ts';
import { emptyDatabase, useDatabases } from '../../setup/database.ts';
import { withDatabase } from '../../setup/urls.ts';

export function declared(system: string): SystemDeclaration {
  const declaration = findSystem(system);
  if (!declaration) throw new Error(`no system ${system}`);
  return declaration;
}

export const project = (key: string, name: string, more = ''): string =>
  `<XMDM>${key}</XMDM><XMMC>${name}</XMMC>${more}`;

export class NightPlace {
  readonly directory: string;
  readonly settings: Settings;
  readonly land: Database;
  readonly #name: string;

  private constructor(directory: string, name: string) {
    this.directory = directory;
    this.#name = name;
    const url = new URL(withDatabase(inject('serverUrl'), name));
    this.land = openDatabase(url.href, 1);
    const landmining: SystemSettings = {
      connector: 'postgres',
      settings: {
        host: url.hostname,
        port: Number(url.port),
        database: name,
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        ssl: 'disable',
      },
    };
    const onestop: SystemSettings = { connector: 'xml', settings: { directory: './drop', optionalStreams: true } };
    this.settings = {
      file: join(directory, 'ggzy.yaml'),
      baseDirectory: directory,
      target: { url: '', directory: '' },
      chunkSize: 1000,
      systems: new Map([
        ['onestop', onestop],
        ['landmining', landmining],
      ]),
      night: nightSchema.parse({}),
    };
  }

  static async open(): Promise<NightPlace> {
    const directory = await mkdtemp(join(tmpdir(), 'ggzy-night-'));
    await mkdir(join(directory, 'drop'));
    const name = `ggzy_land_${randomBytes(6).toString('hex')}`;
    const server = openDatabase(inject('serverUrl'), 1);
    await server.query(`create database ${name} encoding 'UTF8' template template0`);
    await server.close();
    const place = new NightPlace(directory, name);
    for (const { stream } of landminingMappings) await place.land.query(createTable(stream));
    return place;
  }

  /** @param day `20201201`. */
  async drop(day: string, ...projects: readonly string[]): Promise<void> {
    await writeFile(join(this.directory, 'drop', `TZXM_${day}_001.xml`), gbPackage(...projects));
  }

  async close(): Promise<void> {
    await this.land.close();
    const server = openDatabase(inject('serverUrl'), 1);
    await server.query(`drop database ${this.#name} with (force)`);
    await server.close();
    await rm(this.directory, { recursive: true, force: true });
  }
}

export interface Night {
  readonly database: Database;
  readonly place: NightPlace;
}

/** An empty database and a place of its own for each test. */
export function useNight(): () => Night {
  const openFresh = useDatabases();
  let database: Database | undefined;
  let night: Night;
  beforeEach(async () => {
    database ??= (await openFresh()).database;
    await emptyDatabase(database);
    night = { database, place: await NightPlace.open() };
  });
  afterEach(() => night.place.close());
  return () => night;
}

export function syncAt(
  { settings }: NightPlace,
  database: Database,
  { system, at, ...more }: { system: string; at: string } & Partial<SyncOptions>,
): Promise<SystemSync> {
  return syncSystem({
    database,
    settings,
    declaration: declared(system),
    operator: 'tester',
    now: new Date(`${at}+08:00`),
    signal: new AbortController().signal,
    progress: () => undefined,
    sweep: 'due',
    ...more,
  });
}
