/**
 * Did every value arrive? Rows are hashed on the server that holds them, over the text of all columns written one way on
 * both sides, and the hashes are summed: equal when and only when the rows are equal, in whatever order they stand. Where
 * they are not, each column is hashed with the key, so that the altered ones are named.
 */
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { openDatabase } from '../../../database/connection.ts';
import type { Sources } from './sources.ts';
import type { BenchColumn, BenchTable } from './tables.ts';

/** Where a tool has put the rows. */
export interface Landed {
  readonly url: string;
  /** As SQL names it. */
  readonly table: string;
  /** Its name of a column, where that differs. */
  readonly rename?: (column: string) => string;
}

interface Hashes {
  readonly rows: string;
  readonly sums: readonly string[];
}

const NULL_MARK = '\\N';

/** Text of a value in PostgreSQL, whatever type the tool chose. A moment with a zone is read at UTC, as it was sent. */
function postgresText({ kind, scale = 0 }: BenchColumn, name: string, type: string): string {
  if (kind === 'decimal') return `${name}::numeric(38,${scale})::text`;
  if (kind === 'integer') return `trim_scale(${name}::numeric)::text`;
  if (kind === 'flag') return `${name}::text::boolean::int::text`;
  if (kind === 'date') return `left(${name}::text, 10)`;
  if (kind === 'timestamp') {
    const moment = type.includes('with time zone') ? `(${name} at time zone 'UTC')` : `${name}::timestamp`;
    return `to_char(${moment}, 'YYYY-MM-DD HH24:MI:SS.US')`;
  }
  return `${name}::text`;
}

function mysqlText({ kind, name, scale = 0 }: BenchColumn): string {
  if (kind === 'decimal') return `cast(cast(${name} as decimal(38,${scale})) as char)`;
  if (kind === 'timestamp') return `date_format(${name}, '%Y-%m-%d %H:%i:%s.%f')`;
  return `cast(${name} as char)`;
}

/** Texts hashed one by one, or all of a row at once. */
type Grain = 'row' | 'column';

function groupsOf(table: BenchTable, texts: readonly string[], grain: Grain): string[] {
  const marked = texts.map((one) => `coalesce(${one}, '${NULL_MARK}')`);
  if (grain === 'row') return [marked.join(', ')];
  const key = table.key.map((name) => marked[table.columns.findIndex((column) => column.name === name)]);
  return marked.map((one) => [...key, one].join(', '));
}

async function hashPostgres(landed: Landed, table: BenchTable, grain: Grain): Promise<Hashes> {
  const database = openDatabase(landed.url, 1);
  try {
    const rename = landed.rename ?? ((name: string) => name);
    const types = new Map(
      (
        await database.query(
          'select attname, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass',
          [landed.table],
        )
      ).map(({ attname, type }) => [attname ?? '', type ?? '']),
    );
    const missing = table.columns.filter(({ name }) => !types.has(rename(name)));
    if (missing.length > 0) throw new Error(`${landed.table} lacks ${missing.map(({ name }) => name).join(', ')}`);
    const texts = table.columns.map((column) => {
      const name = rename(column.name);
      return postgresText(column, `"${name}"`, types.get(name) ?? '');
    });
    const sums = groupsOf(table, texts, grain).map(
      (group, place) => `sum(('x' || left(md5(concat_ws('|', ${group})), 15))::bit(60)::bigint) as s${place}`,
    );
    const [found] = await database.query(`select count(*) as rows, ${sums.join(', ')} from ${landed.table}`);
    return { rows: found?.['rows'] ?? '', sums: sums.map((_, place) => found?.[`s${place}`] ?? '') };
  } finally {
    await database.close();
  }
}

async function hashMysql(url: string, table: BenchTable, grain: Grain): Promise<Hashes> {
  const connection = await createConnection({
    uri: url,
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: true,
  });
  try {
    const sums = groupsOf(table, table.columns.map(mysqlText), grain).map(
      (group, place) =>
        `cast(sum(cast(conv(left(md5(concat_ws('|', ${group})), 15), 16, 10) as unsigned)) as char) as s${place}`,
    );
    const [[found]] = await connection.query<RowDataPacket[]>(
      `select cast(count(*) as char) as n, ${sums.join(', ')} from ${table.name}`,
    );
    return { rows: String(found?.['n']), sums: sums.map((_, place) => String(found?.[`s${place}`])) };
  } finally {
    await connection.end();
  }
}

export type Route = keyof Sources;

function hashSource(sources: Sources, route: Route, table: BenchTable, grain: Grain): Promise<Hashes> {
  if (route === 'mysql') return hashMysql(sources.mysql, table, grain);
  return hashPostgres({ url: sources.postgres, table: table.name }, table, grain);
}

/** @returns `equal`, or what differs. */
export async function compareContent(
  sources: Sources,
  route: Route,
  table: BenchTable,
  landed: Landed,
): Promise<string> {
  const [from, to] = [await hashSource(sources, route, table, 'row'), await hashPostgres(landed, table, 'row')];
  if (from.rows !== to.rows) return `${to.rows} of ${from.rows} rows`;
  if (from.sums[0] === to.sums[0]) return 'equal';
  const single = [
    await hashSource(sources, route, table, 'column'),
    await hashPostgres(landed, table, 'column'),
  ] as const;
  const altered = table.columns.filter((_, place) => single[0].sums[place] !== single[1].sums[place]);
  return `altered: ${altered.map(({ name }) => name).join(', ')}`;
}
