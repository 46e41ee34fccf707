/** What the benchmark calls equal, on a PostgreSQL and a MariaDB that hold the same rows. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase, type Database } from '../../../database/connection.ts';
import { compareContent } from '../../../scripts/bench/peers/parity.ts';
import { createSources, dropSources, fillSources, type Sources } from '../../../scripts/bench/peers/sources.ts';
import { BENCH_TABLES } from '../../../scripts/bench/peers/tables.ts';
import { describeOnMariadb, mariadbUrl } from '../../setup/mariadb.ts';

const [parcels, lines] = BENCH_TABLES;

describeOnMariadb('parity of content', () => {
  let sources: Sources;
  let database: Database;

  beforeAll(async () => {
    sources = await createSources(inject('serverUrl'), mariadbUrl);
    for (const table of BENCH_TABLES) await fillSources(sources, table, 1000);
    database = openDatabase(sources.postgres, 1);
  });

  afterAll(async () => {
    await database.close();
    await dropSources(inject('serverUrl'), mariadbUrl);
  });

  const compare = (table: typeof parcels, landed: string) => {
    if (!table) throw new Error('no table');
    return compareContent(sources, 'mysql', table, { url: sources.postgres, table: landed });
  };

  it('finds two engines equal that hold the same rows', async () => {
    expect(await compare(parcels, 'td_dk')).toBe('equal');
    expect(await compare(lines, 'lineitem')).toBe('equal');
  });

  it('reads values of other types as what they say', async () => {
    await database.query(`create table loose as select l.* from lineitem l`);
    await database.query(`alter table loose alter l_quantity type text, alter l_shipdate type timestamp,
      alter l_orderkey type numeric(30, 4)`);
    expect(await compare(lines, 'loose')).toBe('equal');
    await database.query(`create table zoned as select * from td_dk`);
    await database.query(`alter table zoned alter created_at type timestamptz using created_at at time zone 'UTC',
      alter del_flag type smallint using del_flag::int`);
    expect(await compare(parcels, 'zoned')).toBe('equal');
  });

  it.each([
    ['one digit of one amount', 'update spoilt set qsj = qsj + 0.0001 where dk_id = 77', 'altered: qsj'],
    ['a day', `update spoilt set created_at = created_at + interval '1 day' where dk_id < 9`, 'altered: created_at'],
    ['no value for an empty text', `update spoilt set zt = null where dk_id = 5`, 'altered: zt'],
    ['values that changed places', 'update spoilt set mj = 1001 - mj where dk_id < 900', 'altered: mj'],
    ['a row', 'delete from spoilt where dk_id = 12', '999 of 1000 rows'],
  ])('finds %s', async (_what, spoil, found) => {
    await database.query('drop table if exists spoilt');
    await database.query('create table spoilt as select * from td_dk');
    await database.query(spoil);
    expect(await compare(parcels, 'spoilt')).toBe(found);
  });
});
