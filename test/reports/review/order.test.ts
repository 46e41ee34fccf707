import { expect, it } from 'vitest';
import { orderPairs, valueOf } from '../../../reports/review/order.ts';
import { pair } from './pairs.ts';

it('an open question about many records is worth more than a settled one about few', () => {
  expect(valueOf({ weight: 0, groupSize: 10 })).toBeGreaterThan(valueOf({ weight: 0, groupSize: 2 }));
  expect(valueOf({ weight: 0, groupSize: 2 })).toBeGreaterThan(valueOf({ weight: 5, groupSize: 2 }));
  expect(valueOf({ weight: -5, groupSize: 2 })).toBe(valueOf({ weight: 5, groupSize: 2 }));
  expect(valueOf({ weight: 2000, groupSize: 2 })).toBe(0);
});

it('conflicts come first, groups stay together, the rest goes by value', () => {
  const pairs = [
    pair('1', '2', { weight: 4, group: 'a' }),
    pair('3', '4', { weight: 9, group: 'b', groupSize: 3 }),
    pair('5', '6', { weight: 0, group: 'c' }),
    pair('3', '5', { weight: 0.5, group: 'b', groupSize: 3 }),
    pair('7', '8', { weight: 12, group: 'd', conflict: true }),
  ];
  const order = orderPairs(pairs).map(({ left, right }) => `${left.sourceKey}${right.sourceKey}`);
  expect(order).toEqual(['78', '35', '34', '56', '12']);
});

it('does not depend on the order of finding', () => {
  const pairs = Array.from({ length: 12 }, (_, at) =>
    pair(String(at), String(at + 20), { weight: at % 3, group: String(at % 4), groupSize: 4 }),
  );
  expect(orderPairs(pairs.toReversed())).toEqual(orderPairs(pairs));
});
