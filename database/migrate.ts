/** Numbered SQL migrations, run by knex under one lock. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toTargetError } from './connection.ts';

const DIRECTORY = join(import.meta.dirname, 'migrations');

/** knex writes its own remarks to standard output, where `--json` wants nothing but JSON. */
const SILENT = { warn: () => undefined, error: () => undefined, deprecate: () => undefined, debug: () => undefined };

const source = {
  getMigrations: async (): Promise<string[]> =>
    (await readdir(DIRECTORY)).filter((name) => name.endsWith('.sql')).sort(),
  getMigrationName: (name: string): string => name,
  getMigration: async (name: string) => {
    const sql = await readFile(join(DIRECTORY, name), 'utf8');
    return {
      up: (target: { raw(sql: string): Promise<unknown> }) => target.raw(sql.replaceAll('?', '\\?')),
      down: () => Promise.reject(new Error('migrations only go forward; restore a backup instead')),
    };
  },
};

/** Brings the target to the newest structure. @returns names of the migrations that ran. */
export async function migrateDatabase(connectionString: string): Promise<string[]> {
  // It takes longer to load than most commands need it: those that only look never do.
  const { default: knex } = await import('knex');
  const client = knex({ client: 'pg', connection: connectionString, pool: { min: 0, max: 1 }, log: SILENT });
  try {
    await client.raw('create schema if not exists ops');
    const options = {
      migrationSource: source,
      schemaName: 'ops',
      tableName: 'migrations',
      disableMigrationsListValidation: false,
    };
    const [, names] = (await client.migrate.latest(options)) as [number, string[]];
    return names;
  } catch (thrown) {
    throw toTargetError(thrown, '无法更新目标库结构');
  } finally {
    await client.destroy();
  }
}
