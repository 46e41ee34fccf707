import { expect, it } from 'vitest';
import { evaluate, type EvaluationInput } from '../../../reconcile/evaluate/evaluate.ts';

/** Records 0–5: {0, 1}, {2, 3} are people, 4 alone, 5 unknown. */
const INPUT: EvaluationInput = {
  pairs: {
    left: Int32Array.from([0, 2, 1, 3, 4]),
    right: Int32Array.from([1, 3, 4, 4, 5]),
    weight: Float64Array.from([12, 5, 9, -3, 20]),
  },
  bands: { merge: 8, review: 0 },
  clusters: Int32Array.from([0, 0, 2, 3, 0, 5]),
  truth: Int32Array.from([1, 1, 2, 2, 3, -1]),
  identified: Uint8Array.from([1, 1, 0, 0, 0, 1]),
};

const quality = ({ precision, recall, f1 }: { precision: number; recall: number; f1: number }) => [
  precision,
  recall,
  f1,
];

it('tells each figure apart', () => {
  const { records, truePairs, blockingRecall, keptShare, edges, components, exactShare } = evaluate(INPUT);
  expect({ records, truePairs, blockingRecall }).toEqual({ records: 5, truePairs: 2, blockingRecall: 1 });
  expect(quality(edges)).toEqual([0.5, 0.5, 0.5]);
  expect(quality(components.all)).toEqual([1 / 3, 0.5, 0.4]);
  expect({ keptShare, exactShare }).toEqual({ keptShare: 1, exactShare: 0 });
});

it('does not keep a true pair that is below the floor and in two clusters', () => {
  const { keptShare, blockingRecall } = evaluate({ ...INPUT, bands: { merge: 8, review: 6 } });
  expect({ keptShare, blockingRecall }).toEqual({ keptShare: 0.5, blockingRecall: 1 });
});

it('by band, without the pair of the unknown record', () => {
  const { merge, review, apart } = evaluate(INPUT).bands;
  expect([merge, review, apart].map(({ all: { pairs, same } }) => [pairs, same])).toEqual([
    [2, 1],
    [1, 1],
    [1, 0],
  ]);
  expect(merge.all.interval.low).toBeLessThan(0.5);
  expect([merge.both, merge.one, merge.none].map(({ pairs, same }) => [pairs, same])).toEqual([
    [1, 1],
    [1, 0],
    [0, 0],
  ]);
});

it('by how many of the two hold an identifier', () => {
  const { both, one, none } = evaluate(INPUT).components;
  expect(quality(both)).toEqual([1, 1, 1]);
  expect(quality(one)).toEqual([0, 1, 0]);
  expect(quality(none)).toEqual([1, 0, 0]);
  expect(none).toMatchObject({ hits: 0, claimed: 0, actual: 1, recallWithin: { low: 0 } });
});
