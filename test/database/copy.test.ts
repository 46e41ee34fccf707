import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../database/connection.ts';
import { rowText, type RowValue } from '../../core/row-text.ts';
import { CopyBuffer, copyInto } from '../../database/load/copy.ts';
import { useDatabases } from '../setup/database.ts';

const openFresh = useDatabases();
let database: Database;

beforeAll(async () => {
  ({ database } = await openFresh());
});

const LONG = '拉萨市城关区'.repeat(17_000);

const VALUES: readonly (readonly [what: string, value: RowValue, read: string | null])[] = [
  ['a tab', '甲\t乙', '甲\t乙'],
  ['line ends', '甲\r\n乙\n丙\r', '甲\r\n乙\n丙\r'],
  ['a backslash', String.raw`C:\temp\new`, String.raw`C:\temp\new`],
  ['the text \\N', '\\N', '\\N'],
  ['the end-of-data mark', '\\.', '\\.'],
  ['a NUL as its visible symbol', '甲\0乙', '甲\u2400乙'],
  ['empty text', '', ''],
  ['no value', null, null],
  ['characters beyond the basic plane', '𠮷😀西藏', '𠮷😀西藏'],
  ['100 KB in one value', LONG, LONG],
  ['quotes and commas', `"甲",'乙'`, `"甲",'乙'`],
  ['a number', 12, '12'],
  ['true', true, 't'],
  ['false', false, 'f'],
];

/** Copies into a table of the transaction's own. */
function copyRows(rows: readonly (readonly RowValue[])[]) {
  return database.transaction(async (client) => {
    await client.query('create temp table landing (place integer, "a ""b""" text) on commit drop');
    const buffer = new CopyBuffer();
    for (const row of rows) buffer.add(rowText(row));
    await copyInto(client, 'landing', ['place', 'a "b"'], buffer.take());
    const { rows: read } = await client.query<Record<string, string | null>>('select * from landing order by place');
    return read.map((row) => row['a "b"']);
  });
}

function* breakOff(): Generator<Buffer> {
  yield Buffer.from('1\t甲\n');
  throw new Error('the source broke off');
}

describe('COPY', () => {
  it.each(VALUES)('carries %s', async (_what, value, read) => {
    expect(await copyRows([[1, value]])).toEqual([read]);
  });

  it('carries all of them side by side, in order', async () => {
    const rows = VALUES.map(([, value], place) => [place, value]);
    expect(await copyRows(rows)).toEqual(VALUES.map(([, , read]) => read));
  });

  it('carries many rows over many pieces', async () => {
    const rows = Array.from({ length: 20_000 }, (_, place) => [place, `值${place}`]);
    const read = await copyRows(rows);
    expect(read).toHaveLength(20_000);
    expect(read[19_999]).toBe('值19999');
  });

  it('of nothing is nothing, and a buffer that was taken is empty', async () => {
    expect(await copyRows([])).toEqual([]);
    const buffer = new CopyBuffer();
    buffer.add(rowText([1, '甲']));
    expect(buffer.take()).toHaveLength(1);
    expect(buffer.take()).toEqual([]);
  });

  it('that breaks off leaves no row, and the connection can be used', async () => {
    const rows = await database.transaction(async (client) => {
      await client.query('create temp table landing (place integer, text text) on commit drop');
      await client.query('savepoint before');
      const stream = client.query(copyFrom('copy landing from stdin'));
      await expect(pipeline(Readable.from(breakOff()), stream)).rejects.toThrow('the source broke off');
      await client.query('rollback to savepoint before');
      return (await client.query('select * from landing')).rows;
    });
    expect(rows).toEqual([]);
  });

  it('that the database refuses says so', async () => {
    const refused = copyRows([
      [1, '甲'],
      ['no number', '乙'],
    ]);
    await expect(refused).rejects.toMatchObject({ code: '22P02' });
    expect(await copyRows([[1, '甲']])).toEqual(['甲']);
  });
});
