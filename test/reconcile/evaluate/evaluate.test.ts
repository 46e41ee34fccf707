import { expect, it } from 'vitest';
import { evaluate, type EvaluationInput } from '../../../reconcile/evaluate/evaluate.ts';

/** Records 0–5: {0, 1}, {2, 3} are people, 4 alone, 5 unknown. */
const INPUT: EvaluationInput = {
  pairs: {
    left: Int32Array.from([0, 2, 1, 3, 4]),
    right: Int32Array.from([1, 3, 4, 4, 5]),
    weight: Float64Array.from([12, 5, 9, -3, 20]),
    conflict: new Uint8Array(5),
  },
  bands: { merge: 8, review: 0 },
  clusters: Int32Array.from([0, 0, 2, 3, 0, 5]),
  truth: Int32Array.from([1, 1, 2, 2, 3, -1]),
  identified: Uint8Array.from([1, 1, 0, 0, 0, 1]),
};

it('tells each figure apart', () => {
  const { records, truePairs, blockingRecall, edges, components, exactShare } = evaluate(INPUT);
  expect({ records, truePairs, blockingRecall }).toEqual({ records: 5, truePairs: 2, blockingRecall: 1 });
  expect(edges).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(components).toMatchObject({ precision: 1 / 3, recall: 0.5 });
  expect(exactShare).toBe(0);
});

it('by band, without the pair of the unknown record', () => {
  const { merge, review, apart } = evaluate(INPUT).bands;
  expect([merge, review, apart].map(({ pairs, same }) => [pairs, same])).toEqual([
    [2, 1],
    [1, 1],
    [1, 0],
  ]);
  expect(merge.interval.low).toBeLessThan(0.5);
});

it('by how many of the two hold an identifier', () => {
  const { both, one, none } = evaluate(INPUT).byEvidence;
  expect(both).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(one).toEqual({ precision: 0, recall: 1, f1: 0 });
  expect(none).toEqual({ precision: 1, recall: 0, f1: 0 });
});
