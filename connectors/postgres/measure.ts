/** What a table holds: rows and hashes, counted in the server. */
import { escapeIdentifier } from 'pg';
import { measureByRanges } from '../database/measure.ts';
import type { Cutting, FindKey } from '../database/ranges.ts';
import type { Content } from '../database/table.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { PostgresColumn, PostgresTable } from './catalog.ts';
import { boundConditions, frozenCondition, orderOf, rowTextSql, sideSql, tableSql, type Order } from './order.ts';
import type { Session } from './session.ts';

const WHOLE_NUMBERS = new Set(['smallint', 'integer', 'bigint']);

export interface MeasureFrom {
  readonly table: PostgresTable;
  /** `server_version_num`. */
  readonly version: number;
  /** How it is cut into ranges; undefined where it is not. */
  readonly cuts: Pick<Cutting, 'step' | 'planned'> | undefined;
}

/** Hashes of each row, summed, so that the order of the rows does not matter. Costs the server less than a reading. */
export async function measureContent(session: Session, stream: StreamContract, from: MeasureFrom): Promise<Content> {
  const { table, version, cuts } = from;
  const order = orderOf(stream, table);
  const frozen = frozenCondition(stream, table);
  const { row: hash, sums } = version >= SEEDED_SINCE ? seededHash(carriedColumns(stream)) : textHash(stream);
  const hashes = sums.map((sql, at) => `sum(${sql}) filter (where kept) as sum${at}`);
  return measureByRanges({
    stream,
    table,
    order,
    cuts,
    number: wholeNumberOf(order),
    isFrozen: frozen !== undefined,
    findKey: keyFinder(session, table, order),
    behindSql: (key) => sideSql(order, '>', key),
    sum: async (place) => {
      // Offset 0 keeps the subquery apart: merged into the outer one, it would hash each row once per sum.
      const rows = await session.ask(`
        select place, count(*) filter (where kept) as rows, count(*) as whole, ${hashes.join(', ')}
        from (select ${hash} as hash, ${frozen ?? 'true'} as kept, ${place} as place
          from ${tableSql(table)} offset 0) as lines group by place`);
      return rows.map((row) => ({
        place: Number(row['place']),
        rows: Number(row['rows']),
        whole: Number(row['whole']),
        sums: [BigInt(row['sum0'] ?? 0), BigInt(row['sum1'] ?? 0)],
      }));
    },
  });
}

function keyFinder(session: Session, table: PostgresTable, order: Order): FindKey {
  const names = order.key.map(({ name }) => escapeIdentifier(name));
  const keys = names.map((name, at) => `${name}::text as k${at}`).join(', ');
  return async (bounds, step) => {
    const conditions = boundConditions(order, bounds);
    const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
    const [row] = await session.ask(
      `select ${keys} from ${tableSql(table)}${where} order by ${names.join(', ')} limit 1 offset ${step - 1}`,
    );
    return row && names.map((_, at) => row[`k${at}`] ?? '');
  };
}

function wholeNumberOf({ key: [column, second] }: Order): PostgresColumn | undefined {
  return column && !second && WHOLE_NUMBERS.has(column.type) ? column : undefined;
}

interface RowHash {
  /** SQL of the hash of a row. */
  readonly row: string;
  /** SQL of the numbers that are summed, made of `hash`. */
  readonly sums: readonly string[];
}

/** Hash functions that take a seed exist from version 11 on. */
const SEEDED_SINCE = 110_000;
/** Bits of one number that say which columns have no value. */
const BITS = 60;

/**
 * Column by column, the hash of those before being the seed: nothing is quoted or joined, which takes half the time of
 * hashing the row's text. Which columns have no value is the first seed, for no text stands for that.
 */
export function seededHash(columns: readonly string[]): RowHash {
  const names = columns.map(escapeIdentifier);
  let row = '0::bigint';
  for (let from = 0; from < names.length; from += BITS) {
    const bits = names
      .slice(from, from + BITS)
      .map((name, at) => `case when ${name} is null then ${2 ** at} else 0 end`);
    row = `hashint8extended((${bits.join(' + ')})::bigint, ${row})`;
  }
  for (const name of names) row = `hashtextextended(coalesce(${name}::text, '') collate "C", ${row})`;
  return { row, sums: ['hash', 'hashint8extended(hash, 7)'] };
}

/** Costs five times as much. */
export function textHash(stream: StreamContract): RowHash {
  const half = (from: number): string => `('x' || substr(hash, ${from}, 16))::bit(64)::bigint`;
  return { row: `md5(${rowTextSql(stream)})`, sums: [half(1), half(17)] };
}
