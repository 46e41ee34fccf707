/**
 * How a value of each type becomes exact text, and how that text becomes a value again where a cursor needs one. The
 * server prints: the driver would make floating-point numbers of decimals and milliseconds of moments, and would decode
 * the bytes of a code page itself. Floating-point numbers and bytes are the two that it hands over as they are; before
 * 2016 the server has no lossless text of the former. Source: Transact-SQL reference, CAST and CONVERT.
 */
import type { MssqlColumn } from './column.ts';
import type { Value } from './session.ts';

/** How the column `#` is printed, how its text `@` becomes a value of the type `%`, characters of the longest text. */
interface TextForm {
  readonly print: string;
  readonly parse: string;
  readonly longest: number;
}

const printed = (longest: number): TextForm => ({
  print: `convert(varchar(${longest}), #)`,
  parse: 'cast(@ as %)',
  longest,
});
/** Style 121: yyyy-mm-dd hh:mi:ss with as many decimals as the type has. */
const dated = (longest: number, style = 121): TextForm => ({
  print: `convert(varchar(${longest}), #, ${style})`,
  parse: `convert(%, @, ${style})`,
  longest,
});
/** Printed as it is, money shows two of its four decimals. */
const MONEY: TextForm = { ...printed(41), print: 'convert(varchar(41), cast(# as decimal(19,4)))' };

const FORMS: Readonly<Record<string, TextForm>> = {
  bit: printed(1),
  tinyint: printed(3),
  smallint: printed(6),
  int: printed(11),
  bigint: printed(20),
  decimal: printed(41),
  numeric: printed(41),
  money: MONEY,
  smallmoney: MONEY,
  uniqueidentifier: printed(36),
  date: dated(10, 23),
  datetime: dated(23),
  smalldatetime: dated(19, 120),
  datetime2: dated(27),
  datetimeoffset: dated(34),
  time: dated(16),
};

const NATIVE_NUMBERS: ReadonlySet<string> = new Set(['float', 'real']);
const NATIVE_BYTES: ReadonlySet<string> = new Set(['binary', 'varbinary', 'image', 'timestamp', 'rowversion']);
const OF_THE_RUNTIME: ReadonlySet<string> = new Set(['hierarchyid', 'geometry', 'geography']);
const LARGE: ReadonlySet<string> = new Set(['text', 'ntext', 'image', 'xml', 'sql_variant', ...OF_THE_RUNTIME]);
const LONGEST_NUMBER = 32;
/** Above it a text has no fixed length any more. */
export const LONGEST_TEXT = 4000;

export const isBytes = ({ base }: MssqlColumn): boolean => NATIVE_BYTES.has(base);
export const isFloat = ({ base }: MssqlColumn): boolean => NATIVE_NUMBERS.has(base);
/** Neither compared nor sorted by the server, or not in a way we would know. */
export const isLargeType = (base: string): boolean => LARGE.has(base);
export const isLarge = ({ base }: MssqlColumn): boolean => LARGE.has(base);

/** Characters of the longest text; Infinity without a limit. */
export function longestText({ base, length, collation }: MssqlColumn): number {
  const form = FORMS[base];
  if (form) return form.longest;
  if (NATIVE_NUMBERS.has(base)) return LONGEST_NUMBER;
  if (collation === null || LARGE.has(base) || length < 0) return Infinity;
  return length;
}

/** @param sql the column, named so that no alias can be meant. */
export function printSql(column: MssqlColumn, sql: string): string {
  const { base } = column;
  const form = FORMS[base];
  if (form) return form.print.replace('#', sql);
  if (isBytes(column) || isFloat(column) || /^n(?:var)?char$/.test(base)) return sql;
  if (base === 'text') return `cast(cast(${sql} as varchar(max)) as nvarchar(max))`;
  if (OF_THE_RUNTIME.has(base)) return `cast(${sql}.ToString() as nvarchar(max))`;
  const longest = longestText(column);
  return `cast(${sql} as nvarchar(${longest > LONGEST_TEXT ? 'max' : longest}))`;
}

/** The text of what the driver hands over. */
export function textOfValue({ base }: MssqlColumn, value: Value | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Buffer.isBuffer(value)) return `0x${value.toString('hex').toUpperCase()}`;
  return base === 'real' ? shortestReal(Number(value)) : String(value);
}

/** The fewest digits that no other number of four bytes has; nine are always enough. */
function shortestReal(value: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(Number(value.toPrecision(9)));
}

/** SQL of the value a text stands for, comparable with the bare column. @param parameter with the @. */
export function parseSql({ base, type, collation, length }: MssqlColumn, parameter: string): string {
  const form = FORMS[base];
  if (form) return form.parse.replace('@', parameter).replace('%', type);
  if (NATIVE_NUMBERS.has(base)) return `cast(${parameter} as ${base})`;
  // In the column's own code page: compared as Unicode, it might stand elsewhere in the order.
  const ownPage = (base === 'char' || base === 'varchar') && length > 0;
  return ownPage && collation !== null ? `cast(${parameter} collate ${collation} as varchar(${length}))` : parameter;
}

/** The parameter for `parseSql`. */
export function parameterOf(column: MssqlColumn, text: string): string | Buffer {
  return isBytes(column) ? Buffer.from(text.slice(2), 'hex') : text;
}
