import { describe, expect, it } from 'vitest';
import { findTable } from '../../../connectors/postgres/catalog.ts';
import { serverFindings, type ServerFacts } from '../../../connectors/postgres/server-findings.ts';
import { accessOf, settings } from '../../../connectors/postgres/settings.ts';
import { Snapshot } from '../../../connectors/postgres/snapshot.ts';
import { measureContent } from '../../../connectors/postgres/measure.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { useSource } from './source.ts';

const source = useSource();
const columns = {
  id: { type: 'bigint', label: '主键' },
  mc: { type: 'varchar(200)', label: '名称' },
  mm: { type: 'text', label: '密码', ignore: 'credential' },
} as const;

function streamOf(name: string) {
  return defineStream({ name, label: '宗地', key: ['id'], deletion: [], version: 1, columns });
}

/** Fingerprint and count of a table with these rows, written in this order. */
async function describeRows(rows: readonly string[], definition = 'id bigint primary key, mc varchar(200), mm text') {
  await source.query(`drop table if exists content; create table content (${definition})`);
  for (const row of rows) await source.query(`insert into content values (${row})`);
  const { declaredRows, fingerprint, findings } = await (await source.open()).describe(streamOf('content'));
  return { declaredRows, fingerprint, rules: findings.map(({ rule }) => rule) };
}

