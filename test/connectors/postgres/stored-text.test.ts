/** Databases that do not know, or do not say, what their bytes are. */
import { describe, expect, it } from 'vitest';
import { complaints } from '../../contract/delivery.ts';
import { findStoredEncoding } from '../../../connectors/postgres/stored-text.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { readRows } from '../database/read-rows.ts';
import { useSource, type Source } from './source.ts';

const unaware = useSource(`encoding 'SQL_ASCII' locale 'C' template template0`);
const chinese = useSource(`encoding 'EUC_CN' locale 'C' template template0`);
const columns = { id: { type: 'text', label: '主键' }, mc: { type: 'text', label: '名称' } } as const;
const stream = defineStream({ name: 'td_jmr', label: '竞买人', key: ['id'], deletion: [], version: 1, columns });

/** 藏 in GB18030 is B2D8; 乗 is 815C, whose second byte is a backslash. */
async function write({ query }: Source, rows: readonly (readonly [id: string, mc: string])[]): Promise<void> {
  await query(`drop table if exists td_jmr; create table td_jmr (id text primary key, mc text)`);
  const text = `convert_from(decode($1, 'hex'), getdatabaseencoding())`;
  for (const values of rows) await query(`insert into td_jmr values (${text}, ${text.replace('$1', '$2')})`, values);
}

describe('a database that does not know its encoding', () => {
  const ROWS = [
    ['31', 'b2d8'],
    ['815c', '5c815c09'],
    ['b2d8', '61ff62'],
    ['ff', '7a'],
  ] as const;

  it('is read as what the settings say, a broken text at the cost of its own record', async () => {
    await write(unaware, ROWS);
    const connector = await unaware.open({ encoding: 'gb18030' });
    const records = [];
    for await (const chunk of connector.read({ stream, columns: ['id', 'mc'], chunkSize: 1 })) {
      const [record] = chunk.records;
      records.push(record);
      const rest = await readRows(connector, { stream, columns: ['id'], after: chunk.cursor });
      expect(rest).toHaveLength(4 - (record?.row ?? 0));
    }
    expect(records).toMatchObject([
      { row: 1, values: ['1', '藏'] },
      { row: 2, values: ['乗', '\\乗\t'] },
      {
        row: 3,
        values: ['藏', expect.stringContaining('\uFFFD')],
        problems: [{ rule: 'invalid_bytes', column: 'mc', severity: 'blocking' }],
      },
      { row: 4, problems: [{ rule: 'invalid_bytes', column: 'id' }] },
    ]);
    expect(records[0]).not.toHaveProperty('problems');
    expect(records[2]?.problems?.[0]?.detail).toMatch(/^字节\d：.*ff/);
    expect(await complaints(connector, [stream])).toEqual([]);
    expect(await connector.describe(stream)).toMatchObject({ declaredRows: 4, findings: [] });
  });

  it('is read as UTF-8 where nothing is said, with a warning', async () => {
    await write(unaware, [
      ['31', Buffer.from('藏').toString('hex')],
      ['32', 'b2d8'],
    ]);
    const connector = await unaware.open();
    expect(await complaints(connector, [stream])).toMatchObject([{ level: 'warning', rule: 'encoding_unknown' }]);
    const rows = await readRows(connector, { stream, columns: ['mc'] });
    expect(rows[0]).toEqual([1, '藏']);
    expect(rows[1]?.[1]).toContain('\uFFFD');
  });
});

describe('a database in EUC_CN', () => {
  it('is read without being told', async () => {
    await write(chinese, [
      ['b2d8', 'cef7'],
      ['c7f8', ''],
    ]);
    const connector = await chinese.open();
    const all = await readRows(connector, { stream, columns: ['id', 'mc'] });
    expect(all).toEqual([
      [1, '藏', '西'],
      [2, '区', ''],
    ]);
    for await (const { records, cursor } of connector.read({ stream, columns: ['id', 'mc'], chunkSize: 1 })) {
      expect(await readRows(connector, { stream, columns: ['id', 'mc'], after: cursor })).toEqual(
        all.slice(records[0]?.row),
      );
    }
    expect(await complaints(connector, [stream])).toEqual([]);
  });
});

describe('the encoding', () => {
  it.each([
    ['UTF8', undefined, undefined],
    ['UTF8', 'gb18030', undefined],
    ['UTF8', 'utf-8', 'utf-8'],
    ['SQL_ASCII', undefined, 'utf-8'],
    ['LATIN1', 'gb18030', 'gb18030'],
    ['LATIN1', undefined, undefined],
    ['EUC_CN', undefined, 'gb18030'],
  ] as const)('of a database in %s, with %s in the settings, is %s', (declared, given, encoding) => {
    expect(findStoredEncoding(declared, given)).toBe(encoding);
  });
});
