/**
 * The SQL of a reading, text by text. That a server understands it is not shown here: see live.test.ts. On the double:
 * whatever the key is, reading behind any cursor gives exactly the records after it.
 */
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { orderOf, selectQuery, type Selection } from '../../../connectors/mssql/order.ts';
import { defineStream, type StreamContract } from '../../../connectors/stream.ts';
import { SourceError } from '../../../core/errors.ts';
import { caught, collect } from '../../contract/delivery.ts';
import { startTables } from './double-source.ts';
import { numbers, numbersTable } from './numbers.ts';
import { readRows } from '../database/read-rows.ts';
import { SERVER_2019, streamOf, tableOf } from './tables.ts';

const notice = tableOf({ GGID: 'varchar(36) not null', BDID: 'int not null', NR: 'nvarchar(max)', FBSJ: 'datetime' }, [
  'GGID',
  'BDID',
]);
const HASH = /hashbytes\('SHA2_256', .*?0x00\)\)/g;

function queryOf(key: readonly string[], given: Partial<Selection> = {}, table = notice) {
  const stream = { ...streamOf(table, key), cursor: { column: 'FBSJ', kind: 'modification' as const } };
  const order = orderOf({ stream, table, server: SERVER_2019 });
  const request = { stream, columns: ['NR', 'GGID'] };
  return selectQuery({
    table,
    order,
    request,
    after: undefined,
    limit: undefined,
    ...given,
    ...sinceOf(given, request),
  });
}

function sinceOf(given: Partial<Selection>, request: Selection['request']): Partial<Selection> {
  return given.request?.changedSince === undefined ? {} : { request: { ...request, ...given.request } };
}

const MODIFIED = { cursor: { column: 'FBSJ', kind: 'modification' as const } };
const K0 = 'cast(@k0 collate Chinese_PRC_CI_AS as varchar(36))';

describe('the SQL of a reading', () => {
  it('walks a unique index in its own order', () => {
    expect(queryOf(['GGID', 'BDID'])).toEqual({
      text:
        'select t.[NR] as [NR], cast(t.[GGID] as nvarchar(36)) as [GGID], convert(varchar(11), t.[BDID]) as [BDID] ' +
        'from [dbo].[GC_GG] as t order by t.[GGID], t.[BDID] option (maxdop 1)',
      parameters: {},
    });
  });

  it('goes on behind a key in the code page and the collation of its column', () => {
    const { text, parameters } = queryOf(['GGID', 'BDID'], { after: { rows: 7, key: ["a'", '12'] }, limit: 5000 });
    expect(text).toMatch(/^select top \(5000\) /);
    expect(text).toContain(
      `where t.[GGID] >= ${K0} and (t.[GGID] > ${K0} or (t.[GGID] = ${K0} and t.[BDID] > cast(@k1 as int))) order by`,
    );
    expect(parameters).toEqual({ k0: "a'", k1: '12' });
  });

  it('sorts by characters and content where no index tells records apart, keys without a value last', () => {
    const { text } = queryOf(['GGID', 'FBSJ'], { table: notice });
    expect(text.replaceAll(HASH, '<content>')).toBe(
      'select t.[NR] as [NR], cast(t.[GGID] as nvarchar(36)) as [GGID], convert(varchar(23), t.[FBSJ], 121) as [FBSJ], ' +
        '<content> from [dbo].[GC_GG] as t order by cast(t.[GGID] as nvarchar(36)) collate Latin1_General_100_BIN2, ' +
        'case when t.[FBSJ] is null then 1 else 0 end, t.[FBSJ], <content> option (maxdop 1)',
    );
  });

  it('goes on from the content on where a key may repeat', () => {
    const after = { rows: 7, key: ['a', null], content: '00ff', same: 2 };
    const { text, parameters } = queryOf(['GGID', 'FBSJ'], { after });
    const sorted = 'cast(t.[GGID] as nvarchar(36)) collate Latin1_General_100_BIN2';
    expect(text.replaceAll(HASH, '<content>')).toContain(
      `where (${sorted} > @k0 or ${sorted} is null or (${sorted} = @k0 and (t.[FBSJ] is null and <content> >= @content)))`,
    );
    expect(parameters).toEqual({ k0: 'a', content: Buffer.from([0, 255]) });
  });

  it('takes what changed at the moment, behind it, or without one', () => {
    const request = { changedSince: '2020-01-01 02:00:00.003' } as Selection['request'];
    const { text, parameters } = queryOf(['GGID', 'BDID'], { request });
    expect(text).toContain('where (t.[FBSJ] >= convert(datetime, @since, 121) or t.[FBSJ] is null) order by');
    expect(parameters).toEqual({ since: '2020-01-01 02:00:00.003' });
  });

  it.each([
    ['datetime', '2020-11-30 18:00:00', 'convert(datetime, @frozen, 121)'],
    ['datetime2(7)', '2020-11-30 18:00:00', 'convert(datetime2(7), @frozen, 121)'],
    ['datetimeoffset(7)', '2020-11-30 18:00:00 +08:00', 'convert(datetimeoffset(7), @frozen, 121)'],
    ['date', '2020-11-30', 'convert(date, @frozen, 23)'],
  ])('is cut by a %s, as that type writes the moment', (type, text, value) => {
    const table = tableOf({ GGID: 'varchar(36) not null', FBSJ: type, NR: 'nvarchar(max)' }, ['GGID']);
    const request = { stream: { ...streamOf(table, ['GGID']), ...MODIFIED, frozenAt: '2020-11-30 18:00:00' } };
    const query = selectQuery({
      table,
      order: orderOf({ stream: request.stream, table, server: SERVER_2019 }),
      request: { ...request, columns: ['NR'] },
      after: undefined,
      limit: undefined,
    });
    expect(query.text).toContain(`where (t.[FBSJ] <= ${value} or t.[FBSJ] is null) order by`);
    expect(query.parameters).toEqual({ frozen: text });
  });

  it('quotes names', () => {
    const odd = tableOf({ 'a]b': 'int not null', FBSJ: 'datetime', NR: 'text', GGID: 'char(2)' }, ['a]b']);
    expect(queryOf(['a]b'], {}, { ...odd, table: '表]一' }).text).toContain(
      'from [dbo].[表]]一] as t order by t.[a]]b]',
    );
  });
});

