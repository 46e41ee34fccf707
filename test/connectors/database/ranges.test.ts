/** Cutting a table into ranges: what holds of any set of keys, found by walking an array as a server walks its index. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bounds, Key } from '../../../connectors/database/range-id.ts';
import { deliveryRanges, type RangeSums } from '../../../connectors/database/range-sums.ts';
import { cutRanges, placeSql } from '../../../connectors/database/ranges.ts';

const column = { name: 'ID', type: 'int', notNull: true, ordered: true, encoding: null };
const order = { key: [column], unique: true, name: 'index ID' };

/** Keys by number, as `'7'`. */
class Keys {
  readonly sorted: readonly number[];
  looks = 0;

  constructor(keys: readonly number[]) {
    this.sorted = keys.toSorted((a, b) => a - b);
  }

  within({ above, upTo }: Bounds): readonly number[] {
    return this.sorted.filter((key) => (!above || key > Number(above[0])) && (!upTo || key <= Number(upTo[0])));
  }

  readonly find = async (bounds: Bounds, step: number): Promise<Key | undefined> => {
    this.looks += 1;
    const found = this.within(bounds)[step - 1];
    return found === undefined ? undefined : [String(found)];
  };

  measure(ranges: readonly Bounds[]): ReturnType<typeof deliveryRanges> {
    const sums: RangeSums[] = ranges.map((bounds, place) => {
      const own = this.within(bounds);
      return { place, rows: own.length, sums: [own.reduce((sum, key) => sum + BigInt(key), 0n)] };
    });
    return deliveryRanges({ order, number: column, ranges, sums });
  }
}

const anyKeys = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { maxLength: 60 });
const anyStep = fc.integer({ min: 1, max: 9 });

describe('ranges of a table', () => {
  it('hold every key once, in order, and no more than their share', async () => {
    const property = fc.asyncProperty(anyKeys, anyStep, async (given, step) => {
      const keys = new Keys(given);
      const ranges = await cutRanges({ order, step, planned: [], findKey: keys.find });
      expect(ranges.flatMap((bounds) => keys.within(bounds))).toEqual(keys.sorted);
      const sizes = ranges.map((bounds) => keys.within(bounds).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(step);
      expect(sizes.slice(0, -1).every((size) => size === step)).toBe(true);
    });
    await fc.assert(property);
  });

  it('stay as they were planned, whatever became of the keys, but for those that outgrew their share', async () => {
    const property = fc.asyncProperty(anyKeys, anyKeys, anyStep, async (first, second, step) => {
      const planned = new Keys(first).measure(
        await cutRanges({ order, step, planned: [], findKey: new Keys(first).find }),
      );
      const keys = new Keys(second);
      const bounds = await cutRanges({ order, step, planned, findKey: keys.find });
      const ranges = keys.measure(bounds);
      expect(ranges.map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
      const next = await cutRanges({ order, step, planned: ranges, findKey: keys.find });
      expect(next.flatMap((each) => keys.within(each))).toEqual(keys.sorted);
      expect(Math.max(...next.map((each) => keys.within(each).length))).toBeLessThanOrEqual(2 * step);
      const kept = new Set(keys.measure(next).map(({ id }) => id));
      const small = ranges.filter(({ rows }) => rows <= 2 * step);
      expect(small.filter(({ id }) => !kept.has(id))).toEqual([]);
    });
    await fc.assert(property);
  });

  it('that stayed cost no look at the index', async () => {
    const keys = new Keys([1, 2, 3, 4, 5]);
    const planned = keys.measure(await cutRanges({ order, step: 2, planned: [], findKey: keys.find }));
    keys.looks = 0;
    await cutRanges({ order, step: 2, planned, findKey: keys.find });
    expect(keys.looks).toBe(0);
  });

  it('are planned anew where those before leave a gap, or belong to another order', async () => {
    const keys = new Keys([1, 2, 3, 4, 5, 6]);
    const planned = keys.measure(await cutRanges({ order, step: 2, planned: [], findKey: keys.find }));
    const fresh = await cutRanges({ order, step: 3, planned: [], findKey: keys.find });
    const [first, , last] = planned;
    for (const broken of [[], [last], [first], [first, last], [first, first, last], planned.toReversed()]) {
      const given = broken.flatMap((range) => (range ? [range] : []));
      expect(await cutRanges({ order, step: 3, planned: given, findKey: keys.find })).toEqual(fresh);
    }
    const other = { ...order, name: 'index XH' };
    expect(await cutRanges({ order: other, step: 3, planned, findKey: keys.find })).toEqual(fresh);
  });

  it('know their keys as numbers where the key is one', () => {
    const bounds: Bounds[] = [
      { above: null, upTo: ['10'] },
      { above: ['10'], upTo: null },
    ];
    const numbers = (number: typeof column | undefined) =>
      deliveryRanges({ order, number, ranges: bounds, sums: [] }).map((range) => range.numbers);
    expect(numbers(column)).toEqual([
      { column: 'ID', above: null, upTo: '10' },
      { column: 'ID', above: '10', upTo: null },
    ]);
    expect(numbers(undefined)).toEqual([undefined, undefined]);
  });
});

it.each([1, 2, 3, 7, 8, 100])('finds the range of a record by halves, among %i', (ranges) => {
  const sql = placeSql(ranges, (place) => `key > ${place * 10}`);
  const evaluate = (key: number): number => {
    const js = sql.replaceAll('case when', '(').replaceAll('then', '?').replaceAll('else', ':').replaceAll('end', ')');
    // oxlint-disable-next-line typescript/no-implied-eval -- the text is our own, two lines above
    return (new Function('key', `return ${js}`) as (key: number) => number)(key);
  };
  for (let place = 0; place < ranges; place += 1) {
    expect(evaluate(place * 10)).toBe(place);
    expect(evaluate(place * 10 - 9)).toBe(place);
  }
  expect(evaluate(ranges * 1000)).toBe(ranges - 1);
});
