/** Transactions that the server ends: in favour of another one, or with their connection. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../database/connection.ts';
import { useDatabases } from '../setup/database.ts';

const openFresh = useDatabases();
let database: Database;
let url: string;

beforeAll(async () => {
  ({ database, url } = await openFresh());
  await database.query('create table steps (name text primary key, n int)');
  await database.query(`insert into steps values ('first', 0), ('second', 0)`);
});

const add = (name: string): string => `update steps set n = n + 1 where name = '${name}'`;
const counts = async () => (await database.query('select n from steps order by name')).map(({ n }) => n);

it('once more after a deadlock, from its beginning', async () => {
  const other = openDatabase(url, 1);
  const rival = await other.connect();
  // Whoever looks first is the victim.
  await rival.query(`set deadlock_timeout = '60s'`);
  await rival.query('begin');
  await rival.query(add('second'));
  let attempts = 0;
  let rivalDone: Promise<unknown> = Promise.resolve();
  await database.transaction(async (client) => {
    attempts += 1;
    await client.query(add('first'));
    if (attempts === 1) rivalDone = rival.query(add('first')).then(() => rival.query('commit'));
    await client.query(add('second'));
  });
  await rivalDone;
  await rival.end();
  await other.close();
  expect(attempts).toBeGreaterThanOrEqual(2);
  expect(await counts()).toEqual(['2', '2']);
});

it('not for ever, and not for faults of its own', async () => {
  let attempts = 0;
  const refused = (code: string) =>
    database.transaction(async (client) => {
      attempts += 1;
      await client.query(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`);
    });
  await expect(refused('40001')).rejects.toThrow('no');
  expect(attempts).toBe(5);
  attempts = 0;
  await expect(refused('23505')).rejects.toThrow('no');
  expect(attempts).toBe(1);
});

it('reports a connection that breaks between two statements, and nothing else breaks', async () => {
  const killed = database.transaction(async (client) => {
    const { rows } = await client.query<{ pid: string }>('select pg_backend_pid() as pid');
    await database.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await sleep(200);
    await client.query('select 1');
  });
  await expect(killed).rejects.toThrow();
  expect(await database.query('select 1 as one')).toEqual([{ one: '1' }]);
});
