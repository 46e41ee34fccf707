/**
 * The order in which a table is read, and the SQL that reads it from the beginning or from behind a cursor.
 *
 * Where a unique index covers a key without NULL, its own order is taken: the server walks the index or sorts by it, and
 * "behind" is one comparison. Elsewhere texts are ordered by their bytes, a key that is NULL comes last, and records of
 * the same key are ordered by a hash of their content, so that two reads agree; the cursor then says how many records of
 * that key and content were delivered, for records that are equal in all of that cannot be told apart.
 */
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { ReadRequest } from '../connector.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { ColumnFacts, TableFacts, TableName } from './catalog.ts';
import type { Cursor } from './cursor.ts';

export interface Order {
  readonly key: readonly ColumnFacts[];
  readonly unique: boolean;
  /** SQL of a text that differs where the carried content does. */
  readonly content: string;
  /** Equal for equal orders; part of the fingerprint, for another order is another delivery. */
  readonly name: string;
}

export function rowTextSql(stream: StreamContract): string {
  return `row(${carriedColumns(stream).map(escapeIdentifier).join(', ')})::text`;
}

/** @param table has all columns of the stream's key. */
export function orderOf(stream: StreamContract, table: TableFacts): Order {
  const key = stream.key.flatMap((name) => table.columns.filter((column) => column.name === name));
  const names = new Set<string>(stream.key);
  const unique =
    key.every(({ notNull, ordered }) => notNull && ordered) &&
    table.uniqueKeys.some((index) => index.length === names.size && index.every((name) => names.has(name)));
  return {
    key,
    unique,
    content: `md5(${rowTextSql(stream)}) collate "C"`,
    name: `${unique ? 'index' : 'bytes'} ${stream.key.join(' ')}`,
  };
}

export function tableSql({ schema, table }: TableName): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}

export interface Selection {
  readonly table: TableFacts;
  readonly order: Order;
  readonly request: Pick<ReadRequest, 'columns' | 'stream' | 'changedSince'>;
  readonly after: Cursor | undefined;
  /** Encoding of the database, where texts of the cursor are its bytes and not characters. */
  readonly storedAs: string | undefined;
}

/** Columns of the result: those asked for, the key columns that were not, and the content hash where the order needs it. */
export function selectSql(selection: Selection): string {
  const { table, order, request } = selection;
  const columns = [...request.columns, ...extraKeyColumns(order, request.columns)].map(escapeIdentifier);
  const tail = order.unique ? [] : [order.content];
  const conditions = [...changedCondition(selection), ...afterCondition(selection)];
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const sort = [...order.key.map((column) => sortSql(column, order)), ...tail];
  const orderBy = sort.length === 0 ? '' : ` order by ${sort.join(', ')}`;
  return `select ${[...columns, ...tail].join(', ')} from ${tableSql(table)}${where}${orderBy}`;
}

export function extraKeyColumns({ key }: Order, columns: readonly string[]): string[] {
  return key.map(({ name }) => name).filter((name) => !columns.includes(name));
}

function sortSql({ name, collated, ordered }: ColumnFacts, { unique }: Order): string {
  const sql = ordered ? escapeIdentifier(name) : `${escapeIdentifier(name)}::text`;
  return unique || (ordered && !collated) ? sql : `${sql} collate "C"`;
}

function literalSql(text: string, { castType, ordered }: ColumnFacts, storedAs: string | undefined): string {
  const type = ordered ? castType : 'text';
  if (storedAs === undefined) return `${escapeLiteral(text)}::${type}`;
  const hex = Buffer.from(text, 'latin1').toString('hex');
  return `convert_from(decode('${hex}', 'hex'), ${escapeLiteral(storedAs)})::${type}`;
}

/** `>=`, so that records of the same moment are read again; a record without the time may have changed at any. */
function changedCondition({ table, request: { stream, changedSince } }: Selection): string[] {
  if (changedSince === undefined) return [];
  const column = table.columns.find(({ name }) => name === stream.cursor?.column);
  if (!column || stream.cursor?.kind !== 'modification') {
    throw new TypeError(`${stream.name} declares no column that moves with every change`);
  }
  const name = escapeIdentifier(column.name);
  return [`(${name} >= ${literalSql(changedSince, column, undefined)} or ${name} is null)`];
}

function afterCondition({ order, after, storedAs }: Selection): string[] {
  if (!after) return [];
  const { key, unique, content } = order;
  if (unique) {
    const values = key.map((column, index) => literalSql(after.key[index] ?? '', column, storedAs));
    return [`(${key.map(({ name }) => escapeIdentifier(name)).join(', ')}) > (${values.join(', ')})`];
  }
  // From the same content on: the reader leaves out as many of those as were delivered.
  const start = `${content} >= ${escapeLiteral(after.content ?? '')}`;
  return [
    key.reduceRight((rest, column, index) => {
      const sql = sortSql(column, order);
      const value = after.key[index] ?? null;
      if (value === null) return `(${sql} is null and ${rest})`;
      const literal = literalSql(value, column, storedAs);
      return `(${sql} > ${literal} or ${sql} is null or (${sql} = ${literal} and ${rest}))`;
    }, start),
  ];
}
