import { expect, it } from 'vitest';
import { BackOff } from '../../../pipelines/throttle/back-off.ts';

/** Rests after each of so many pieces that took so long. */
function rests(backOff: BackOff, pieces: number, waited: number): number[] {
  return Array.from({ length: pieces }, () => backOff.observe(waited));
}

it('lets a steady source be, fast or slow', () => {
  for (const waited of [0, 3, 400]) expect(new Set(rests(new BackOff(4), 500, waited))).toEqual(new Set([0]));
});

it('lets bursts be: what comes in one packet was waited for once', () => {
  const backOff = new BackOff(4);
  const seen = Array.from({ length: 400 }, (_, index) => backOff.observe(index % 8 === 0 ? 400 : 0));
  expect(new Set(seen)).toEqual(new Set([0]));
});

it('is not woken by what nobody notices', () => {
  const backOff = new BackOff(4);
  rests(backOff, 100, 1);
  expect(new Set(rests(backOff, 100, 40))).toEqual(new Set([0]));
});

it('rests longer and longer while the source is slow, and not for ever', () => {
  const backOff = new BackOff(4);
  rests(backOff, 100, 20);
  const slow = rests(backOff, 30, 2_000).filter((rest) => rest > 0);
  expect(slow.length).toBeGreaterThan(20);
  expect(slow).toEqual(slow.toSorted((a, b) => a - b));
  expect(slow.at(-1)).toBe(30_000);
});

it('goes on as before once the source is itself again', () => {
  const backOff = new BackOff(4);
  rests(backOff, 100, 20);
  rests(backOff, 10, 2_000);
  expect(rests(backOff, 60, 20).at(-1)).toBe(0);
});
