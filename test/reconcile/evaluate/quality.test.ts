import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bCubed, countPairs, exactShare, pairQuality, qualityOf } from '../../../reconcile/evaluate/quality.ts';
import { bestThreshold, componentsAt, sweepThresholds } from '../../../reconcile/evaluate/thresholds.ts';
import { wilsonInterval } from '../../../reconcile/evaluate/wilson.ts';

const labels = (...values: number[]) => Int32Array.from(values);

describe('groups against truth', () => {
  const truth = labels(1, 1, 1, 2, 2, 3);
  const found = labels(7, 7, 8, 8, 8, 9);

  it('by pairs: of 4 put together 2 are right, of 4 true ones 2 are found', () => {
    expect(pairQuality(found, truth)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(countPairs(truth)).toBe(4);
  });

  it('by records', () => {
    // Precision per record: 1, 1, 1/3, 2/3, 2/3, 1. Recall: 2/3, 2/3, 1/3, 1, 1, 1.
    const { precision, recall } = bCubed(found, truth);
    expect(precision).toBeCloseTo((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6, 12);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 3) / 6, 12);
  });

  it('by whole groups: the last alone is exact', () => {
    expect(exactShare(found, truth)).toBeCloseTo(1 / 3, 12);
  });

  it('is perfect where both are the same', () => {
    for (const measure of [pairQuality, bCubed]) expect(measure(truth, truth).f1).toBe(1);
    expect(exactShare(truth, truth)).toBe(1);
  });

  it('claims nothing wrongly where it claims nothing', () => {
    expect(qualityOf({ hits: 0, claimed: 0, actual: 5 })).toEqual({ precision: 1, recall: 0, f1: 0 });
  });
});

describe('thresholds', () => {
  const graph = fc.record({
    truth: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 }),
    edges: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 }), fc.integer({ min: -3, max: 3 })),
      { minLength: 1, maxLength: 30 },
    ),
  });

  it('agree with counting anew at each of them', () => {
    fc.assert(
      fc.property(graph, ({ truth, edges }) => {
        const some = edges.filter(([a, b]) => a !== b);
        const pairs = {
          left: Int32Array.from(some, ([a]) => a),
          right: Int32Array.from(some, ([, b]) => b),
          weight: Float64Array.from(some, ([, , weight]) => weight),
        };
        for (const { weight, components } of sweepThresholds(pairs, Int32Array.from(truth))) {
          const anew = pairQuality(componentsAt(pairs, 12, weight), Int32Array.from(truth));
          expect(components.f1).toBeCloseTo(anew.f1, 12);
          expect(components.precision).toBeCloseTo(anew.precision, 12);
        }
      }),
    );
  });

  it('the best one cuts the wrong pair off', () => {
    const pairs = { left: labels(0, 2, 1), right: labels(1, 3, 2), weight: Float64Array.from([9, 5, 1]) };
    expect(bestThreshold(pairs, labels(1, 1, 2, 2))).toMatchObject({
      weight: 5,
      components: { f1: 1 },
      edges: { f1: 1 },
    });
    expect(bestThreshold({ left: labels(), right: labels(), weight: new Float64Array() }, labels(1))).toBeUndefined();
  });
});

describe('intervals', () => {
  it.each([
    // R: prop.test(…, correct = FALSE), binom::binom.wilson
    [8, 10, 0.4901625, 0.9433178],
    [0, 10, 0, 0.2775328],
    [10, 10, 0.7224672, 1],
  ])('%i of %i', (hits, cases, low, high) => {
    const interval = wilsonInterval(hits, cases);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  it('of nothing is everything', () => expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 }));
});
