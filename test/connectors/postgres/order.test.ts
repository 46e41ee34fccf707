/** The order of reading, on a server: by every kind of key. */
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findTable } from '../../../connectors/postgres/catalog.ts';
import { orderOf, selectSql } from '../../../connectors/postgres/order.ts';
import { accessOf, settings } from '../../../connectors/postgres/settings.ts';
import { Snapshot } from '../../../connectors/postgres/snapshot.ts';
import {
  expectEveryCursorToLeadOn,
  streamWith,
  testForeignCursors,
  testOrder,
  type OrderCase,
  type OrderedSource,
} from '../database/live-order.ts';
import { readRows } from '../database/read-rows.ts';
import { useSource } from './source.ts';

const source = useSource();
const ordered: OrderedSource = {
  ...source,
  async columnsOf(table) {
    const rows = await source.query(
      `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0`,
    );
    return rows.map((row) => String(row['name']));
  },
};

const CASES: readonly OrderCase[] = [
  {
    what: 'numbers by size',
    definition: 'k bigint primary key',
    values: '(10), (9), (-1)',
    key: ['k'],
    expected: ['-1', '9', '10'],
  },
  {
    what: 'texts with quotes and backslashes',
    definition: 'k text primary key',
    values: String.raw`('a''b'), ('a\b'), ('a"b'), ('藏'), (''), ('Ab')`,
    key: ['k'],
    expected: ['', 'Ab', `a"b`, `a'b`, 'a\\b', '藏'],
  },
  {
    what: 'texts by their bytes where no index gives an order',
    definition: 'k text collate "und-x-icu"',
    values: `('b'), ('B'), ('a'), ('A')`,
    key: ['k'],
    expected: ['A', 'B', 'a', 'b'],
  },
  {
    what: 'several columns',
    definition: 'k int, k2 text, primary key (k, k2)',
    values: `(2, 'a'), (1, 'b'), (1, 'a'), (10, '')`,
    key: ['k', 'k2'],
    expected: ['1', '1', '2', '10'],
  },
  {
    what: 'several columns that the index has in another order',
    definition: 'k int, k2 text, primary key (k2, k)',
    values: `(2, 'a'), (1, 'b'), (1, 'a')`,
    key: ['k', 'k2'],
    expected: ['1', '1', '2'],
  },
  {
    what: 'keys without a value, last',
    definition: 'k int unique, k2 text',
    values: `(null, 'a'), (2, 'b'), (null, 'a'), (null, null), (1, null)`,
    key: ['k', 'k2'],
    expected: ['1', '2', null, null, null],
  },
  {
    what: 'a key that repeats, with equal and with other content',
    definition: 'k int, v text',
    values: `(1, 'x'), (1, 'x'), (1, 'y'), (1, 'x'), (0, 'x'), (1, null), (2, 'x')`,
    key: ['k'],
    expected: ['0', '1', '1', '1', '1', '1', '2'],
  },
  {
    what: 'moments to the microsecond',
    definition: 'k timestamptz primary key',
    values: `('2020-01-01 00:00:00.000002+00'), ('2020-01-01 00:00:00.000001+00')`,
    key: ['k'],
    expected: ['2020-01-01 08:00:00.000001+08', '2020-01-01 08:00:00.000002+08'],
  },
  {
    what: 'an enumeration in its own order',
    definition: 'k mood primary key',
    values: `('sad'), ('ok')`,
    key: ['k'],
    expected: ['sad', 'ok'],
  },
  {
    what: 'a type of an extension by its text',
    definition: 'k citext primary key',
    values: `('a'), ('B'), ('c')`,
    key: ['k'],
    expected: ['B', 'a', 'c'],
  },
  {
    what: 'a type that has no order by its text',
    definition: 'k json',
    values: `('[2]'), ('[1]'), ('[1]')`,
    key: ['k'],
    expected: ['[1]', '[1]', '[2]'],
  },
  { what: 'no key at all', definition: 'k int', values: '(1), (1), (1)', key: [], expected: ['1', '1', '1'] },
];

describe('order', () => {
  beforeAll(async () => {
    await source.query(`create extension citext; create type mood as enum ('sad', 'ok')`);
  });
  testOrder(ordered, CASES);
  testForeignCursors(ordered);

  it('of a parent table does not trust its own index: children are not in it', async () => {
    await source.query(`create table parent (k int primary key); create table child () inherits (parent)`);
    await source.query(`insert into parent values (1), (2); insert into child values (1), (3)`);
    const stream = streamWith('parent', ['k'], ['k']);
    const connector = await source.open();
    expect(await readRows(connector, { stream, columns: ['k'] })).toHaveLength(4);
    await expectEveryCursorToLeadOn(connector, stream);
  });

  it('needs no sort where the primary key gives the order', async () => {
    await source.query(`create table big as select i::text as k from generate_series(1, 20000) i`);
    await source.query(`alter table big add primary key (k)`);
    await source.query(`analyze big`);
    const stream = streamWith('big', ['k'], ['k']);
    const access = await accessOf(settings.parse(source.settings), { system: 'landmining', baseDirectory: '/' });
    const snapshot = await Snapshot.take(access);
    onTestFinished(() => snapshot.release());
    const table = await snapshot.within((session) => findTable(session, { schema: 'public', table: 'big' }));
    if (!table) throw new Error('no table');
    const selection = {
      table,
      order: orderOf(stream, table),
      storedAs: undefined,
      request: { stream, columns: ['k'] },
    };
    const sql = selectSql({ ...selection, after: { rows: 1, key: ['5'] } });
    const plan = (await source.query(`explain ${sql}`)).map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toContain('Sort');
  });
});
