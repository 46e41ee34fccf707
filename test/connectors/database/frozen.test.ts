/** A run that is frozen at a moment sees what had not changed since: the same on every kind of server. */
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { readByRanges } from './read-ranges.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import { startTables } from '../mssql/double-source.ts';
import { readRows } from './read-rows.ts';
import { useSource as useMysql } from '../mysql/source.ts';
import { useSource as usePostgres } from '../postgres/source.ts';

const AS_OF = '2020-11-30 18:00:00';
/** The moment itself is in, a second later is not; a record without a time may have changed at any. */
const ROWS: readonly (readonly [id: string, changed: string | null])[] = [
  ['1', '2020-11-30 17:59:59'],
  ['2', '2020-11-30 18:00:00'],
  ['3', '2020-11-30 18:00:01'],
  ['4', null],
  ['5', '2021-01-01 00:00:00'],
];

const stream = defineStream({
  name: 'changing',
  label: '变更',
  key: ['id'],
  deletion: [],
  version: 1,
  columns: { id: { type: 'bigint', label: '主键' }, gxsj: { type: '', label: '更新时间' } },
  cursor: { column: 'gxsj', kind: 'modification' },
});
const frozen = { ...stream, frozenAt: AS_OF };

/** @returns the ids that a frozen reading gives, whole and behind each cursor. */
async function readCut(open: () => Promise<Connector>) {
  const [whole, cut] = [await open(), await open()];
  const all = await whole.describe(stream);
  const some = await cut.describe(frozen);
  expect(all).toMatchObject({ declaredRows: 5 });
  expect(all).not.toHaveProperty('later');
  expect(some).toMatchObject({ declaredRows: 3, later: 2 });
  expect(some.fingerprint).not.toBe(all.fingerprint);
  const request = { stream: frozen, columns: ['id'], chunkSize: 1 };
  const rows = await readRows(cut, request);
  for await (const { cursor, records } of cut.read(request)) {
    expect(await readRows(cut, { ...request, after: cursor })).toEqual(rows.slice(records[0]?.row));
  }
  expect(await readByRanges(cut, request)).toEqual(rows);
  return rows.map(([, id]) => id);
}

const KEPT = ['1', '2', '4'];

describeOnMariadb('a frozen stream of MySQL', () => {
  const source = useMysql();

  it.each(['datetime', 'timestamp null', 'datetime(6)'])('is cut by a %s', async (type) => {
    await source.query(`drop table if exists changing; create table changing (id bigint primary key, gxsj ${type})`);
    // What a timestamp is depends on the session: ours is Beijing, as the reader's.
    await source.query(`set time_zone = '+08:00'`);
    for (const row of ROWS) await source.query('insert into changing values (?)', [row]);
    expect(await readCut(() => source.open())).toEqual(KEPT);
  });

  it('is read whole where its cursor is no moment', async () => {
    await source.query('drop table if exists changing; create table changing (id bigint primary key, gxsj bigint)');
    await source.query('insert into changing values (1, 7)');
    const delivery = await (await source.open()).describe(frozen);
    expect(delivery).toMatchObject({ declaredRows: 1 });
    expect(delivery).not.toHaveProperty('later');
  });
});

describe('a frozen stream of PostgreSQL', () => {
  const source = usePostgres();

  it.each(['timestamp', 'timestamptz'])('is cut by a %s', async (type) => {
    await source.query(`drop table if exists changing`);
    await source.query(`create table changing (id bigint primary key, gxsj ${type})`);
    await source.query(`set timezone = 'Asia/Shanghai'`);
    for (const row of ROWS) await source.query('insert into changing values ($1, $2)', row);
    expect(await readCut(() => source.open())).toEqual(KEPT);
  });
});

describe('a frozen stream of a double of SQL Server', () => {
  it.each(['1', '0'])('is cut by a datetime (snapshots: %s)', async (snapshots) => {
    const columns = [
      { name: 'id', type: 'bigint', notNull: true },
      { name: 'gxsj', type: 'datetime' },
    ];
    const rows = ROWS.map(([id, changed]) => [id, changed && `${changed}.000`]);
    const table = { schema: 'dbo', name: 'changing', columns, rows, uniqueKeys: [['id']] };
    const source = await startTables({ tables: [table], server: { snapshots } });
    expect(await readCut(() => source.open())).toEqual(KEPT);
  });
});
