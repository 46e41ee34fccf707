/** Counts and fingerprints a table in one pass of its server, range by range where it can be cut into ranges. */
import type { StreamContract } from '../stream.ts';
import type { KeyOrder } from './order.ts';
import type { Key } from './range-id.ts';
import { deliveryRanges, wholeFingerprint, type RangeSums } from './range-sums.ts';
import { canBeCut, cutRanges, placeSql, type Cutting, type FindKey } from './ranges.ts';
import type { ColumnFacts, Content, TableFacts } from './table.ts';

export interface SummedRange extends RangeSums {
  /** Records with those that a frozen stream leaves out. */
  readonly whole: number;
}

/** How one kind of database does it. */
export interface Measuring {
  readonly stream: StreamContract;
  readonly table: TableFacts;
  readonly order: KeyOrder;
  /** Undefined where the table is not to be cut. */
  readonly cuts: Pick<Cutting, 'step' | 'planned'> | undefined;
  /** The key column, where it is the only one and holds whole numbers. */
  readonly number: ColumnFacts | undefined;
  readonly isFrozen: boolean;
  readonly findKey: FindKey;
  /** SQL of whether a record lies behind a key. */
  readonly behindSql: (key: Key) => string;
  /** @param place SQL of the place of a record's range; ranges without records may be left out. */
  readonly sum: (place: string) => Promise<readonly SummedRange[]>;
}

/** Where the order of changes counts a stream is read as one: its records have no bounds that stay. */
function mayBeCut({ stream, order, table }: Measuring): boolean {
  return stream.repeated !== 'last' && canBeCut(order, table);
}

export async function measureByRanges(measuring: Measuring): Promise<Content> {
  const { order, number, cuts, findKey, behindSql, isFrozen } = measuring;
  const ranges = cuts && mayBeCut(measuring) ? await cutRanges({ ...cuts, order, findKey }) : undefined;
  const ends = (ranges ?? []).flatMap(({ upTo }) => (upTo ? [upTo] : []));
  const sums = await measuring.sum(placeSql(ends.length + 1, (at) => behindSql(ends[at] ?? [])));
  const rows = sums.reduce((all, each) => all + each.rows, 0);
  const whole = sums.reduce((all, each) => all + each.whole, 0);
  return {
    rows,
    later: isFrozen ? whole - rows : null,
    fingerprint: wholeFingerprint(order, sums),
    ...(ranges ? { ranges: deliveryRanges({ order, number, ranges, sums }) } : {}),
  };
}
