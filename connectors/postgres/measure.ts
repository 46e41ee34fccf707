/** What a table holds: rows and hashes, counted in the server. */
import { escapeIdentifier } from 'pg';
import { measureByRanges } from '../database/measure.ts';
import type { Cutting, FindKey } from '../database/ranges.ts';
import type { Content } from '../database/table.ts';
import type { StreamContract } from '../stream.ts';
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

/**
 * Two independent 64-bit hashes of each row's text, summed, so that the order of the rows does not matter. Costs the
 * server about as much as a reading.
 */
export async function measureContent(session: Session, stream: StreamContract, from: MeasureFrom): Promise<Content> {
  const { table, version, cuts } = from;
  const order = orderOf(stream, table);
  const frozen = frozenCondition(stream, table);
  const hashes = hashesSql(version).map((sql, at) => `sum(${sql}) filter (where kept) as sum${at}`);
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
      // Offset 0 keeps the subquery apart: merged into the outer one, it would print each row once per hash.
      const rows = await session.ask(`
        select place, count(*) filter (where kept) as rows, count(*) as whole, ${hashes.join(', ')}
        from (select ${rowTextSql(stream)} collate "C" as line, ${frozen ?? 'true'} as kept, ${place} as place
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

/** Extended hash functions exist from version 11 on; md5 costs five times as much. */
const HASHES_SINCE = 110_000;

function hashesSql(version: number): readonly string[] {
  if (version >= HASHES_SINCE) return ['hashtextextended(line, 0)', 'hashtextextended(line, 7)'];
  return [1, 17].map((from) => `('x' || substr(md5(line), ${from}, 16))::bit(64)::bigint`);
}