interface Case {
  readonly what: string;
  readonly types: readonly [k: string, ...others: string[]];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly key: readonly string[];
  readonly unique?: true;
  /** Of column k. */
  readonly expected: readonly (string | null)[];
}

const CASES: readonly Case[] = [
  {
    what: 'numbers by size',
    types: ['bigint'],
    rows: [['10'], ['9'], ['-1']],
    key: ['k'],
    unique: true,
    expected: ['-1', '9', '10'],
  },
  {
    what: 'texts with quotes',
    types: ['varchar(9)'],
    rows: [["a'b"], ['藏'], [''], ['Ab']],
    key: ['k'],
    unique: true,
    expected: ['', 'Ab', "a'b", '藏'],
  },
  {
    what: 'bytes',
    types: ['varbinary(4)'],
    rows: [['0x0A'], ['0x'], ['0x00FF']],
    key: ['k'],
    unique: true,
    expected: ['0x', '0x00FF', '0x0A'],
  },
  {
    what: 'several columns',
    types: ['int', 'nvarchar(5)'],
    rows: [
      ['2', 'a'],
      ['1', 'b'],
      ['1', 'a'],
      ['10', ''],
    ],
    key: ['k', 'k2'],
    unique: true,
    expected: ['1', '1', '2', '10'],
  },
  {
    what: 'keys without a value, last',
    types: ['int', 'nvarchar(5)'],
    rows: [
      [null, 'a'],
      ['2', 'b'],
      [null, 'a'],
      [null, null],
      ['1', null],
    ],
    key: ['k', 'k2'],
    expected: ['1', '2', null, null, null],
  },
  {
    what: 'a key that repeats, with equal and with other content',
    types: ['int', 'nvarchar(5)'],
    rows: [
      ['1', 'x'],
      ['1', 'x'],
      ['1', 'y'],
      ['1', 'x'],
      ['0', 'x'],
      ['1', null],
      ['2', 'x'],
    ],
    key: ['k'],
    expected: ['0', '1', '1', '1', '1', '1', '2'],
  },
  { what: 'no key at all', types: ['int'], rows: [['1'], ['1'], ['1']], key: [], expected: ['1', '1', '1'] },
];

