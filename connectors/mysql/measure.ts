/** What a table holds: rows and hashes, counted in the server. */
import { measureByRanges } from '../database/measure.ts';
import type { Cutting, FindKey } from '../database/ranges.ts';
import type { Content } from '../database/table.ts';
import type { StreamContract } from '../stream.ts';
import type { MysqlTable } from './catalog.ts';
import { quoteName, sortSql, valueSql } from './column-sql.ts';
import type { ColumnForm, MysqlColumn } from './columns.ts';
import { boundConditions, frozenCondition, orderOf, sideSql, type Order } from './order.ts';
import type { Session } from './session.ts';

const WHOLE_NUMBERS = /^(?:tiny|small|medium|big)?int\b/;
/** What a session prints of these is what a literal of them is made from. */
const WALKED: ReadonlySet<ColumnForm> = new Set(['number', 'time', 'text', 'converted']);

export interface MeasureFrom {
  readonly table: MysqlTable;
  readonly cuts: Pick<Cutting, 'step' | 'planned'>;
}

/**
 * 64 bits of each row's hash, summed, so that the order of the rows does not matter. Costs the server somewhat less than a
 * reading.
 */
export async function measureContent(session: Session, stream: StreamContract, from: MeasureFrom): Promise<Content> {
  const { table, cuts } = from;
  const order = orderOf(stream, table);
  const hash = `cast(conv(left(${order.content}, 16), 16, 10) as unsigned)`;
  const frozen = frozenCondition(stream, table);
  const kept = frozen ?? 'true';
  return measureByRanges({
    stream,
    table,
    order,
    cuts: order.key.every(({ form }) => WALKED.has(form)) ? cuts : undefined,
    number: wholeNumberOf(order),
    isFrozen: frozen !== undefined,
    findKey: keyFinder(session, table, order),
    behindSql: (key) => sideSql(order, '>', key),
    sum: async (place) => {
      const rows = await session.ask(`
        select ${place} as place, count(case when ${kept} then 1 end) as n, count(*) as whole,
          sum(case when ${kept} then ${hash} end) as total
        from ${quoteName(table.table)} group by 1`);
      return rows.map((row) => ({
        place: Number(row['place']),
        rows: Number(row['n']),
        whole: Number(row['whole']),
        sums: [BigInt(row['total'] ?? 0)],
      }));
    },
  });
}

function keyFinder(session: Session, table: MysqlTable, order: Order): FindKey {
  const keys = order.key.map((column, at) => `${valueSql(column)} as k${at}`).join(', ');
  const sort = order.key.map((column) => sortSql(column, order)).join(', ');
  return async (bounds, step) => {
    const conditions = boundConditions(order, bounds);
    const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
    const [row] = await session.ask(
      `select ${keys} from ${quoteName(table.table)}${where} order by ${sort} limit 1 offset ${step - 1}`,
    );
    return row && order.key.map((_, at) => row[`k${at}`] ?? '');
  };
}

function wholeNumberOf({ key: [column, second] }: Order): MysqlColumn | undefined {
  return column && !second && WHOLE_NUMBERS.test(column.type) ? column : undefined;
}
