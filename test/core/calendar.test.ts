import { expect, it } from 'vitest';
import { isDay } from '../../core/calendar.ts';

it.each(['2020-11-30', '2020-02-29', '0001-01-01'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});

it.each(['2020-02-30', '2021-02-29', '2020-13-01', '2020-00-10', '2020-1-1', '20201130', '2020-11-30T00:00', '', '--'])(
  '%s is none',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);
