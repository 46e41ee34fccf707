/** SQL that reads, orders and compares one column. */
import { SourceError } from '../../core/errors.ts';
import type { KeyOrder } from '../database/order.ts';
import type { MysqlColumn } from './columns.ts';

/** The server sorts by the first 1024 bytes, the length of a value included. */
const SORTED_OCTETS = 1020;
/** Longer values are hashed on their own: a row of them all would not fit into one value. */
const JOINED_OCTETS = 4096;

export function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** As it is delivered. */
export function valueSql({ name, form }: MysqlColumn): string {
  return form === 'converted' ? `convert(${quoteName(name)} using utf8mb4)` : quoteName(name);
}

/** A text that differs where the value does, unlike that of no value; free of commas where it is not quoted. */
export function contentSql({ name, form, octets, notNull }: MysqlColumn): string {
  const sql = quoteName(name);
  if (form === 'number' || form === 'time') return notNull ? sql : `ifnull(${sql}, '-')`;
  if (form === 'bits') return `ifnull(bin(${sql}), '-')`;
  if (form === 'other') return `ifnull(md5(cast(${sql} as char)), '-')`;
  return octets === null || octets > JOINED_OCTETS ? `ifnull(md5(${sql}), '-')` : `quote(cast(${sql} as binary))`;
}

/** The server orders by the column itself: numbers and times always, texts where an index has their order. */
function ordersItself({ form, charset, comparable }: MysqlColumn, { unique }: Order): boolean {
  if (!comparable) return false;
  if (form === 'number' || form === 'time') return true;
  // Bytes of several to a character need not be characters: no text could be compared with them.
  return unique && (['binary', 'text', 'converted'].includes(form) || (form === 'stored' && charset === 'latin1'));
}

type Order = Pick<KeyOrder, 'unique'>;

/** What is ordered by and compared. Without an index texts are ordered by their bytes, long ones by a hash of them. */
export function sortSql(column: MysqlColumn, order: Order): string {
  return ordersItself(column, order) ? quoteName(column.name) : byBytes(column, printedBytes(column));
}

/** A value of the column, as it was delivered, to compare `sortSql` with. */
export function literalSql(text: string, column: MysqlColumn, order: Order): string {
  const { form } = column;
  if (!ordersItself(column, order)) return byBytes(column, bytesLiteral(text, column));
  if (form === 'number') return checked(text, /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/, column);
  if (form === 'time') return `'${checked(text, /^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d{1,6})?)?$/, column)}'`;
  return form === 'binary' ? bytesLiteral(text, column) : collatedLiteral(text, column);
}

function checked(text: string, form: RegExp, { name, type }: MysqlColumn): string {
  if (form.test(text)) return text;
  throw new SourceError(`续读或增量的起点不是列 ${name}（${type}）的值`, { next: '从头读取该数据流。' });
}

function byBytes({ octets, form }: MysqlColumn, sql: string): string {
  const isShort = form === 'bits' || form === 'number' || (octets !== null && octets <= SORTED_OCTETS);
  return isShort ? sql : `md5(${sql})`;
}

function printedBytes({ name, form, bits }: MysqlColumn): string {
  const sql = quoteName(name);
  if (form === 'bits') return `cast(lpad(bin(${sql}), ${bits}, '0') as binary)`;
  if (form === 'other') return `cast(cast(${sql} as char character set utf8mb4) as binary)`;
  return `cast(${sql} as binary)`;
}

function bytesLiteral(text: string, column: MysqlColumn): string {
  const { form, charset } = column;
  if (form === 'binary') return `x'${checked(text, /^0x(?:[0-9A-F]{2})*$/, column).slice(2)}'`;
  if (form === 'converted') return `cast(convert(${utf8Literal(text)} using ${charset}) as binary)`;
  return `x'${hex(text, form)}'`;
}

function collatedLiteral(text: string, { form, charset, collation }: MysqlColumn): string {
  const sql =
    form === 'stored' ? `_${charset} x'${hex(text, form)}'` : `convert(${utf8Literal(text)} using ${charset})`;
  return `${sql} collate ${collation}`;
}

function utf8Literal(text: string): string {
  return `_utf8mb4 x'${hex(text, 'text')}'`;
}

function hex(text: string, form: MysqlColumn['form']): string {
  return Buffer.from(text, form === 'stored' ? 'latin1' : 'utf8').toString('hex');
}
