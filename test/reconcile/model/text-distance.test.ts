import { describe, expect, it } from 'vitest';
import { damerauLevenshtein, jaro, jaroWinkler, levenshtein } from '../../../reconcile/model/text-distance.ts';

describe('edits', () => {
  it.each([
    ['', '', 0, 0],
    ['', '次仁', 2, 2],
    ['次仁旺堆', '泽仁旺堆', 1, 1],
    ['ab', 'ba', 2, 1],
    ['ca', 'abc', 3, 2],
    ['𠮷田', '田𠮷', 2, 1],
    ['kitten', 'sitting', 3, 3],
  ])('%s → %s', (left, right, plain, swapped) => {
    expect(levenshtein(left, right)).toBe(plain);
    expect(damerauLevenshtein(left, right)).toBe(swapped);
    expect(damerauLevenshtein(right, left)).toBe(swapped);
  });
});

describe('Jaro and Winkler, by the published examples', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.9444, 0.9611],
    ['DIXON', 'DICKSONX', 0.7667, 0.8133],
    ['DWAYNE', 'DUANE', 0.8222, 0.84],
    ['王芳', '李娜', 0, 0],
    ['', '', 0, 0],
    ['a', 'a', 1, 1],
  ])('%s and %s', (left, right, plain, raised) => {
    expect(jaro(left, right)).toBeCloseTo(plain, 4);
    expect(jaroWinkler(left, right)).toBeCloseTo(raised, 4);
  });
});
