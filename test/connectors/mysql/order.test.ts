/** The order of reading, on a server: by every kind of key. */
import { expect, it } from 'vitest';
import type { StreamContract } from '../../../connectors/stream.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import {
  expectEveryCursorToLeadOn,
  streamWith,
  testForeignCursors,
  testOrder,
  type OrderCase,
  type OrderedSource,
} from '../database/live-order.ts';
import { readRows } from '../database/read-rows.ts';
import { numbersTo, useSource } from './source.ts';

const LONG = `concat(repeat('藏', 500), 'b'), 1), (concat(repeat('藏', 500), 'a'), 2`;

const CASES: readonly OrderCase[] = [
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

describeOnMariadb('the order of mysql', () => {
  const source = useSource();

  const ordered: OrderedSource = {
    ...source,
    columnsOf: async (table) => (await source.query(`show columns from ${table}`)).map((row) => String(row['Field'])),
  };

  testOrder(ordered, CASES);
  testForeignCursors(ordered);

  it('tells long texts apart behind the part the server sorts by', async () => {
    await source.query(`create table longer (k text, v int); insert into longer values (${LONG}), ('a', 3), (null, 4)`);
    const stream = streamWith('longer', ['k'], ['k', 'v']);
    const connector = await source.open();
    expect(await readRows(connector, { stream, columns: ['v'] })).toHaveLength(4);
    await expectEveryCursorToLeadOn(connector, stream);
  });

  it('is that of the changes where the last state of a key counts', async () => {
    await source.query(`create table journal (seq bigint primary key, k varchar(9), v int)`);
    await source.query(`insert into journal values (30, 'a', 1), (4, 'b', 2), (100, 'a', 3), (5, null, 4)`);
    const stream: StreamContract = {
      ...streamWith('journal', ['k'], ['seq', 'k', 'v']),
      cursor: { column: 'seq', kind: 'modification' },
      repeated: 'last',
    };
    const connector = await source.open();
    const rows = await readRows(connector, { stream, columns: ['v'] });
    expect(rows.map(([, v]) => v)).toEqual(['2', '4', '1', '3']);
    expect((await connector.describe(stream)).findings).toEqual([]);
    await expectEveryCursorToLeadOn(connector, stream);
  });

  it('lets nothing into its SQL that is no value of the column', async () => {
    await source.query(`create table if not exists plain (k int primary key); insert ignore into plain values (1)`);
    const stream = streamWith('plain', ['k'], ['k']);
    const after = JSON.stringify({ rows: 1, key: ['0 or 1=1'] });
    await expect(readRows(await source.open(), { stream, columns: ['k'], after })).rejects.toThrow('不是列 k');
  });

  it('needs no sort where the primary key gives it', async () => {
    await source.query(`create table big (k varchar(40) primary key, v text)`);
    await source.query(`insert into big select concat('k', seq), 'x' from ${numbersTo(20_000)}; analyze table big`);
    const stream = streamWith('big', ['k'], ['k', 'v']);
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
