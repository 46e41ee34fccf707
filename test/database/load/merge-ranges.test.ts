/** What is merged in one transaction: everything once, whatever is merged already. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangesBeside } from '../../../database/load/merge-ranges.ts';

it('cuts a stream where it is told', () => {
  expect(rangesBeside([], [3, 6], 8)).toEqual([
    { chunkNo: 0, from: 1, to: 3 },
    { chunkNo: 1, from: 4, to: 6 },
    { chunkNo: 2, from: 7, to: 8 },
  ]);
});

it('leaves out what is merged, however that was cut', () => {
  const done = [{ chunkNo: 1, from: 3, to: 5 }];
  expect(rangesBeside(done, [4, 8], 9)).toEqual([
    { chunkNo: 2, from: 1, to: 2 },
    { chunkNo: 3, from: 6, to: 8 },
    { chunkNo: 4, from: 9, to: 9 },
  ]);
});

it('of an empty stream has nothing to do', () => {
  expect(rangesBeside([], [], 0)).toEqual([]);
});

it('covers every record exactly once', () => {
  const stream = fc.integer({ min: 1, max: 40 }).chain((total) =>
    fc.record({
      total: fc.constant(total),
      marks: fc.uniqueArray(fc.integer({ min: 1, max: total }), { maxLength: 6 }),
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: total }), { maxLength: 6 }),
    }),
  );
  fc.assert(
    fc.property(stream, ({ total, marks, cuts }) => {
      const ends = marks.toSorted((a, b) => a - b);
      // Every second stretch between two marks is merged.
      const stretches = ends.map((to, chunkNo) => ({ chunkNo, from: (ends[chunkNo - 1] ?? 0) + 1, to }));
      const done = stretches.filter(({ chunkNo }) => chunkNo % 2 === 0);
      const all = [
        ...done,
        ...rangesBeside(
          done,
          cuts.toSorted((a, b) => a - b),
          total,
        ),
      ];
      const covered = all.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
      expect(covered.toSorted((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
      expect(new Set(all.map(({ chunkNo }) => chunkNo)).size).toBe(all.length);
    }),
  );
});
