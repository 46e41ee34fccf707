/** What holds of every clustering, whatever the pairs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster } from '../../../reconcile/cluster/cluster.ts';
import { DEFAULT_MARGINS, type ClusterInput } from '../../../reconcile/cluster/input.ts';
import { PairTable } from '../../../reconcile/cluster/pair-table.ts';

const RECORDS = 14;
const record = fc.integer({ min: 0, max: RECORDS - 1 });
const edge = fc.tuple(record, record).filter(([left, right]) => left !== right);

const world = fc.record({
  pairs: fc.uniqueArray(
    fc.record({ edge, weight: fc.integer({ min: 0, max: 30 }), conflict: fc.constantFrom(0, 0, 0, 1) }),
    { maxLength: 50, selector: ({ edge: [left, right] }) => Math.min(left, right) * RECORDS + Math.max(left, right) },
  ),
  identifiers: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: RECORDS, maxLength: RECORDS }),
  same: fc.array(edge, { maxLength: 5 }),
  different: fc.array(edge, { maxLength: 5 }),
  streams: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: RECORDS, maxLength: RECORDS }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function inputOf({ pairs, identifiers, same, different, streams }: World): ClusterInput {
  const table = new PairTable();
  for (const pair of pairs) table.add(pair.edge[0], pair.edge[1], pair.weight, pair.conflict);
  const judge =
    (from: number) =>
    ([left, right]: readonly [number, number], index: number) => ({
      judgement: String(from + index),
      left,
      right,
    });
  return {
    records: RECORDS,
    pairs: table,
    rules: { bands: { merge: 10, review: 0 }, ...DEFAULT_MARGINS },
    identifiers: [Int32Array.from(identifiers)],
    same: same.map(judge(1)),
    different: different.map(judge(100)),
    onePerStream: Uint8Array.from(streams),
  };
}

/** @returns null where the property holds of every world tried. */
function findCounterexample<T>(property: fc.IProperty<T>): T | null {
  return fc.check(property, { numRuns: 500 }).counterexample;
}

/** Records that only judgements put together. */
function judgedGroups({ same }: ClusterInput): number[] {
  const group = Array.from({ length: RECORDS }, (_, index) => index);
  for (const { left, right } of same) {
    const [from, to] = [group[left], group[right] ?? 0];
    for (const [at, label] of group.entries()) if (label === from) group[at] = to;
  }
  return group;
}

describe('a cluster', () => {
  it('holds no two records judged different', () => {
    const property = fc.property(world, (made) => {
      const input = inputOf(made);
      const { labels } = cluster(input);
      return input.different.every(({ left, right }) => labels[left] !== labels[right]);
    });
    expect(findCounterexample(property)).toBeNull();
  });

  it('holds two different identifiers only where a judgement has put them together', () => {
    const property = fc.property(world, (made) => {
      const input = inputOf({ ...made, different: [] });
      const { labels } = cluster(input);
      const groups = judgedGroups(input);
      const values = new Map<number, Map<number, Set<number>>>();
      for (const [at, value] of made.identifiers.entries()) {
        if (value === 0) continue;
        const byGroup = values.get(labels[at] ?? 0) ?? new Map<number, Set<number>>();
        values.set(labels[at] ?? 0, byGroup);
        byGroup.set(groups[at] ?? 0, (byGroup.get(groups[at] ?? 0) ?? new Set()).add(value));
      }
      // Every cluster's identifiers are those of one judged group.
      return values.values().every((byGroup) => {
        const all = byGroup.values().reduce((sum, some) => sum.union(some), new Set<number>());
        return byGroup.values().some((some) => all.isSubsetOf(some));
      });
    });
    expect(findCounterexample(property)).toBeNull();
  });

  it('holds a stream once, but for judgements', () => {
    const property = fc.property(world, (made) => {
      const { labels } = cluster(inputOf({ ...made, same: [] }));
      const seen = made.streams.flatMap((stream, at) => (stream === 0 ? [] : [`${labels[at]} ${stream}`]));
      return new Set(seen).size === seen.length;
    });
    expect(findCounterexample(property)).toBeNull();
  });

  it('holds what is judged the same, unless judgements contradict each other', () => {
    const property = fc.property(world, (made) => {
      const input = inputOf(made);
      const { labels, contradictory } = cluster(input);
      const broken = new Set(contradictory.flat());
      return input.same.every(({ judgement, left, right }) => broken.has(judgement) || labels[left] === labels[right]);
    });
    expect(findCounterexample(property)).toBeNull();
  });

  it('is connected by pairs of the merge band and judgements alone', () => {
    const property = fc.property(world, (made) => {
      const input = inputOf(made);
      const { labels } = cluster(input);
      const links = [
        ...made.pairs.filter(({ weight, conflict }) => weight >= 10 && conflict === 0).map((pair) => pair.edge),
        ...made.same,
      ].filter(([left, right]) => labels[left] === labels[right]);
      const group = judgedGroups({ ...input, same: links.map(([left, right]) => ({ judgement: '', left, right })) });
      return labels.every((label, at) => group[label] === group[at]);
    });
    expect(findCounterexample(property)).toBeNull();
  });
});

describe('clustering', () => {
  it('does not depend on the order of pairs and judgements', () => {
    const property = fc.property(world, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (made, keys) => {
      const shuffle = <T>(items: readonly T[]): T[] =>
        items
          .map((item, index) => ({ item, key: keys[index] ?? 0 }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ item }) => item);
      const [one, other] = [made, { ...made, pairs: shuffle(made.pairs), same: shuffle(made.same) }].map((some) =>
        cluster(inputOf(some)).labels.join(),
      );
      return one === other;
    });
    expect(findCounterexample(property)).toBeNull();
  });

  it('of a component does not depend on the others', () => {
    const property = fc.property(world, world, (one, other) => {
      const alone = cluster(inputOf({ ...one, streams: [] })).labels;
      const shift = ([left, right]: readonly [number, number]): [number, number] => [left + RECORDS, right + RECORDS];
      const both = inputOf({
        pairs: [...one.pairs, ...other.pairs.map((pair) => ({ ...pair, edge: shift(pair.edge) }))],
        identifiers: [...one.identifiers, ...other.identifiers],
        same: [...one.same, ...other.same.map(shift)],
        different: [...one.different, ...other.different.map(shift)],
        streams: [],
      });
      const together = cluster({ ...both, records: 2 * RECORDS }).labels;
      return alone.every((label, at) => together[at] === label);
    });
    expect(findCounterexample(property)).toBeNull();
  });
});
