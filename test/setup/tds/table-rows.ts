/** Rows of a double's table, as the one form of query that the connector sends for them asks. Not SQL: its texts are known. */
import { createHash } from 'node:crypto';
import { TYPES } from 'tedious';
import type { Answer, Request } from './double.ts';
import type { TdsColumn } from './wire.ts';

export interface DoubleColumn {
  readonly name: string;
  /** `varchar(10)`, `decimal(18,6)`, `nvarchar(max)`. */
  readonly type: string;
  readonly notNull?: boolean;
}

export interface DoubleTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly DoubleColumn[];
  /** Texts as the server would print them. */
  rows: readonly (readonly (string | null)[])[];
  readonly uniqueKeys: readonly (readonly string[])[];
}

const NUMBERS = /^(?:bit|tinyint|smallint|int|bigint|decimal|numeric|money|smallmoney|float|real)/;
const BYTES = /^(?:binary|varbinary|image|timestamp)/;

type Cells = readonly (string | null)[];

const place = ({ columns }: DoubleTable, name: string): number => columns.findIndex((column) => column.name === name);
const plainName = (name: string): string => name.replaceAll(']]', ']');
const namesIn = (text: string, form: RegExp): string[] =>
  [...text.matchAll(form)].map(([, name = '']) => plainName(name));

/** SHA-256 over the columns that the text names. */
export function contentOf(table: DoubleTable, row: Cells, names: readonly string[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(names.map((name) => row[place(table, name)])))
    .digest();
}

export function hashedNames(text: string): string[] {
  return [...new Set(namesIn(/hashbytes\(.*/s.exec(text)?.[0] ?? '', /datalength\(t\.\[((?:[^\]]|\]\])+)\]/g))];
}

function compareCells(one: string | null, other: string | null, type: string): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  const numbers = NUMBERS.test(type);
  const less = numbers ? Number(one) < Number(other) : one < other;
  const equal = numbers && Number(one) === Number(other);
  if (equal) return 0;
  return less ? -1 : 1;
}

interface Asked {
  readonly key: readonly string[];
  readonly hashed: readonly string[];
  readonly unique: boolean;
}

const printedCell = (value: unknown): string | null =>
  Buffer.isBuffer(value) ? `0x${value.toString('hex').toUpperCase()}` : ((value as string | undefined) ?? null);

/** Behind the cursor that the parameters hold: its key, and from its content on where the key may repeat. */
function isBehind(table: DoubleTable, row: Cells, asked: Asked, { parameters }: Request): boolean {
  for (const [index, name] of asked.key.entries()) {
    const at = place(table, name);
    const cell = row[at] ?? null;
    const order = compareCells(cell, printedCell(parameters.get(`k${index}`)), table.columns[at]?.type ?? '');
    if (order !== 0) return order > 0;
  }
  if (asked.unique) return false;
  return Buffer.compare(contentOf(table, row, asked.hashed), parameters.get('content') as Buffer) >= 0;
}

function compareRows(table: DoubleTable, asked: Asked): (one: Cells, other: Cells) => number {
  return (one, other) => {
    for (const name of asked.key) {
      const at = place(table, name);
      const order = compareCells(one[at] ?? null, other[at] ?? null, table.columns[at]?.type ?? '');
      if (order !== 0) return order;
    }
    return Buffer.compare(contentOf(table, one, asked.hashed), contentOf(table, other, asked.hashed));
  };
}

function columnOf({ name, type }: DoubleColumn): TdsColumn {
  if (BYTES.test(type)) return { name, type: TYPES.VarBinary, length: 9000 };
  if (type === 'float') return { name, type: TYPES.Float };
  if (type === 'real') return { name, type: TYPES.Real };
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? 0);
  return { name, type: TYPES.NVarChar, length: /max|text/.test(type) || length > 4000 ? 9000 : 4000 };
}

function valueOf({ type }: TdsColumn, cell: string | null): unknown {
  if (cell === null) return null;
  if (type === TYPES.VarBinary) return Buffer.from(cell.slice(2), 'hex');
  return type === TYPES.NVarChar ? cell : Number(cell);
}

/** The rows that a frozen reading takes; all of them where nothing is frozen. */
export function notFrozen(table: DoubleTable, { text, parameters }: Request): (row: Cells) => boolean {
  const moment = parameters.get('frozen') as string | undefined;
  if (moment === undefined) return () => true;
  const at = place(table, namesIn(text, /\(t\.\[((?:[^\]]|\]\])+)\] <= [^@]*@frozen/g)[0] ?? '');
  return (row) => (row[at] ?? '').slice(0, moment.length) <= moment;
}

/** Values of the columns in the order asked for, in the order of the key, from behind the cursor on. */
export function answerRows(table: DoubleTable, request: Request): Answer {
  const [head = '', tail = ''] = request.text.split(' order by ');
  const [list = ''] = head.split(/ from \[/);
  const key = [...new Set(namesIn(tail.split('hashbytes(')[0] ?? '', /t\.\[((?:[^\]]|\]\])+)\]/g))];
  const asked = { key, hashed: hashedNames(tail), unique: !tail.includes('hashbytes(') };
  const { parameters } = request;
  const since = parameters.get('since') as string | undefined;
  const isKept = notFrozen(table, request);
  const changing = place(table, namesIn(head, /\(t\.\[((?:[^\]]|\]\])+)\] >= [^@]*@since/g)[0] ?? '');
  const behind =
    parameters.has('k0') ||
    parameters.has('content') ||
    / where .*null/.test(head.replace(/\(t.*@(?:since|frozen).*null\)/, ''));
  const rows = table.rows
    .filter(isKept)
    .filter((row) => since === undefined || row[changing] === null || (row[changing] ?? '') >= since)
    .filter((row) => !behind || isBehind(table, row, asked, request))
    .toSorted(compareRows(table, asked))
    .slice(0, Number(/^select top \((\d+)\)/.exec(head)?.[1] ?? Infinity));
  const names = namesIn(list, / as \[((?:[^\]]|\]\])+)\]/g);
  const columns = names.flatMap((name) => table.columns.filter((column) => column.name === name).map(columnOf));
  const values = (row: Cells): unknown[] =>
    columns.map((column) => valueOf(column, row[place(table, column.name)] ?? null));
  if (asked.unique) return { columns, rows: rows.map(values) };
  const content = { name: '', type: TYPES.VarBinary, length: 32 };
  return {
    columns: [...columns, content],
    rows: rows.map((row) => [...values(row), contentOf(table, row, asked.hashed)]),
  };
}
