/**
 * Cuts a table into ranges of its key. Cuts are found by walking the index that orders the table, so many records at a
 * time: gaps, skew, texts and composite keys make no difference. They are kept from one look to the next, so that range
 * can be compared with range; what has outgrown its share is cut anew in the next look.
 */
import type { PlannedRange } from '../connector.ts';
import type { KeyOrder } from './order.ts';
import { parseRangeId, type Bounds, type Key } from './range-id.ts';
import type { TableFacts } from './table.ts';

/** An index holds the keys in just this order: walking it costs no sort. */
export function canBeCut({ unique, key }: KeyOrder, { uniqueKeys }: TableFacts): boolean {
  const names = key.map(({ name }) => name);
  return (
    unique && uniqueKeys.some((index) => index.length === names.length && index.every((name, at) => name === names[at]))
  );
}

/** @returns the `step`-th key behind, undefined where there is none up to the bound. */
export type FindKey = (bounds: Bounds, step: number) => Promise<Key | undefined>;

async function* walk(bounds: Bounds, step: number, findKey: FindKey): AsyncGenerator<Bounds, void, undefined> {
  let { above } = bounds;
  for (;;) {
    const upTo = await findKey({ above, upTo: bounds.upTo }, step);
    // The last key of all is no cut: nothing would lie behind it.
    if (upTo === undefined || !(await findKey({ above: upTo, upTo: bounds.upTo }, 1))) break;
    yield { above, upTo };
    above = upTo;
  }
  yield { above, upTo: bounds.upTo };
}

/** What was planned before, where it covers this order without a gap. */
function boundsOf(planned: readonly PlannedRange[], order: KeyOrder): { bounds: Bounds; rows: number }[] {
  const known = planned.map(({ id, rows }) => ({ bounds: parseRangeId(id, order), rows }));
  let end: Key | null = null;
  const chain = known.every(({ bounds }, at) => {
    const joins =
      bounds !== undefined && JSON.stringify(bounds.above) === JSON.stringify(end) && (at === 0 || end !== null);
    end = bounds?.upTo ?? null;
    return joins;
  });
  const whole = [{ bounds: { above: null, upTo: null }, rows: Number.POSITIVE_INFINITY }];
  return chain && end === null && known.length > 0
    ? known.flatMap(({ bounds, rows }) => (bounds ? [{ bounds, rows }] : []))
    : whole;
}

/** Growth a range is granted before it is cut. */
const OVERSIZE = 2;

export interface Cutting {
  readonly order: KeyOrder;
  /** Records of a range. */
  readonly step: number;
  readonly planned: readonly PlannedRange[];
  readonly findKey: FindKey;
}

/** @returns the ranges of the table, in the order of the key; a single one where it is small. */
export async function cutRanges({ order, step, planned, findKey }: Cutting): Promise<Bounds[]> {
  const ranges: Bounds[] = [];
  for (const { bounds, rows } of boundsOf(planned, order)) {
    if (rows <= step * OVERSIZE) ranges.push(bounds);
    else for await (const part of walk(bounds, step, findKey)) ranges.push(part);
  }
  return ranges;
}

/**
 * SQL that gives the place of the range a record lies in: a search by halves.
 * @param isBehind SQL of whether a record lies behind the end of the range at a place.
 */
export function placeSql(ranges: number, isBehind: (place: number) => string): string {
  const search = (from: number, to: number): string => {
    if (from === to) return String(from);
    const middle = Math.floor((from + to) / 2);
    return `case when ${isBehind(middle)} then ${search(middle + 1, to)} else ${search(from, middle)} end`;
  };
  return search(0, ranges - 1);
}
