/** Whatever the key is, reading behind any cursor gives exactly the records after it. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { findTable } from '../../../connectors/postgres/catalog.ts';
import { orderOf, selectSql } from '../../../connectors/postgres/order.ts';
import { accessOf, settings } from '../../../connectors/postgres/settings.ts';
import { Snapshot } from '../../../connectors/postgres/snapshot.ts';
import { defineStream, type StreamContract } from '../../../connectors/stream.ts';
import { SourceError } from '../../../core/errors.ts';
import { readByRanges } from '../database/read-ranges.ts';
import { readRows, useSource } from './source.ts';

const source = useSource();

interface Case {
  readonly what: string;
  /** Columns and constraints of the table. */
  readonly definition: string;
  readonly values: string;
  readonly key: readonly string[];
  readonly expected: readonly (string | null)[];
}

const CASES: readonly Case[] = [
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

async function make({ definition, values, key }: Case, name: string): Promise<StreamContract> {
  await source.query(`create table ${name} (${definition})`);
  await source.query(`insert into ${name} values ${values}`);
  const rows = await source.query(
    `select attname as name from pg_attribute where attrelid = '${name}'::regclass and attnum > 0`,
  );
  const columns = Object.fromEntries(rows.map((row) => [String(row['name']), { type: 'any', label: '' }]));
  return defineStream<string>({ name, label: name, key, deletion: [], version: 1, columns });
}

/** Reads record by record, and again from each cursor. */
async function expectEveryCursorToLeadOn(connector: Connector, stream: StreamContract): Promise<void> {
  // The key is not always among what is asked for.
  for (const columns of [Object.keys(stream.columns), Object.keys(stream.columns).slice(-1)]) {
    const all = await readRows(connector, { stream, columns });
    expect(all.map(([row]) => row)).toEqual(all.map((_, index) => index + 1));
    for await (const { records, cursor } of connector.read({ stream, columns, chunkSize: 1 })) {
      const rest = await readRows(connector, { stream, columns, after: cursor });
      expect(rest).toEqual(all.slice(records[0]?.row));
    }
  }
}

describe('order', () => {
  it.each(CASES.map((each, index) => [each.what, each, `case_${index}`] as const))(
    'reads %s',
    async (_, each, name) => {
      await source.query(`create extension if not exists citext`);
      await source.query(
        `do $$ begin create type mood as enum ('sad', 'ok'); exception when duplicate_object then null; end $$`,
      );
      const stream = await make(each, name);
      const connector = await source.open();
      const rows = await readRows(connector, { stream, columns: ['k'] });
      expect(rows.map(([, k]) => k)).toEqual(each.expected);
      expect(await readByRanges(await source.open({ rangeRows: 1 }), { stream, columns: ['k'] })).toEqual(rows);
      await expectEveryCursorToLeadOn(connector, stream);
    },
  );

  it('of a parent table does not trust its own index: children are not in it', async () => {
    await source.query(`create table parent (k int primary key); create table child () inherits (parent)`);
    await source.query(`insert into parent values (1), (2); insert into child values (1), (3)`);
    const stream = defineStream({
      name: 'parent',
      label: '',
      key: ['k'],
      deletion: [],
      version: 1,
      columns: { k: { type: 'int', label: '' } },
    });
    const connector = await source.open();
    expect(await readRows(connector, { stream, columns: ['k'] })).toHaveLength(4);
    await expectEveryCursorToLeadOn(connector, stream);
  });

  it.each(['', 'x', '{"rows":1,"key":[]}', '{"rows":1,"key":["1"],"content":"c","same":1}', '{"rows":1,"key":[null]}'])(
    'refuses the cursor %j, which is of another order',
    async (after) => {
      await source.query(`create table if not exists plain (k int primary key)`);
      const stream = defineStream({
        name: 'plain',
        label: '',
        key: ['k'],
        deletion: [],
        version: 1,
        columns: { k: { type: 'int', label: '' } },
      });
      const reading = readRows(await source.open(), { stream, columns: ['k'], after });
      await expect(reading).rejects.toThrow(SourceError);
      await expect(reading).rejects.toThrow('续读位置');
    },
  );

  it('needs no sort where the primary key gives the order', async () => {
    await source.query(`create table big as select i::text as k from generate_series(1, 20000) i`);
    await source.query(`alter table big add primary key (k)`);
    await source.query(`analyze big`);
    const stream = defineStream({
      name: 'big',
      label: '',
      key: ['k'],
      deletion: [],
      version: 1,
      columns: { k: { type: 'text', label: '' } },
    });
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
