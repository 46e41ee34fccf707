import { expect, it } from 'vitest';
import { LinkList } from '../../../reconcile/matters/link-list.ts';
import { placesOf, WeighedPairs } from '../../../reconcile/matters/weighed-pairs.ts';
import type { MatterRecord } from '../../../reconcile/matters/record.ts';

it('keeps every pair as it came, however many there are', () => {
  const pairs = new WeighedPairs();
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    left: index,
    right: index + 1,
    rule: `r${index % 3}`,
    weight: index / 7,
    conflict: index % 2 === 0,
  }));
  for (const pair of many) pairs.add(pair);
  expect(pairs.length).toBe(many.length);
  expect([0, 4095, 4096, 9999].map((at) => pairs.at(at))).toEqual([0, 4095, 4096, 9999].map((at) => many[at]));
});

it('gives the strongest first, and among equals the one whose records come first by id', () => {
  const ids = ['c', 'a', 'b'];
  const places = placesOf(ids.map((id) => ({ id }) as MatterRecord));
  expect([...places]).toEqual([2, 0, 1]);
  const pairs = new WeighedPairs();
  const rest = { rule: 'r', conflict: false };
  for (const [left, right, weight] of [
    [0, 1, 5],
    [0, 2, 9],
    [1, 2, 5],
  ] as const) {
    pairs.add({ left, right, weight, ...rest });
  }
  const order = [...pairs.strongestFirst((record) => places[record] ?? 0)];
  expect(order.map(({ left, right }) => [left, right])).toEqual([
    [0, 2],
    [1, 2],
    [0, 1],
  ]);
});

it('lists links in the order they were decided, and knows which pairs it has', () => {
  const links = new LinkList(3);
  const rest = { rule: 'r', weight: 4, conflict: true } as const;
  links.add({ left: 0, right: 2, ...rest, band: 'review', status: 'identifier' });
  links.add({ left: 1, right: 2, ...rest, band: 'merge', status: 'joined' });
  expect([links.has(0, 2), links.has(0, 1), links.has(1, 2)]).toEqual([true, false, true]);
  expect([...links].map(({ left, band, status }) => [left, band, status])).toEqual([
    [0, 'review', 'identifier'],
    [1, 'merge', 'joined'],
  ]);
});
