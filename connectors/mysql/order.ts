/** The SQL that reads a table in the order of its key, from the beginning or from behind a cursor. */
import type { ReadRequest } from '../connector.ts';
import type { Cursor } from '../database/cursor.ts';
import {
  behindSql,
  behindUniqueSql,
  changeColumnOf,
  extraKeyColumns,
  frozenColumnOf,
  keyOrderOf,
  notBehindUniqueSql,
  type KeyOrder,
} from '../database/order.ts';
import type { Bounds, Key } from '../database/range-id.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { MysqlTable } from './catalog.ts';
import { contentSql, literalSql, quoteName, sortSql, valueSql } from './column-sql.ts';
import type { MysqlColumn } from './columns.ts';
import { fieldName } from './field-readers.ts';

export interface Order extends KeyOrder<MysqlColumn> {
  /** SQL of a hash of the carried content. */
  readonly content: string;
}

/** @param table has all columns the stream carries. */
export function orderOf(stream: StreamContract, table: MysqlTable): Order {
  const content = columnsOf(table, carriedColumns(stream)).map(contentSql);
  return { ...keyOrderOf(stream, table), content: `md5(concat_ws(',', ${content.join(', ')}))` };
}

/** The columns of these names, in their order. */
function columnsOf({ columns }: MysqlTable, names: readonly string[]): MysqlColumn[] {
  return names.flatMap((name) => columns.filter((column) => column.name === name));
}

export interface Selection {
  readonly table: MysqlTable;
  readonly order: Order;
  readonly request: Pick<ReadRequest, 'columns' | 'stream' | 'changedSince'>;
  /** Records within these alone; only where the order is unique. */
  readonly bounds?: Bounds | undefined;
}

/** Columns of the result: those asked for and the key columns that were not. A content hash may follow. */
export function resultColumns({ table, order, request }: Selection): MysqlColumn[] {
  return columnsOf(table, [...request.columns, ...extraKeyColumns(order, request.columns)]);
}

export function selectSql(selection: Selection, after: Cursor | undefined): string {
  const { table, order } = selection;
  const tail = order.unique ? [] : [order.content];
  const values = [...resultColumns(selection).map(valueSql), ...tail];
  const frozen = frozenCondition(selection.request.stream, table);
  const conditions = [
    ...(frozen === undefined ? [] : [frozen]),
    ...changedCondition(selection),
    ...(selection.bounds ? boundConditions(order, selection.bounds) : []),
    ...afterCondition(order, after),
  ];
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const sort = [...order.key.flatMap((column) => sortTerms(column, order)), ...tail];
  const orderBy = sort.length === 0 ? '' : ` order by ${sort.join(', ')}`;
  const list = values.map((sql, place) => `${sql} as ${fieldName(place)}`).join(', ');
  return `select ${list} from ${quoteName(table.table)}${where}${orderBy}`;
}

/** NULL last: the server has it first. */
function sortTerms(column: MysqlColumn, order: Order): string[] {
  const sql = sortSql(column, order);
  return column.notNull ? [sql] : [`${sql} is null`, sql];
}

/** `>=`, so that records of the same moment are read again; a record without the time may have changed at any. */
function changedCondition({ table, request: { stream, changedSince } }: Selection): string[] {
  if (changedSince === undefined) return [];
  const column = changeColumnOf(stream, table);
  const indexed = { unique: true };
  const sql = sortSql(column, indexed);
  return [`(${sql} >= ${literalSql(changedSince, column, indexed)} or ${sql} is null)`];
}

/** The moment itself is in, and so is a record without one. */
export function frozenCondition(stream: StreamContract, table: MysqlTable): string | undefined {
  const column = frozenColumnOf(stream, table, ({ form }) => form === 'time');
  if (!column) return undefined;
  const indexed = { unique: true };
  const sql = sortSql(column, indexed);
  return `(${sql} <= ${literalSql(stream.frozenAt ?? '', column, indexed)} or ${sql} is null)`;
}

/** Of a unique order: whether a record lies on a side of a key. */
export function sideSql(order: Order, side: '>' | '<=', key: Key): string {
  const terms = order.key.map((column, place) => ({
    sql: sortSql(column, order),
    value: literalSql(key[place] ?? '', column, order),
  }));
  return side === '>' ? behindUniqueSql(terms) : notBehindUniqueSql(terms);
}

export function boundConditions(order: Order, { above, upTo }: Bounds): string[] {
  return [...(above ? [sideSql(order, '>', above)] : []), ...(upTo ? [sideSql(order, '<=', upTo)] : [])];
}

function afterCondition(order: Order, after: Cursor | undefined): string[] {
  if (!after) return [];
  const terms = order.key.map((column, place) => {
    const text = after.key[place] ?? null;
    return { sql: sortSql(column, order), value: text === null ? null : literalSql(text, column, order) };
  });
  if (order.unique) return [behindUniqueSql(terms.map(({ sql, value }) => ({ sql, value: value ?? 'null' })))];
  // From the same content on: the reader leaves out as many of those as were delivered.
  return [behindSql(terms, `${order.content} >= x'${Buffer.from(after.content ?? '').toString('hex')}'`)];
}