/** Reads record by record, and again from each cursor. */
async function expectEveryCursorToLeadOn(connector: Connector, stream: StreamContract): Promise<void> {
  // The key is not always among what is asked for.
  for (const columns of [Object.keys(stream.columns), Object.keys(stream.columns).slice(-1)]) {
    const all = await readRows(connector, { stream, columns });
    expect(all.map(([row]) => row)).toEqual(all.map((_, index) => index + 1));
    for (const { records, cursor } of await collect(connector.read({ stream, columns, chunkSize: 1 }))) {
      const rest = await readRows(connector, { stream, columns, after: cursor });
      expect(rest).toEqual(all.slice(records[0]?.row));
    }
  }
}

describe('order', () => {
  const views = CASES.flatMap((each) => ['1', '0'].map((snapshots) => [each.what, snapshots, each] as const));

  it.each(views)('reads %s (snapshots: %s)', async (_, snapshots, { types, rows, key, unique, expected }) => {
    const columns = types.map((type, index) => ({
      name: index === 0 ? 'k' : `k${index + 1}`,
      type,
      notNull: unique === true,
    }));
    const table = { schema: 'dbo', name: 'T', columns, rows, uniqueKeys: unique ? [key] : [] };
    const declared = Object.fromEntries(columns.map(({ name, type }) => [name, { type, label: name }]));
    const stream = defineStream<string>({ name: 'T', label: 'T', key, deletion: [], version: 1, columns: declared });
    const { open } = await startTables({ tables: [table], server: { snapshots } });
    const connector = await open();
    const read = await readRows(connector, { stream, columns: ['k'] });
    expect(read.map(([, k]) => k)).toEqual(expected);
    await expectEveryCursorToLeadOn(connector, stream);
  });

  it.each(['', 'x', '{"rows":1,"key":[]}', '{"rows":1,"key":["1"],"content":"c","same":1}', '{"rows":1,"key":[null]}'])(
    'refuses the cursor %j, which is of another order',
    async (after) => {
      const { open } = await startTables({ tables: [numbersTable(3)] });
      const refusal = await caught(readRows(await open(), { stream: numbers, columns: ['ID'], after }));
      expect(refusal).toBeInstanceOf(SourceError);
      expect(refusal.message).toContain('续读位置');
    },
  );
});

describe('changed records', () => {
  it('are those at the moment given, behind it, or without one; each cursor leads on', async () => {
    const moments = ['01:00', '02:00', '02:00', '03:00', null, '00:59'].map(
      (time) => time && `2020-01-01 ${time}:00.000`,
    );
    const columns = { ID: numbers.columns.ID, xgrqsj: { type: 'datetime', label: '修改时间' } };
    const stream = defineStream({
      name: numbers.name,
      label: numbers.label,
      key: ['ID'],
      deletion: [],
      version: 1,
      columns,
      cursor: { column: 'xgrqsj', kind: 'modification' },
    });
    const table = {
      ...numbersTable(0),
      columns: [
        { name: 'ID', type: 'int', notNull: true },
        { name: 'xgrqsj', type: 'datetime' },
      ],
      rows: moments.map((moment, index) => [String(index + 1), moment]),
    };
    const connector = await (await startTables({ tables: [table] })).open();
    const request = { stream, columns: ['ID'], changedSince: '2020-01-01 02:00:00.000' };
    const changed = await readRows(connector, request);
    expect(changed.map(([, id]) => id)).toEqual(['2', '3', '4', '5']);
    for (const { records, cursor } of await collect(connector.read({ ...request, chunkSize: 1 }))) {
      expect(await readRows(connector, { ...request, after: cursor })).toEqual(changed.slice(records[0]?.row));
    }
    const business = { ...stream, cursor: { column: 'xgrqsj', kind: 'business' as const } };
    await expect(readRows(connector, { ...request, stream: business })).rejects.toThrow(TypeError);
  });
});