describe('the fingerprint', () => {
  const rows = [`1, 'a', 'p'`, `2, null, 'q'`];

  it('is the same for the same content, however it is stored', async () => {
    const one = await describeRows(rows);
    expect(one).toEqual({ declaredRows: 2, fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/), rules: [] });
    expect(await describeRows(rows.toReversed())).toEqual(one);
    expect(await describeRows([`1, 'a', 'other'`, `2, null, null`])).toEqual(one);
  });

  it.each([
    ['a value', [`1, 'b', 'p'`, `2, null, 'q'`]],
    ['an empty text for none', [`1, 'a', 'p'`, `2, '', 'q'`]],
    ['values that changed places', [`1, null, 'p'`, `2, 'a', 'q'`]],
    ['a missing row', [`1, 'a', 'p'`]],
    ['no rows', []],
  ])('differs with %s', async (_, changed) => {
    const one = await describeRows(rows);
    expect((await describeRows(changed)).fingerprint).not.toBe(one.fingerprint);
  });

  it('differs with a row that stands twice, and with the order of reading', async () => {
    const free = 'id bigint, mc varchar(200), mm text';
    const once = await describeRows(rows, free);
    expect(once.fingerprint).not.toBe((await describeRows(rows)).fingerprint);
    expect((await describeRows([...rows, ...rows], free)).fingerprint).not.toBe(once.fingerprint);
    expect(once.rules).toEqual(['key_not_unique']);
  });

  it('is made another way where the server lacks the hash, with the same count', async () => {
    await describeRows(rows);
    const access = await accessOf(settings.parse(source.settings), { system: '', baseDirectory: '/' });
    const snapshot = await Snapshot.take(access);
    const measured = await snapshot.within(async (session) => {
      const table = await findTable(session, { schema: 'public', table: 'content' });
      if (!table) throw new Error('no table');
      const versions = [100_000, 110_000];
      const all = [];
      for (const version of versions)
        all.push(await measureContent(session, streamOf('content'), { table, version, cuts: undefined }));
      return all;
    });
    await snapshot.release();
    expect(measured.map((content) => content.rows)).toEqual([2, 2]);
    expect(new Set(measured.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe('a look at a table', () => {
  it('says which tables there are where the one it looks for is not', async () => {
    await source.query(`create schema other; create table other."TD_DK" (id int); create table zd_dk (id int)`);
    const { findings, declaredRows } = await (await source.open()).describe(streamOf('td_dk'));
    expect(declaredRows).toBeNull();
    expect(findings).toMatchObject([{ level: 'error', rule: 'missing_table', position: 'td_dk' }]);
    expect(findings[0]?.next?.zh).toMatch(/other\.TD_DK.*zd_dk/);
    const found = await (
      await source.open({ schema: 'other', tables: { td_dk: 'TD_DK' } })
    ).describe(streamOf('td_dk'));
    expect(found.findings.map(({ rule }) => rule)).toContain('missing_column');
  });

  it('reports types that are not as declared, once the columns are there', async () => {
    await source.query(`create domain code as varchar(200); create table drift (id int primary key, mc code, mm text)`);
    const { findings } = await (await source.open()).describe(streamOf('drift'));
    expect(findings).toMatchObject([{ level: 'warning', rule: 'column_type_changed', position: 'drift' }]);
    expect(findings[0]?.message.zh).toContain('列 id 登记为 bigint，库中是 integer');
  });

  it('reads views and partitioned tables, and counts the parts', async () => {
    await source.query(`create table parts (id bigint primary key, mc varchar(200), mm text) partition by range (id)`);
    await source.query(`create table parts_1 partition of parts for values from (1) to (10)`);
    await source.query(`insert into parts select i, 'x' from generate_series(1, 9) i`);
    await source.query(`create view seen as select * from parts where id < 4`);
    const connector = await source.open();
    const parts = await connector.describe(streamOf('parts'));
    expect(parts).toMatchObject({ declaredRows: 9, findings: [], columns: ['id', 'mc', 'mm'] });
    expect(parts.bytes).toBeGreaterThan(0);
    const view = await connector.describe(streamOf('seen'));
    expect([view.declaredRows, view.findings.map(({ rule }) => rule)]).toEqual([3, ['key_not_unique']]);
  });

  it.each([
    ['a partial index', 'create unique index on keyed (id) where id > 0'],
    ['an index on an expression', 'create unique index on keyed (abs(id))'],
    ['an index on more columns', 'create unique index on keyed (id, mc)'],
    [
      'an index on a column that may be empty',
      'alter table keyed alter id drop not null; create unique index on keyed (id)',
    ],
  ])('does not take %s for a unique key', async (_, index) => {
    await source.query(`drop table if exists keyed; create table keyed (id bigint not null, mc varchar(200), mm text)`);
    await source.query(index);
    expect((await (await source.open()).describe(streamOf('keyed'))).findings).toMatchObject([
      { level: 'info', rule: 'key_not_unique' },
    ]);
  });

  it('takes a unique index that carries further columns along', async () => {
    await source.query(`drop table if exists keyed; create table keyed (id bigint not null, mc varchar(200), mm text)`);
    await source.query(`create unique index on keyed (id) include (mc)`);
    expect((await (await source.open()).describe(streamOf('keyed'))).findings).toEqual([]);
  });
});

describe('the server', () => {
  const good: ServerFacts = {
    version: 150_018,
    encoding: 'UTF8',
    givenEncoding: undefined,
    skewSeconds: 299,
    user: 'r',
    database: 'tdkq',
    encrypted: false,
    writable: [],
  };

  it.each([
    ['is as it should be', {}, []],
    ['is old', { version: 90_624 }, ['server_version']],
    ['does not know its encoding', { encoding: 'SQL_ASCII' }, ['encoding_unknown']],
    ['was told its encoding', { encoding: 'SQL_ASCII', givenEncoding: 'gb18030' }, []],
    ['has a fast clock', { skewSeconds: 301 }, ['clock_skew']],
    ['has a slow clock', { skewSeconds: -3600 }, ['clock_skew']],
    ['lets the account write', { writable: ['a', 'b'] }, ['account_may_write']],
  ] as const)('%s', (_, facts, rules) => {
    const findings = serverFindings({ ...good, ...facts }).filter(({ level }) => level !== 'info');
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    for (const { message, next } of findings)
      expect([message.zh, message.en, next?.zh, next?.en].every(Boolean)).toBe(true);
  });

  it('is named with its version, its encoding, the account and the clock', () => {
    const [found] = serverFindings({ ...good, skewSeconds: -2.04 });
    expect(found).toMatchObject({ level: 'info', rule: 'server_found' });
    expect(found?.message).toEqual({
      zh: 'PostgreSQL 15.18，数据库 tdkq，字符集 UTF8，账号 r，未加密，时钟比本机慢 2.0 秒',
      en: 'PostgreSQL 15.18, database tdkq, UTF8, account r, not encrypted, clock 2.0 s behind ours',
    });
  });

  it('says by how much its clock is off', () => {
    const findings = serverFindings({ ...good, skewSeconds: -3600 });
    expect(findings.find(({ rule }) => rule === 'clock_skew')?.message).toEqual({
      zh: '服务器时钟比本机慢 60 分钟',
      en: `the server's clock is 60 minutes behind ours`,
    });
  });
});
