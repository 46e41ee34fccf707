/**
 * The order in which a table is read, and what "behind a cursor" means in it.
 *
 * Where a unique index covers a key without NULL, its own order is taken: the server walks the index or sorts by it.
 * Elsewhere a key that is NULL comes last, and records of the same key are ordered by a hash of their content, so that
 * two reads agree; the cursor then says how many records of that key and content were delivered, for records that are
 * equal in all of that cannot be told apart.
 */
import type { StreamContract } from '../stream.ts';
import type { ColumnFacts, TableFacts } from './table.ts';

export interface KeyOrder<C extends ColumnFacts = ColumnFacts> {
  /** Columns the records are ordered by, in this order. */
  readonly key: readonly C[];
  /** No two records share a key. */
  readonly unique: boolean;
  /** Equal for equal orders; part of the fingerprint, for another order is another delivery. */
  readonly name: string;
}

/** Where the last state of a key counts, the order of changes is the order of reading. */
function orderNames({ key, repeated, cursor }: StreamContract): readonly string[] {
  if (repeated === undefined || cursor === undefined || cursor.kind === 'business') return key;
  return [cursor.column, ...key.filter((name) => name !== cursor.column)];
}

/** @param table columns that it does not have are left out of the order: `describe` reports them. */
export function keyOrderOf<C extends ColumnFacts>(stream: StreamContract, table: TableFacts<C>): KeyOrder<C> {
  const names = orderNames(stream);
  const all = names.flatMap((name) => table.columns.filter((column) => column.name === name));
  // The shortest beginning that a unique index is part of: what follows it orders nothing.
  for (let length = 1; length <= all.length; length += 1) {
    const key = all.slice(0, length);
    const covered = new Set(key.map(({ name }) => name));
    const unique =
      key.every(({ notNull, ordered }) => notNull && ordered) &&
      table.uniqueKeys.some((index) => index.length > 0 && index.every((name) => covered.has(name)));
    if (unique) return { key, unique, name: `index ${key.map(({ name }) => name).join(' ')}` };
  }
  return { key: all, unique: false, name: `bytes ${names.join(' ')}` };
}

/** Key columns that a reading needs beside those it was asked for. */
export function extraKeyColumns({ key }: KeyOrder, columns: readonly string[]): string[] {
  return key.map(({ name }) => name).filter((name) => !columns.includes(name));
}

/** One column of the order, at the place the cursor stands. */
export interface KeyTerm {
  /** What is ordered by. */
  readonly sql: string;
  /** SQL of the value at the cursor; null where it has none. */
  readonly value: string | null;
}

/** Condition of the rows behind; NULL is last. @param tail holds for rows that are equal in all terms and yet behind. */
export function behindSql(terms: readonly KeyTerm[], tail: string): string {
  return terms.reduceRight((rest, { sql, value }) => {
    if (value === null) return `(${sql} is null and ${rest})`;
    return `(${sql} > ${value} or ${sql} is null or (${sql} = ${value} and ${rest}))`;
  }, tail);
}

/** The same where no term may be NULL and no two rows are equal. The leading `>=` lets the server enter its index. */
export function behindUniqueSql(terms: readonly { readonly sql: string; readonly value: string }[]): string {
  const behind = terms.reduceRight(
    (rest, { sql, value }) =>
      rest === '' ? `${sql} > ${value}` : `(${sql} > ${value} or (${sql} = ${value} and ${rest}))`,
    '',
  );
  const [first, second] = terms;
  return first && second ? `${first.sql} >= ${first.value} and ${behind}` : behind;
}

/** The other way about: rows that are not behind. The leading `<=` lets the server leave its index. */
export function notBehindUniqueSql(terms: readonly { readonly sql: string; readonly value: string }[]): string {
  const within = terms.reduceRight(
    (rest, { sql, value }) =>
      rest === '' ? `${sql} <= ${value}` : `(${sql} < ${value} or (${sql} = ${value} and ${rest}))`,
    '',
  );
  const [first, second] = terms;
  return first && second ? `${first.sql} <= ${first.value} and ${within}` : within;
}

/** The column a frozen stream is cut by: undefined where nothing is frozen, or no moment says when a record changed. */
export function frozenColumnOf<C extends ColumnFacts>(
  { frozenAt, cursor }: StreamContract,
  table: TableFacts<C>,
  isMoment: (column: C) => boolean,
): C | undefined {
  if (frozenAt === undefined || cursor?.kind !== 'modification') return undefined;
  return table.columns.find((each) => each.name === cursor.column && isMoment(each));
}

/** The column that moves with every change. @throws TypeError where the stream declares none. */
export function changeColumnOf<C extends ColumnFacts>({ name, cursor }: StreamContract, table: TableFacts<C>): C {
  const moves = cursor !== undefined && cursor.kind !== 'business';
  const column = moves && table.columns.find((each) => each.name === cursor.column);
  if (!column) throw new TypeError(`${name} declares no column that moves with every change`);
  return column;
}
