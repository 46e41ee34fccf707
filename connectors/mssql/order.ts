/** The SQL that reads a table in the order of its key, from the beginning or from behind a cursor. */
import type { ReadRequest } from '../connector.ts';
import type { Cursor } from '../database/cursor.ts';
import {
  behindSql,
  behindUniqueSql,
  changeColumnOf,
  frozenColumnOf,
  keyOrderOf,
  type KeyOrder,
} from '../database/order.ts';
import type { StreamContract } from '../stream.ts';
import { nameSql, tableSql, type MssqlTable } from './catalog.ts';
import type { MssqlColumn } from './column.ts';
import { BINARY, contentSql, type ContentInput } from './content.ts';
import { isLarge, parameterOf, parseSql, printSql } from './exact-text.ts';
import type { Parameters } from './session.ts';

export interface Order extends KeyOrder<MssqlColumn> {
  /** SQL of bytes that differ where the carried content does. */
  readonly content: string;
}

/**
 * The comparison of a unique index tells any two of its keys apart, or it would not be unique: its own order is taken.
 * Elsewhere texts are ordered by their characters.
 */
export function orderOf(input: ContentInput): Order {
  return { ...keyOrderOf(input.stream, input.table), content: contentSql(input) };
}

export interface Selection {
  readonly table: MssqlTable;
  readonly order: Order;
  readonly request: Pick<ReadRequest, 'columns' | 'changedSince'> & { readonly stream: StreamContract };
  readonly after: Cursor | undefined;
  /** Rows at the most; all where it is undefined. */
  readonly limit: number | undefined;
}

export interface Query {
  readonly text: string;
  readonly parameters: Parameters;
}

/**
 * Columns of the result: those asked for, the key columns that were not, and the content hash where the order needs it.
 * Columns are named by their table: an alias of the same name would be meant otherwise, and numbers be sorted as texts.
 */
export function selectQuery(selection: Selection): Query {
  const { table, order, limit } = selection;
  const columns = selectedColumns(selection).map(
    (column) => `${printSql(column, at(column))} as ${nameSql(column.name)}`,
  );
  const tail = order.unique ? [] : [order.content];
  const parameters: Record<string, string | Buffer> = {};
  const conditions = [
    ...frozenCondition(selection.request.stream, table, parameters),
    ...changedCondition(selection, parameters),
    ...behindCondition(selection, parameters),
  ];
  const sort = [...order.key.flatMap((column) => sortTerms(column, order)), ...tail];
  const clauses = [
    `select ${limit === undefined ? '' : `top (${limit}) `}${[...columns, ...tail].join(', ')}`,
    `from ${tableSql(table)} as t`,
    ...(conditions.length === 0 ? [] : [`where ${conditions.join(' and ')}`]),
    `order by ${sort.join(', ')}`,
    // The server has other work.
    'option (maxdop 1)',
  ];
  return { text: clauses.join(' '), parameters };
}

/** Asked for, and the key columns that were not. */
export function selectedColumns({
  table,
  order,
  request,
}: Pick<Selection, 'table' | 'order' | 'request'>): MssqlColumn[] {
  const asked = request.columns.flatMap((name) => table.columns.filter((column) => column.name === name));
  return [...asked, ...order.key.filter(({ name }) => !request.columns.includes(name))];
}

const at = ({ name }: MssqlColumn): string => `t.${nameSql(name)}`;

function sortSql(column: MssqlColumn, { unique }: KeyOrder): string {
  if (unique || (column.collation === null && !isLarge(column))) return at(column);
  return `${printSql(column, at(column))} ${BINARY}`;
}

/** The server puts NULL first; it is to be last. */
function sortTerms(column: MssqlColumn, order: KeyOrder): string[] {
  const sql = sortSql(column, order);
  return column.notNull ? [sql] : [`case when ${at(column)} is null then 1 else 0 end`, sql];
}

export type Named = Record<string, string | Buffer>;

/** `>=`, so that records of the same moment are read again; a record without the time may have changed at any. */
function changedCondition({ table, request: { stream, changedSince } }: Selection, parameters: Named): string[] {
  if (changedSince === undefined) return [];
  const column = changeColumnOf(stream, table);
  parameters['since'] = parameterOf(column, changedSince);
  return [`(${at(column)} >= ${parseSql(column, '@since')} or ${at(column)} is null)`];
}

/** Beijing time as the type writes it. */
function momentText({ base }: MssqlColumn, moment: string): string {
  if (base === 'date') return moment.slice(0, 10);
  return base === 'datetimeoffset' ? `${moment} +08:00` : moment;
}

/** The moment itself is in, and so is a record without one. */
export function frozenCondition(stream: StreamContract, table: MssqlTable, parameters: Named): string[] {
  const column = frozenColumnOf(stream, table, ({ base }) => /^(?:small)?date/.test(base));
  if (!column) return [];
  parameters['frozen'] = parameterOf(column, momentText(column, stream.frozenAt ?? ''));
  return [`(${at(column)} <= ${parseSql(column, '@frozen')} or ${at(column)} is null)`];
}

function behindCondition({ order, after }: Selection, parameters: Named): string[] {
  if (!after) return [];
  const { key, unique, content } = order;
  const terms = key.map((column, index) => {
    const text = after.key[index] ?? null;
    if (text !== null) parameters[`k${index}`] = parameterOf(column, text);
    const sql = sortSql(column, order);
    // What is ordered as text is compared as text.
    const value = sql === at(column) ? parseSql(column, `@k${index}`) : `@k${index}`;
    return { sql, value: text === null ? null : value };
  });
  if (unique) return [behindUniqueSql(terms.map(({ sql, value }) => ({ sql, value: value ?? 'null' })))];
  // From the same content on: the reader leaves out as many of those as were delivered.
  parameters['content'] = Buffer.from(after.content ?? '', 'hex');
  return [behindSql(terms, `${content} >= @content`)];
}
