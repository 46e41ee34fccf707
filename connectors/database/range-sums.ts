/** What was measured of the ranges of a table: their numbers and fingerprints, and those of the whole. */
import { hashText } from '../../core/ids.ts';
import type { DeliveryRange } from '../connector.ts';
import type { KeyOrder } from './order.ts';
import { rangeId, type Bounds } from './range-id.ts';
import type { ColumnFacts } from './table.ts';

/** Hashes of the records of one range, summed in the server. */
export interface RangeSums {
  /** Counted from 0. */
  readonly place: number;
  readonly rows: number;
  readonly sums: readonly bigint[];
}

const WHOLE = /^-?\d{1,38}$/;

/** The bounds as whole numbers, where the key is one: others can then find its records by their keys alone. */
function numbersOf(column: ColumnFacts | undefined, { above, upTo }: Bounds): Pick<DeliveryRange, 'numbers'> {
  const bounds = [above?.[0] ?? null, upTo?.[0] ?? null];
  if (!column || !bounds.every((bound) => bound === null || WHOLE.test(bound))) return {};
  return { numbers: { column: column.name, above: bounds[0] ?? null, upTo: bounds[1] ?? null } };
}

export interface Measured {
  readonly order: KeyOrder;
  /** The key column, where it is the only one and holds whole numbers. */
  readonly number: ColumnFacts | undefined;
  readonly ranges: readonly Bounds[];
  readonly sums: readonly RangeSums[];
}

/** Ranges with what was measured of them, in order. A range that lost all its records stays: it may fill again. */
export function deliveryRanges({ order, number, ranges, sums }: Measured): DeliveryRange[] {
  const byPlace = new Map(sums.map((each) => [each.place, each]));
  let before = 0;
  return ranges.map((bounds, place) => {
    const { rows = 0, sums: own = [] } = byPlace.get(place) ?? {};
    const range = {
      id: rangeId(order, bounds),
      before,
      rows,
      fingerprint: fingerprintOf(rows, own),
      ...numbersOf(number, bounds),
    };
    before += rows;
    return range;
  });
}

function fingerprintOf(rows: number, sums: readonly bigint[]): string {
  return hashText(JSON.stringify([rows, ...(rows === 0 ? [] : sums.map(String))]));
}

/** Of all records, whatever their ranges. Records in another order are another delivery. */
export function wholeFingerprint(order: KeyOrder, sums: readonly RangeSums[]): string {
  const rows = sums.reduce((all, each) => all + each.rows, 0);
  const totals = (sums[0]?.sums ?? []).map((_, at) => sums.reduce((all, each) => all + (each.sums[at] ?? 0n), 0n));
  return hashText(JSON.stringify([rows, ...totals.map(String), order.name]));
}
