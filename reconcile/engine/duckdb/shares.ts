/**
 * How frequent the values of records are: log2 of the share of people who hold the value. They stand beside the records in a
 * narrow table by record number, so that another model rewrites numbers alone.
 */
import { DOUBLE, VARCHAR } from '@duckdb/node-api';
import { log2Rarest, type WeighedModel } from '../../model/weights.ts';
import type { FrequencyTable } from '../../model/trained.ts';
import { quoteName, quoteText } from './condition-sql.ts';
import type { Database } from './database.ts';

export interface Share {
  readonly column: string;
  /** log2 share of values nobody else holds. */
  readonly rarest: number;
}

export const RECORD_SHARES = 'record_shares';
export const shareColumn = (column: string): string => `share_${column}`;
const tableOf = (column: string): string => `shares_${column}`;
/** A quoted number is read as a double without passing through a decimal. */
export const doubleSql = (value: number): string => `'${value}'::double`;

const shareJoin = ({ column }: Share, alias: string): string =>
  `left join ${quoteName(tableOf(column))} on ${quoteName(tableOf(column))}.value = ${alias}.${quoteName(column)}`;
const shareSql = ({ column, rarest }: Share): string =>
  `coalesce(${quoteName(tableOf(column))}.share, ${doubleSql(rarest)})`;

/** The columns whose shares stand there at present. */
async function readShares(database: Database): Promise<Share[]> {
  if (!(await database.hasTable('shares'))) return [];
  const columns = await database.texts('select column_name from shares order by 1');
  const [rarest = []] = await database.columns('select rarest from shares order by column_name');
  return columns.map((column, index) => ({ column, rarest: Number(rarest[index]) }));
}

/** Looks up the shares of every record's values. Does nothing where the same trained numbers stand there already. */
export async function applyShares(database: Database, { version, levels, frequencies }: WeighedModel): Promise<void> {
  if ((await database.hasTable('shares_version')) && (await isVersion(database, version))) return;
  const used = new Set(levels.flat().flatMap(({ frequency }) => frequency ?? []));
  const before = await readShares(database);
  for (const { column } of before) await database.drop(tableOf(column));
  const shares: Share[] = [];
  for (const column of [...used].sort()) {
    const table = frequencies[column]!;
    await fillTable(database, column, table);
    shares.push({ column, rarest: log2Rarest(table) });
  }
  await database.run('create or replace table shares (column_name varchar, rarest double)');
  for (const { column, rarest } of shares) {
    await database.run(`insert into shares values (${quoteText(column)}, ${doubleSql(rarest)})`);
  }
  if (shares.length === 0) await database.drop(RECORD_SHARES);
  else await database.run(`create or replace table ${RECORD_SHARES} as ${sharesOfRecords(shares, 'records')}`);
  await database.run(`create or replace table shares_version as select ${quoteText(version)} as version`);
}

async function isVersion(database: Database, version: string): Promise<boolean> {
  const [[found] = []] = await database.columns('select version from shares_version');
  return found === version;
}

async function fillTable(database: Database, column: string, { people, holders }: FrequencyTable): Promise<void> {
  const table = quoteName(tableOf(column));
  await database.run(`create or replace table ${table} (value varchar, share double)`);
  const values = Object.keys(holders);
  const shares = values.map((value) => Math.log2(holders[value]! / people));
  await database.append(tableOf(column), [VARCHAR, DOUBLE], [values, shares]);
}

function sharesOfRecords(shares: readonly Share[], source: string): string {
  const columns = shares.map((share) => `, ${shareSql(share)} as ${quoteName(shareColumn(share.column))}`).join('');
  return `select record_no${columns} from ${source} r ${shares.map((share) => shareJoin(share, 'r')).join(' ')}`;
}

/** Records that came after the model. @param source of them, with their columns. */
export async function addShares(database: Database, source: string): Promise<void> {
  const shares = await readShares(database);
  if (shares.length === 0) return;
  await database.run(`insert into ${RECORD_SHARES} by name ${sharesOfRecords(shares, source)}`);
}

/** @param numbers a query of record numbers. */
export async function removeShares(database: Database, numbers: string): Promise<void> {
  if ((await readShares(database)).length === 0) return;
  await database.run(`delete from ${RECORD_SHARES} where record_no in (${numbers})`);
}
