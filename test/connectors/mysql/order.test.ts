/** Whatever the key is, reading behind any cursor gives exactly the records after it. */
import { expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { defineStream, type StreamContract } from '../../../connectors/stream.ts';
import { SourceError } from '../../../core/errors.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import { readByRanges } from '../database/read-ranges.ts';
import { numbersTo, readRows, useSource, type Source } from './source.ts';

interface Case {
  readonly what: string;
  /** Columns and constraints of the table. */
  readonly definition: string;
  readonly values: string;
  readonly key: readonly string[];
  readonly expected: readonly (string | null)[];
}

const LONG = `concat(repeat('藏', 500), 'b'), 1), (concat(repeat('藏', 500), 'a'), 2`;

const CASES: readonly Case[] = [
  {
    what: 'numbers by size',
    definition: 'k bigint primary key',
    values: '(10), (9), (-1), (9223372036854775807)',
    key: ['k'],
    expected: ['-1', '9', '10', '9223372036854775807'],
  },
  {
    what: 'decimals to the last digit',
    definition: 'k decimal(40,20) primary key',
    values: '(12345678901234567890.00000000000000000002), (12345678901234567890.00000000000000000001)',
    key: ['k'],
    expected: ['12345678901234567890.00000000000000000001', '12345678901234567890.00000000000000000002'],
  },
  {
    what: 'texts with quotes and backslashes, in the order of the index',
    definition: 'k varchar(50) primary key',
    values: String.raw`('a''b'), ('a\\b'), ('a"b'), ('藏'), (''), ('Ac')`,
    key: ['k'],
    expected: ['', `a"b`, `a'b`, 'Ac', 'a\\b', '藏'],
  },
  {
    what: 'texts of a unique index in another character set',
    definition: 'k varchar(50) character set latin1 primary key',
    values: `('é'), ('z'), ('A')`,
    key: ['k'],
    expected: ['A', 'é', 'z'],
  },
  {
    what: 'texts of a unique index in GBK, by their bytes',
    definition: 'k varchar(50) character set gbk primary key',
    values: `('藏'), ('西'), ('a'), ('B')`,
    key: ['k'],
    expected: ['B', 'a', '藏', '西'],
  },
  {
    what: 'texts by their bytes where no index gives an order',
    definition: 'k varchar(50)',
    values: `('b'), ('B'), ('a'), ('A'), ('a '), ('藏')`,
    key: ['k'],
    expected: ['A', 'B', 'a', 'a ', 'b', '藏'],
  },
  {
    what: 'several columns',
    definition: 'k int, k2 varchar(9), primary key (k, k2)',
    values: `(2, 'a'), (1, 'b'), (1, 'a'), (10, '')`,
    key: ['k', 'k2'],
    expected: ['1', '1', '2', '10'],
  },
  {
    what: 'several columns that the index has in another order',
    definition: 'k int, k2 varchar(9), primary key (k2, k)',
    values: `(2, 'a'), (1, 'b'), (1, 'a')`,
    key: ['k', 'k2'],
    expected: ['1', '1', '2'],
  },
  {
    what: 'keys without a value, last',
    definition: 'k int unique, k2 varchar(9)',
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
    what: 'moments to the microsecond, and those that are none',
    definition: 'k datetime(6) primary key',
    values: `('2020-01-01 00:00:00.000002'), ('2020-01-01 00:00:00.000001'), ('0000-00-00 00:00:00')`,
    key: ['k'],
    expected: ['0000-00-00 00:00:00.000000', '2020-01-01 00:00:00.000001', '2020-01-01 00:00:00.000002'],
  },
  {
    what: 'dates with parts that are zero',
    definition: 'k date primary key',
    values: `('2019-00-00'), ('2018-12-31'), ('0000-00-00')`,
    key: ['k'],
    expected: ['0000-00-00', '2018-12-31', '2019-00-00'],
  },
  {
    what: 'a list by its texts',
    definition: `k enum('sad', 'ok') primary key`,
    values: `('sad'), ('ok')`,
    key: ['k'],
    expected: ['ok', 'sad'],
  },
  {
    what: 'bits and durations by their texts',
    definition: 'k bit(9), k2 time, primary key (k, k2)',
    values: `(b'100000000', '-01:00:00'), (b'10', '838:59:59'), (b'10', '09:00:00')`,
    key: ['k', 'k2'],
    expected: ['000000010', '000000010', '100000000'],
  },
  {
    what: 'bytes',
    definition: 'k varbinary(9) primary key',
    values: `(x'ff'), (x''), (x'00'), (x'0000')`,
    key: ['k'],
    expected: ['0x', '0x00', '0x0000', '0xFF'],
  },
  {
    what: 'numbers that print the same though they differ',
    definition: 'k float primary key, v int',
    values: '(16777216, 1), (16777218, 2), (1, 3)',
    key: ['k'],
    expected: ['1', '16777200', '16777200'],
  },
  {
    what: 'no key at all',
    definition: 'k int',
    values: '(1), (1), (1)',
    key: [],
    expected: ['1', '1', '1'],
  },
];

async function make(source: Source, { definition, values, key }: Case, name: string): Promise<StreamContract> {
  await source.query(`create table ${name} (${definition})`);
  await source.query(`insert into ${name} values ${values}`);
  const rows = await source.query(`show columns from ${name}`);
  const columns = Object.fromEntries(rows.map((row) => [String(row['Field']), { type: 'any', label: '' }]));
  return defineStream<string>({ name, label: name, key, deletion: [], version: 1, columns });
}

/** Reads record by record, and again from each cursor, while the first reading still stands open. */
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

const column = { type: 'any', label: '' };

describeOnMariadb('the order of mysql', () => {
  const source = useSource();

  it.each(CASES.map((each, index) => [each.what, each, `case_${index}`] as const))(
    'reads %s',
    async (_, each, name) => {
      const stream = await make(source, each, name);
      const connector = await source.open();
      const rows = await readRows(connector, { stream, columns: ['k'] });
      expect(rows.map(([, k]) => k)).toEqual(each.expected);
      expect(await readByRanges(await source.open({ rangeRows: 1 }), { stream, columns: ['k'] })).toEqual(rows);
      await expectEveryCursorToLeadOn(connector, stream);
    },
  );

  it('tells long texts apart behind the part the server sorts by', async () => {
    await source.query(`create table longer (k text, v int); insert into longer values (${LONG}), ('a', 3), (null, 4)`);
    const columns = { k: column, v: column };
    const stream = defineStream({ name: 'longer', label: '', key: ['k'], deletion: [], version: 1, columns });
    const connector = await source.open();
    expect(await readRows(connector, { stream, columns: ['v'] })).toHaveLength(4);
    await expectEveryCursorToLeadOn(connector, stream);
  });

  it('is that of the changes where the last state of a key counts', async () => {
    await source.query(`create table journal (seq bigint primary key, k varchar(9), v int)`);
    await source.query(`insert into journal values (30, 'a', 1), (4, 'b', 2), (100, 'a', 3), (5, null, 4)`);
    const stream = defineStream({
      name: 'journal',
      label: '流水',
      key: ['k'],
      cursor: { column: 'seq', kind: 'modification' },
      deletion: [],
      repeated: 'last',
      version: 1,
      columns: { seq: column, k: column, v: column },
    });
    const connector = await source.open();
    const rows = await readRows(connector, { stream, columns: ['v'] });
    expect(rows.map(([, v]) => v)).toEqual(['2', '4', '1', '3']);
    expect((await connector.describe(stream)).findings).toEqual([]);
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
        columns: { k: column },
      });
      const reading = readRows(await source.open(), { stream, columns: ['k'], after });
      await expect(reading).rejects.toThrow(SourceError);
      await expect(reading).rejects.toThrow('续读位置');
    },
  );

  it('lets nothing into its SQL that is no value of the column', async () => {
    await source.query(`create table if not exists plain (k int primary key); insert ignore into plain values (1)`);
    const stream = defineStream({
      name: 'plain',
      label: '',
      key: ['k'],
      deletion: [],
      version: 1,
      columns: { k: column },
    });
    const after = JSON.stringify({ rows: 1, key: ['0 or 1=1'] });
    await expect(readRows(await source.open(), { stream, columns: ['k'], after })).rejects.toThrow('不是列 k');
  });

  it('needs no sort where the primary key gives it', async () => {
    await source.query(`create table big (k varchar(40) primary key, v text)`);
    await source.query(`insert into big select concat('k', seq), 'x' from ${numbersTo(20_000)}; analyze table big`);
    const stream = defineStream({
      name: 'big',
      label: '',
      key: ['k'],
      deletion: [],
      version: 1,
      columns: { k: column, v: column },
    });
    const sorts = async (): Promise<number> => {
      const rows = await source.query(`select sum(variable_value) as n from information_schema.global_status
        where variable_name in ('SORT_SCAN', 'SORT_RANGE', 'SORT_MERGE_PASSES')`);
      return Number(rows[0]?.['n']);
    };
    const connector = await source.open();
    await connector.check([stream]);
    const before = await sorts();
    const after = JSON.stringify({ rows: 1, key: ['k5'] });
    const rows = await readRows(connector, { stream, columns: ['k', 'v'], after, chunkSize: 50_000 });
    expect(rows[0]).toEqual([2, 'k50', 'x']);
    expect((await sorts()) - before).toBe(0);
  });
});
