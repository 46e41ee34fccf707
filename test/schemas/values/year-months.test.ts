import { describe, expect, it } from 'vitest';
import { readYearMonth } from '../../../schemas/values/year-months.ts';

describe('a year, and the month where one is written', () => {
  it.each([
    ['2003', '2003'],
    ['２００３', '2003'],
    [' 2003 ', '2003'],
    ['2003年', '2003'],
    ['2003-07', '2003-07'],
    ['2003-7', '2003-07'],
    ['2003/07', '2003-07'],
    ['2003.7', '2003-07'],
    ['200307', '2003-07'],
    ['2003年7月', '2003-07'],
    ['2003-07-01', '2003-07'],
    ['20030701', '2003-07'],
    ['2003-07-01 00:00:00', '2003-07'],
    ['', null],
    ['无', null],
    ['至今', null],
    ['2003-13', null, 'date_impossible'],
    ['200300', null, 'date_impossible'],
    ['1003', null, 'date_impossible'],
    ['2003-02-30', null, 'date_impossible'],
    ['0000', null, 'date_placeholder'],
    ['1900', null, 'date_placeholder'],
    ['1900-01', null, 'date_placeholder'],
    ['9999-12', null, 'date_placeholder'],
    ['1900-01-01', null, 'date_placeholder'],
    ['零三年', null, 'date_unreadable'],
    ['03', null, 'date_unreadable'],
    ['2003-2010', null, 'date_unreadable'],
  ])('%s → %s', (text, value, ...rules) => {
    expect(readYearMonth(text)).toEqual({ value, rules });
  });
});
