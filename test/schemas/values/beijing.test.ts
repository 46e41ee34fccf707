import { expect, it } from 'vitest';
import { beijingTime } from '../../../schemas/values/beijing.ts';

it.each([
  ['2020-11-30T10:00:00Z', '2020-11-30 18:00:00'],
  ['2020-11-30T16:00:00.999Z', '2020-12-01 00:00:00'],
  ['2020-12-31T23:59:59Z', '2021-01-01 07:59:59'],
])('%s is %s in Beijing', (moment, shown) => expect(beijingTime(new Date(moment))).toBe(shown));
