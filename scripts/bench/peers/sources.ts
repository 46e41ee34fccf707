/** The sources: a PostgreSQL database that makes the rows, and a MariaDB that is given the very same ones. */
import { createConnection } from 'mysql2/promise';
import { to as copyTo } from 'pg-copy-streams';
import { openDatabase } from '../../../database/connection.ts';
import type { BenchColumn, BenchTable } from './tables.ts';

const NAME = 'bench_source';

export interface Sources {
  readonly postgres: string;
  readonly mysql: string;
}

/** What makes a table one the tools will read: bytes of its values as text, without separators. */
export interface Filled {
  readonly rows: number;
  readonly bytes: number;
}

export function onDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Empty databases on both servers. */
export async function createSources(postgresServer: string, mysqlServer: string): Promise<Sources> {
  const server = openDatabase(postgresServer, 1);
  await server.query(`create database ${NAME}`);
  await server.close();
  const connection = await createConnection(mysqlServer);
  await connection.query(`create database ${NAME} character set utf8mb4`);
  await connection.query('set global local_infile = on');
  await connection.end();
  return { postgres: onDatabase(postgresServer, NAME), mysql: onDatabase(mysqlServer, NAME) };
}

export async function dropSources(postgresServer: string, mysqlServer: string): Promise<void> {
  const server = openDatabase(postgresServer, 1);
  await server.query(`drop database ${NAME} with (force)`);
  await server.close();
  const connection = await createConnection(mysqlServer);
  await connection.query(`drop database ${NAME}`);
  await connection.end();
}

function mysqlType({ kind, type }: BenchColumn): string {
  if (kind === 'flag') return 'tinyint(1)';
  return kind === 'timestamp' ? 'datetime' : type;
}

export function createTable({ name, columns, key }: BenchTable, typeOf: (column: BenchColumn) => string): string {
  const lines = columns.map((column) => `${column.name} ${typeOf(column)}`);
  return `create table ${name} (${lines.join(', ')}, primary key (${key.join(', ')}))`;
}

async function fillPostgres(url: string, table: BenchTable, rows: number): Promise<number> {
  const source = openDatabase(url, 1);
  const { name, row } = table;
  await source.query(createTable(table, ({ type }) => type));
  await source.query(`insert into ${name} select ${row} from generate_series(1, $1::bigint) n`, [rows]);
  await source.query(`vacuum analyze ${name}`);
  const lengths = table.columns.map((column) => `coalesce(octet_length(${column.name}::text), 0)`);
  const [size] = await source.query(`select sum(${lengths.join(' + ')}) as bytes from ${name}`);
  await source.close();
  return Number(size?.['bytes'] ?? 0);
}

/** COPY's text form is the one that LOAD DATA reads by default: tabs, backslashes, `\N`. */
async function fillMysql({ postgres, mysql }: Sources, table: BenchTable): Promise<void> {
  const database = openDatabase(postgres, 1);
  const from = await database.connect();
  const into = await createConnection({ uri: mysql, charset: 'utf8mb4' });
  try {
    await into.query(createTable(table, mysqlType));
    const values = table.columns.map(({ name, kind }) => (kind === 'flag' ? `${name}::int` : name));
    const rows = from.query(copyTo(`copy (select ${values.join(', ')} from ${table.name}) to stdout`));
    const sql = `load data local infile 'rows' into table ${table.name} character set utf8mb4`;
    await into.query({ sql, infileStreamFactory: () => rows });
    await into.query(`analyze table ${table.name}`);
  } finally {
    await into.end();
    await from.end();
    await database.close();
  }
}

export async function fillSources(sources: Sources, table: BenchTable, rows: number): Promise<Filled> {
  const bytes = await fillPostgres(sources.postgres, table, rows);
  await fillMysql(sources, table);
  return { rows, bytes };
}
