import { expect, it } from 'vitest';
import { log2Share } from '../../../reconcile/model/weights.ts';
import { countOthers } from '../../../reconcile/training/others.ts';

it('counts the others who hold a value, not its holder', () => {
  // 100 people: 扎西 5 of them, ten names of two, 75 names of one's own.
  const pairs = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`name ${index}`, 2]));
  const others = countOthers({ people: 100, holders: { 扎西: 5, ...pairs } });
  expect(2 ** log2Share(others, '扎西')).toBeCloseTo(4 / 100);
  expect(2 ** log2Share(others, 'name 3')).toBeCloseTo(1 / 100);
  // As many people have just one namesake as is thought to be hidden behind the 75 others.
  expect(2 ** log2Share(others, 'a name of one’s own')).toBeCloseTo(20 / 75 / 100);
});

it('never thinks a second bearer impossible, nor likelier than one known', () => {
  expect(2 ** log2Share(countOthers({ people: 100, holders: {} }), 'x')).toBeCloseTo(0.05 / 100);
  const crowded = countOthers({ people: 4, holders: { a: 2, b: 2 } });
  expect(2 ** log2Share(crowded, 'x')).toBeCloseTo(1 / 4);
});
