/** What the catalog of the server says about a table: its columns, its rights, and whether its key is unique. */
import type { TableFacts } from '../database/table.ts';
import type { StreamContract } from '../stream.ts';
import { quoteName } from './column-sql.ts';
import { columnOf, type CatalogColumn, type MysqlColumn } from './columns.ts';
import type { Session } from './session.ts';
import type { GivenEncodings } from './settings.ts';

export interface MysqlTable extends TableFacts<MysqlColumn> {
  /** `InnoDB`; null for a view. */
  readonly engine: string | null;
  /** The engine keeps older versions of rows for a snapshot. */
  readonly transactional: boolean;
}

const NO_SUCH_TABLE = 1146;
const NO_SUCH_COLUMN = 1054;
const DENIED: ReadonlySet<unknown> = new Set([1142, 1143]);

const TABLE = `
  select t.table_name as name, t.engine, e.transactions, coalesce(t.data_length, 0) as bytes,
    t.table_rows as estimated
  from information_schema.tables t left join information_schema.engines e on e.engine = t.engine
  where t.table_schema = database() and t.table_name = ? and t.table_type <> 'SEQUENCE'`;

const COLUMNS = `
  select column_name as name, data_type as dataType, column_type as columnType, is_nullable as nullable,
    character_set_name as charset, collation_name as collation, character_octet_length as octets,
    numeric_precision as digits, privileges as privileges
  from information_schema.columns where table_schema = database() and table_name = ? order by ordinal_position`;

/** Indexes on the beginning of a text or on an expression say nothing about the whole value. */
const UNIQUE_KEYS = `
  select index_name as name, column_name as col, sub_part as part from information_schema.statistics
  where table_schema = database() and table_name = ? and non_unique = 0 order by index_name, seq_in_index`;

/** A server that does not tell upper from lower case in names of tables keeps them in a case of its own. */
const CASE = `select @@lower_case_table_names as folded`;

export interface Wanted {
  readonly name: string;
  readonly stream: StreamContract;
  readonly encodings: GivenEncodings;
}

/** Names of columns are spelt as declared: the server does not tell their case. Undefined where there is no such table. */
export async function findTable(session: Session, wanted: Wanted): Promise<MysqlTable | undefined> {
  const { name, stream, encodings } = wanted;
  const [{ folded } = {}] = await session.ask(CASE);
  const found = await session.ask(TABLE, [name]);
  const row = found.find((each) => each['name'] === name) ?? (folded === '0' ? undefined : found[0]);
  const table = row?.['name'];
  if (!row || !table) return undefined;
  const declared = new Map(Object.keys(stream.columns).map((column) => [column.toLowerCase(), column]));
  const spelt = (column: string): string => declared.get(column.toLowerCase()) ?? column;
  const columns = (await session.ask(COLUMNS, [table])).map((column) =>
    columnOf({ ...catalogColumn(column), name: spelt(column['name'] ?? '') }, encodings),
  );
  return {
    table,
    engine: row['engine'] ?? null,
    transactional: row['engine'] === null || row['transactions'] === 'YES',
    bytes: Number(row['bytes']),
    estimatedRows: row['estimated'] ? Number(row['estimated']) : null,
    mayWrite: false,
    columns,
    uniqueKeys: uniqueKeysOf(await session.ask(UNIQUE_KEYS, [table])).map((index) => index.map(spelt)),
  };
}

type Found = Readonly<Record<string, string | null>>;

function catalogColumn(row: Found): CatalogColumn {
  return {
    name: row['name'] ?? '',
    dataType: row['dataType'] ?? '',
    columnType: row['columnType'] ?? '',
    nullable: row['nullable'] !== 'NO',
    charset: row['charset'] ?? null,
    collation: row['collation'] ?? null,
    octets: row['octets'] ?? null,
    precision: row['digits'] ?? null,
    privileges: row['privileges'] ?? '',
  };
}

function uniqueKeysOf(rows: readonly Found[]): string[][] {
  const partial = new Set(rows.filter(({ col, part }) => !col || part !== null).map(({ name }) => name));
  const whole = rows.filter(({ name }) => !partial.has(name));
  return [...Map.groupBy(whole, ({ name }) => name).values()].map((index) => index.map(({ col }) => col ?? ''));
}

/** `closed`: there, or not, for the account may not know. */
export type Presence = 'absent' | 'closed';

export async function presenceOfTable(session: Session, name: string): Promise<Presence> {
  return probe(session, `select 1 from ${quoteName(name)} limit 0`, NO_SUCH_TABLE);
}

/** Columns an account has no right on are not in its catalog. @returns those that stay hidden, not those that are absent. */
export async function hiddenColumns(session: Session, stream: StreamContract, table: MysqlTable): Promise<string[]> {
  const seen = new Set(table.columns.map(({ name }) => name));
  const hidden: string[] = [];
  for (const name of Object.keys(stream.columns)) {
    if (seen.has(name)) continue;
    const sql = `select ${quoteName(name)} from ${quoteName(table.table)} limit 0`;
    if ((await probe(session, sql, NO_SUCH_COLUMN)) === 'closed') hidden.push(name);
  }
  return hidden;
}

async function probe(session: Session, sql: string, absent: number): Promise<Presence> {
  try {
    await session.ask(sql);
    return 'absent';
  } catch (thrown) {
    const errno = thrown instanceof Error && 'errno' in thrown ? thrown.errno : undefined;
    if (errno === absent) return 'absent';
    if (DENIED.has(errno)) return 'closed';
    throw thrown;
  }
}

/** What may have been meant: tables of the database, those of nearly that name first. */
export async function namesNearby(session: Session, name: string, limit: number): Promise<string[]> {
  const rows = await session.ask(
    `select table_name as name from information_schema.tables
     where table_schema = database() and table_type <> 'SEQUENCE'
     order by lower(table_name) = lower(?) desc, table_name limit ${limit}`,
    [name],
  );
  return rows.map((row) => row['name'] ?? '');
}
