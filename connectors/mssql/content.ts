/**
 * A hash of what a record holds, made by the server: SHA-256 over the lengths and texts of the carried columns. Before
 * 2016 the server hashes no more than 8000 bytes at a time, so a long text is hashed in pieces, and the hashes are summed
 * with their numbers.
 */
import { carriedColumns, type StreamContract } from '../stream.ts';
import { nameSql, type MssqlTable } from './catalog.ts';
import type { MssqlColumn } from './column.ts';
import { isBytes, isFloat, LONGEST_TEXT, longestText, printSql } from './exact-text.ts';
import type { ServerFacts } from './server.ts';

/** Compares and joins texts of any collation by their characters alone. */
export const BINARY = 'collate Latin1_General_100_BIN2';
/** Length, colon and bar beside each text. */
const FRAME = 12;
/** Arguments that one call takes, less the empty text before them. */
const MOST_ARGUMENTS = 250;
const PIECE = 7_900;

export interface ContentInput {
  readonly stream: StreamContract;
  readonly table: MssqlTable;
  readonly server: ServerFacts;
}

/** SQL of 32 bytes that differ where the carried content does. The columns are those of `t`. */
export function contentSql({ stream, table, server }: ContentInput): string {
  const carried = new Set<string>(carriedColumns(stream));
  const columns = table.columns.filter(({ name }) => carried.has(name));
  const short = columns.filter((column) => !isBytes(column) && longestText(column) + FRAME <= LONGEST_TEXT);
  const parts = [
    ...groupsOf(short).map((group) => `hashbytes('SHA2_256', ${joinedSql(group, server)})`),
    ...columns.filter((column) => !short.includes(column)).map((column) => longSql(column, server)),
  ];
  return parts.length === 1 ? parts.join('') : `hashbytes('SHA2_256', ${parts.join(' + ')})`;
}

/** Columns that fit into one text of fixed length, and into one call. */
function groupsOf(columns: readonly MssqlColumn[]): MssqlColumn[][] {
  const groups: MssqlColumn[][] = [];
  let room = 0;
  for (const column of columns) {
    const needed = longestText(column) + FRAME;
    const last = groups.at(-1);
    if (last && needed <= room && (last.length + 1) * 4 <= MOST_ARGUMENTS) {
      last.push(column);
    } else {
      groups.push([column]);
      room = LONGEST_TEXT;
    }
    room -= needed;
  }
  return groups;
}

/** `length:text|` of each column; of one without a value `:|`. A length tells where a text ends that holds a bar. */
function joinedSql(columns: readonly MssqlColumn[], server: ServerFacts): string {
  const texts = columns.map(
    (column) => `datalength(t.${nameSql(column.name)}), N':', ${hashedSql(column, server)}, N'|'`,
  );
  return `concat(N'', ${texts.join(', ')})`;
}

function hashedSql(column: MssqlColumn, { losslessFloats }: ServerFacts): string {
  const sql = `t.${nameSql(column.name)}`;
  // Before 2016, sixteen digits are the most that can be had: the seventeenth may change unseen.
  if (isFloat(column)) return `convert(varchar(32), ${sql}, ${losslessFloats ? 3 : 2})`;
  return column.collation === null ? printSql(column, sql) : `${printSql(column, sql)} ${BINARY}`;
}

/** No value gives one byte, and any value gives 32. */
function longSql(column: MssqlColumn, { hashesAnyLength }: ServerFacts): string {
  const printed = printSql(column, `t.${nameSql(column.name)}`);
  const fits = isBytes(column) && column.base !== 'image' && column.length >= 0;
  if (hashesAnyLength || fits) return `isnull(hashbytes('SHA2_256', ${printed}), 0x00)`;
  return `case when ${printed} is null then 0x00 else ${piecesSql(printed)} end`;
}

/** The numbers of the pieces are put together from digits, so that a short text costs few rows: up to 79 MB. */
function piecesSql(printed: string): string {
  const digits = '(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))';
  const numbers = ['a.n * 1000', 'b.n * 100', 'c.n * 10', 'd.n'];
  const joins = numbers.map((_, index) => {
    const reached = `(${numbers.slice(0, index + 1).join(' + ')}) * ${PIECE} < datalength(v.x)`;
    return `join ${digits} ${'abcd'[index]}(n) on ${reached}`;
  });
  const number = numbers.join(' + ');
  const piece = `cast(substring(v.x, (${number}) * ${PIECE} + 1, ${PIECE}) as varbinary(${PIECE}))`;
  const sum = `sum(${firstBytesSql(`hashbytes('SHA2_256', cast(${number} as binary(4)) + ${piece})`)})`;
  const source = `(values (cast(${printed} as varbinary(max)))) v(x) ${joins.join(' ')}`;
  return `(select hashbytes('SHA2_256', concat(max(datalength(v.x)), N':', ${sum})) from ${source})`;
}

/** Sixty-four bits of a hash, as a number whose sum over any table is exact. */
export function firstBytesSql(hash: string): string {
  return `cast(cast(substring(${hash}, 1, 8) as bigint) as decimal(38,0))`;
}
