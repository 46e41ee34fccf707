/** A migrated database of a test's own, cloned from the template and dropped at its end. */
import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { openDatabase, type Database } from '../../database/connection.ts';
import { withDatabase } from './urls.ts';

/** Small, so that many tests fit beside each other. */
const CONNECTIONS = 3;

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  readonly drop: () => Promise<void>;
}

export async function freshDatabase(): Promise<TestDatabase> {
  const name = `ggzy_test_${randomBytes(6).toString('hex')}`;
  const serverUrl = inject('serverUrl');
  // Copying files is twice as fast as writing them to the log, where nothing is flushed.
  await onServer(serverUrl, `create database ${name} template ${inject('template')} strategy file_copy`);
  const url = withDatabase(serverUrl, name);
  const database = openDatabase(url, CONNECTIONS);
  const drop = async (): Promise<void> => {
    await database.close();
    await onServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { url, database, drop };
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = openDatabase(url, 1);
  try {
    await server.query(statement);
  } finally {
    await server.close();
  }
}

/** Fresh databases for the tests of one file; all of them are dropped when the file is done. */
export function useDatabases(): () => Promise<TestDatabase> {
  const opened: TestDatabase[] = [];
  afterAll(async () => {
    for (const { drop } of opened) await drop();
  });
  return async () => {
    const database = await freshDatabase();
    opened.push(database);
    return database;
  };
}

/** Takes every row out; what runs depend on goes first. Much faster than another clone. */
export async function emptyDatabase(database: Database): Promise<void> {
  const tables = await database.query(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('canonical', 'raw', 'ops') and tablename not like 'migrations%'
    order by tablename = 'runs'`);
  await database.transaction(async (client) => {
    await client.query(tables.map(({ name }) => `delete from ${name}`).join(';'));
  });
}
