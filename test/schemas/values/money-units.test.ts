import { expect, it } from 'vitest';
import { findUnitPlaces } from '../../../schemas/values/money-units.ts';

it.each([
  ['元', 0],
  ['万元', 4],
  [' 万 元 ', 4],
  ['亿', 8],
  ['１', 4],
  ['0', 0],
  ['', null],
  ['美元', null],
  ['个', null],
])('the unit %j', (text, places) => expect(findUnitPlaces(text)).toBe(places));
