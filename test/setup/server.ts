/**
 * One PostgreSQL for the whole test run, with a migrated template that every test clones: the server that
 * TEST_DATABASE_URL names, or an embedded one in a directory of its own.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../database/connection.ts';
import { acquireEmbeddedServer } from '../../database/embedded.ts';
import { migrateDatabase } from '../../database/migrate.ts';
import { withDatabase } from './urls.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly serverUrl: string;
    readonly template: string;
  }
}

interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function startEmbedded(): Promise<Server> {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-test-server-'));
  // The server may run as another user.
  await chmod(directory, 0o755);
  const server = await acquireEmbeddedServer(directory);
  const database = openDatabase(server.connectionString, 1);
  // Nothing here has to survive a power cut.
  await database.query('alter system set fsync = off');
  await database.query('select pg_reload_conf()');
  await database.close();
  return {
    url: server.connectionString,
    async stop() {
      await server.release();
      await rm(server.directory, { recursive: true, force: true });
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  const server = given === '' ? await startEmbedded() : { url: given, stop: async () => undefined };
  const template = `ggzy_template_${process.pid}`;
  const database = openDatabase(server.url, 1);
  try {
    await database.query(`create database ${template} encoding 'UTF8' template template0`);
    await migrateDatabase(withDatabase(server.url, template));
    project.provide('serverUrl', server.url);
    project.provide('template', template);
  } catch (thrown) {
    await database.close();
    await server.stop();
    throw thrown;
  }
  return async () => {
    await database.query(`drop database ${template} with (force)`);
    await database.close();
    await server.stop();
  };
}
