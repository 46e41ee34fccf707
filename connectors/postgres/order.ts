/** The SQL that reads a table in the order of its key, from the beginning or from behind a cursor. */
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { ReadRequest } from '../connector.ts';
import type { Cursor } from '../database/cursor.ts';
import {
  behindSql,
  changeColumnOf,
  extraKeyColumns,
  frozenColumnOf,
  keyOrderOf,
  type KeyOrder,
} from '../database/order.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { Bounds, Key } from '../database/range-id.ts';
import type { PostgresColumn, PostgresTable, TableName } from './catalog.ts';

export interface Order extends KeyOrder<PostgresColumn> {
  /** SQL of a text that differs where the carried content does. */
  readonly content: string;
}

export function rowTextSql(stream: StreamContract): string {
  return `row(${carriedColumns(stream).map(escapeIdentifier).join(', ')})::text`;
}

export function orderOf(stream: StreamContract, table: PostgresTable): Order {
  return { ...keyOrderOf(stream, table), content: `md5(${rowTextSql(stream)}) collate "C"` };
}

export function tableSql({ schema, table }: TableName): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}

export interface Selection {
  readonly table: PostgresTable;
  readonly order: Order;
  readonly request: Pick<ReadRequest, 'columns' | 'stream' | 'changedSince'>;
  readonly after: Cursor | undefined;
  /** Records within these alone; only where the order is unique. */
  readonly bounds?: Bounds | undefined;
  /** Encoding of the database, where texts of the cursor are its bytes and not characters. */
  readonly storedAs: string | undefined;
}

/** Columns of the result: those asked for, the key columns that were not, and the content hash where the order needs it. */
export function selectSql(selection: Selection): string {
  const { table, order, request } = selection;
  const columns = [...request.columns, ...extraKeyColumns(order, request.columns)].map(escapeIdentifier);
  const tail = order.unique ? [] : [order.content];
  const frozen = frozenCondition(request.stream, table);
  const conditions = [
    ...(frozen === undefined ? [] : [frozen]),
    ...changedCondition(selection),
    ...(selection.bounds ? boundConditions(order, selection.bounds) : []),
    ...afterCondition(selection),
  ];
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const sort = [...order.key.map((column) => sortSql(column, order)), ...tail];
  const orderBy = sort.length === 0 ? '' : ` order by ${sort.join(', ')}`;
  return `select ${[...columns, ...tail].join(', ')} from ${tableSql(table)}${where}${orderBy}`;
}

/** An index has its own order; else texts are ordered by their bytes. */
function sortSql({ name, collated, ordered }: PostgresColumn, { unique }: Order): string {
  const sql = ordered ? escapeIdentifier(name) : `${escapeIdentifier(name)}::text`;
  return unique || (ordered && !collated) ? sql : `${sql} collate "C"`;
}

function literalSql(text: string, { castType, ordered }: PostgresColumn, storedAs: string | undefined): string {
  const type = ordered ? castType : 'text';
  if (storedAs === undefined) return `${escapeLiteral(text)}::${type}`;
  const hex = Buffer.from(text, 'latin1').toString('hex');
  return `convert_from(decode('${hex}', 'hex'), ${escapeLiteral(storedAs)})::${type}`;
}

/** `>=`, so that records of the same moment are read again; a record without the time may have changed at any. */
function changedCondition({ table, request: { stream, changedSince } }: Selection): string[] {
  if (changedSince === undefined) return [];
  const column = changeColumnOf(stream, table);
  const name = escapeIdentifier(column.name);
  return [`(${name} >= ${literalSql(changedSince, column, undefined)} or ${name} is null)`];
}

/** The moment itself is in, and so is a record without one. */
export function frozenCondition(stream: StreamContract, table: PostgresTable): string | undefined {
  const column = frozenColumnOf(stream, table, ({ type }) => /^(?:timestamp|date)/.test(type));
  if (!column) return undefined;
  return `coalesce(${escapeIdentifier(column.name)} <= ${literalSql(stream.frozenAt ?? '', column, undefined)}, true)`;
}

/** Of a unique order: whether a record lies on a side of a key. */
export function sideSql(order: Order, side: '>' | '<=', key: Key): string {
  const values = order.key.map((column, index) => literalSql(key[index] ?? '', column, undefined));
  return `(${order.key.map(({ name }) => escapeIdentifier(name)).join(', ')}) ${side} (${values.join(', ')})`;
}

export function boundConditions(order: Order, { above, upTo }: Bounds): string[] {
  return [...(above ? [sideSql(order, '>', above)] : []), ...(upTo ? [sideSql(order, '<=', upTo)] : [])];
}

function afterCondition({ order, after, storedAs }: Selection): string[] {
  if (!after) return [];
  const { key, unique, content } = order;
  if (unique) {
    const values = key.map((column, index) => literalSql(after.key[index] ?? '', column, storedAs));
    return [`(${key.map(({ name }) => escapeIdentifier(name)).join(', ')}) > (${values.join(', ')})`];
  }
  const terms = key.map((column, index) => {
    const text = after.key[index] ?? null;
    return { sql: sortSql(column, order), value: text === null ? null : literalSql(text, column, storedAs) };
  });
  // From the same content on: the reader leaves out as many of those as were delivered.
  return [behindSql(terms, `${content} >= ${escapeLiteral(after.content ?? '')}`)];
}
