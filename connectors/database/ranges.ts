/**
 * Cuts a table into ranges of its key. Cuts are found by walking the index that orders the table, so many records at a
 * time: gaps, skew, texts and composite keys make no difference. They are kept from one look to the next, so that range
 * can be compared with range; what has outgrown its share is cut anew in the next look.
 */
import { z } from 'zod';
import { SourceError } from '../../core/errors.ts';
import { hashText } from '../../core/ids.ts';
import type { DeliveryRange, PlannedRange } from '../connector.ts';
import type { KeyOrder } from './order.ts';
import type { ColumnFacts, TableFacts } from './table.ts';

export type Key = readonly string[];

/** Behind one key, up to and with another; open where there is none. */
export interface Bounds {
  readonly above: Key | null;
  readonly upTo: Key | null;
}

/** Hashes of the records of one range, summed in the server. */
export interface RangeSums {
  /** Counted from 0. */
  readonly place: number;
  readonly rows: number;
  readonly sums: readonly bigint[];
}

const schema = z.strictObject({
  order: z.string(),
  above: z.array(z.string()).nullable(),
  upTo: z.array(z.string()).nullable(),
});

export function rangeId(order: KeyOrder, { above, upTo }: Bounds): string {
  return JSON.stringify({ order: order.name, above, upTo });
}

/** @returns undefined where the text is none, or of another order. */
export function parseRangeId(id: string, { name, key }: KeyOrder): Bounds | undefined {
  const { data } = schema.safeParse(parseJson(id));
  if (!data || data.order !== name) return undefined;
  const fits = [data.above, data.upTo].every((bound) => bound === null || bound.length === key.length);
  return fits ? { above: data.above, upTo: data.upTo } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws SourceError where the range belongs to another order of the table. */
export function boundsOfRange({ id }: PlannedRange, order: KeyOrder, position: string): Bounds {
  const bounds = parseRangeId(id, order);
  if (bounds) return bounds;
  throw new SourceError('读取范围与该表现在的主键或索引不符', { position, next: '从头读取该数据流。' });
}

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
