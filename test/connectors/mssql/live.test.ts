/**
 * A real SQL Server, where TEST_MSSQL_URL names one: the contract, and every value as the server prints it. It is what
 * the double cannot show: that the SQL is right.
 */
import { expect, it } from 'vitest';
import { mssql } from '../../../connectors/mssql.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { connectorContract } from '../../contract/connector.ts';
import type { Table } from '../../contract/delivery.ts';
import { describeOnMssql } from '../../setup/mssql.ts';
import { PASSWORD, useSource, type LiveSource } from './live-source.ts';
import { readRows } from '../database/read-rows.ts';

const TYPES: Readonly<Record<string, string>> = {
  ID: 'varchar(10) not null primary key',
  MC: 'nvarchar(200)',
  MM: 'varchar(50)',
  JE: 'decimal(10,2)',
};
let deliveries = 0;

const literal = (text: string | null): string => (text === null ? 'null' : `N'${text.replaceAll("'", "''")}'`);

async function deliver({ query, settings }: LiveSource, tables: readonly Table[]): Promise<unknown> {
  const schema = `d${(deliveries += 1)}`;
  await query(`create schema ${schema}`);
  for (const { stream, columns, rows } of tables) {
    const name = `${schema}.[${stream.name}]`;
    const types = columns.map((column) => `[${column}] ${TYPES[column] ?? 'nvarchar(100)'}`);
    await query(`create table ${name} (${types.join(', ')})`);
    for (const row of rows) await query(`insert into ${name} values (${row.map(literal).join(', ')})`);
  }
  return { ...settings, schema };
}

const VALUES: readonly (readonly [type: string, sql: string, text: string | null])[] = [
  ['bigint', '9223372036854775807', '9223372036854775807'],
  ['decimal(38,10)', '1234567890123456789012345678.0000000001', '1234567890123456789012345678.0000000001'],
  ['money', '922337203685477.5807', '922337203685477.5807'],
  ['bit', '1', '1'],
  ['float', '0.1e0 + 0.2e0', '0.30000000000000004'],
  ['real', '0.1', '0.1'],
  ['datetime', `'1900-01-01'`, '1900-01-01 00:00:00.000'],
  ['datetime', `'2019-12-02 16:00:38.997'`, '2019-12-02 16:00:38.997'],
  ['datetime2(7)', `'2019-12-02 16:00:38.1234567'`, '2019-12-02 16:00:38.1234567'],
  ['datetimeoffset(7)', `'2019-12-02 16:00:38.1234567 +08:00'`, '2019-12-02 16:00:38.1234567 +08:00'],
  ['smalldatetime', `'2019-12-02 16:00'`, '2019-12-02 16:00:00'],
  ['date', `'0001-01-01'`, '0001-01-01'],
  ['time(7)', `'23:59:59.9999999'`, '23:59:59.9999999'],
  ['varchar(40)', `N'西藏€'`, '西藏€'],
  ['varchar(40) collate Latin1_General_CI_AS', `'Müller'`, 'Müller'],
  ['varchar(max)', `replicate(cast(N'藏' as varchar(max)), 9000)`, '藏'.repeat(9000)],
  ['nvarchar(40)', `N'𠮷😀བོད'`, '𠮷😀བོད'],
  ['nvarchar(40)', `N'a' + nchar(0) + N'b '`, 'a\u0000b '],
  ['char(4)', `'C'`, 'C   '],
  ['text', `N'西藏'`, '西藏'],
  ['uniqueidentifier', `'e4936aa4-045f-4508-ae31-e1af2755e223'`, 'E4936AA4-045F-4508-AE31-E1AF2755E223'],
  ['varbinary(10)', '0x00ff5c', '0x00FF5C'],
  ['nvarchar(10)', 'null', null],
];

describeOnMssql('a real SQL Server', () => {
  const source = useSource();

  connectorContract('mssql on SQL Server', {
    kind: mssql,
    required: ['host', 'database', 'user', 'password'],
    deliver: (_, tables) => deliver(source, tables),
    secrets: [PASSWORD],
  });

  it('gives the exact text of every type', async () => {
    const types = Object.fromEntries(VALUES.map(([type], index) => [`c${index}`, { type, label: type }]));
    const stream = defineStream<string>({
      name: 'every',
      label: '各种类型',
      key: ['id'],
      deletion: [],
      version: 1,
      columns: { id: { type: 'int', label: '主键' }, ...types },
    });
    await source.query(
      `create table every (id int primary key, ${VALUES.map(([type], index) => `c${index} ${type}`).join(', ')})`,
    );
    await source.query(`insert into every values (1, ${VALUES.map(([, text]) => text).join(', ')})`);
    const [row] = await readRows(await source.open(), { stream, columns: VALUES.map((_, index) => `c${index}`) });
    expect(row?.slice(1)).toEqual(VALUES.map(([, , text]) => text));
  });

  it('shows one state of all tables, whatever is written meanwhile', async () => {
    await source.query('create table one (id int primary key); insert into one values (1), (2)');
    const columns = { id: { type: 'int', label: '主键' } };
    const stream = defineStream({ name: 'one', label: '一', key: ['id'], deletion: [], version: 1, columns });
    const connector = await source.open();
    const { declaredRows, fingerprint } = await connector.describe(stream);
    await source.query('insert into one values (3); delete from one where id = 1');
    expect(await readRows(connector, { stream, columns: ['id'] })).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
    expect(declaredRows).toBe(2);
    expect((await (await source.open()).describe(stream)).fingerprint).not.toBe(fingerprint);
  });
});
