/**
 * A land and mining centre to read: one table of some megabytes, one of a few hundred rows behind it, the others empty.
 * The same rows in PostgreSQL and in MariaDB.
 */
import { createConnection } from 'mysql2/promise';
import type { StreamContract } from '../../connectors/stream.ts';
import { openDatabase } from '../../database/connection.ts';
import { landminingMappings } from '../../mappings/landmining/index.ts';
import { createSources, fillSources, type Sources } from '../bench/peers/sources.ts';
import { BENCH_TABLES } from '../bench/peers/tables.ts';

export const BIG = 'td_dk';
export const ROWS = 8_000;
/** Read after the big one; its rows belong to rows of it. */
export const LATER = 'td_cj';

/** As the streams declare them; a TIMESTAMP would otherwise have a default of its own. */
const MYSQL_TYPES: Readonly<Record<string, string>> = { timestamp: 'timestamp null' };

const DEALS = `insert into ${LATER} (cj_id, dk_id, jmh, srr_mc, cjj, cjj_dw, cjrq, cjmj, cjmj_dw, del_flag, updated_at)
  select dk_id, dk_id, '7', '西藏高原建设开发有限公司', qsj, qsj_dw, '2019-05-01', mj, mj_dw, false, updated_at
  from ${BIG} where dk_id <= 300`;

export function createTable(
  { name, columns, key }: StreamContract,
  types: Readonly<Record<string, string>> = {},
): string {
  const lines = Object.entries(columns).map(([column, { type }]) => `${column} ${types[type] ?? type}`);
  return `create table ${name} (${lines.join(', ')}, primary key (${key.join(', ')}))`;
}

export async function createCentre(postgresServer: string, mysqlServer: string): Promise<Sources> {
  const sources = await createSources(postgresServer, mysqlServer);
  const parcels = BENCH_TABLES.find(({ name }) => name === BIG);
  if (!parcels) throw new Error(`no table ${BIG}`);
  await fillSources(sources, parcels, ROWS);
  const others = landminingMappings.map(({ stream }) => stream).filter(({ name }) => name !== BIG);
  const postgres = openDatabase(sources.postgres, 1);
  for (const stream of others) await postgres.query(createTable(stream));
  await postgres.query(DEALS);
  await postgres.close();
  const mysql = await createConnection({ uri: sources.mysql, charset: 'utf8mb4' });
  await mysql.query(`alter table ${BIG} modify created_at timestamp null, modify updated_at timestamp null`);
  for (const stream of others) await mysql.query(createTable(stream, MYSQL_TYPES));
  await mysql.query(DEALS);
  await mysql.end();
  return sources;
}
