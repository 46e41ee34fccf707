import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters, columnOfAddress } from '../../../formats/xlsx/address.ts';
import { serialDateText } from '../../../formats/xlsx/date-text.ts';
import { numberText } from '../../../formats/xlsx/number-text.ts';
import { isDateFormat } from '../../../formats/xlsx/styles.ts';

describe('numberText', () => {
  it.each([
    ['688.2023', '688.2023'],
    ['688.20230000000004', '688.2023'],
    ['0.10000000000000001', '0.1'],
    ['1.0000000000000001E-2', '0.01'],
    ['-1.5E3', '-1500'],
    ['9.9999999999999999', '10'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1.23456789012346E+15'],
    ['915400007496934000', '9.15400007496934E+17'],
    ['9.15400007496934E+17', '9.15400007496934E+17'],
    ['1E+20', '1E+20'],
    ['0', '0'],
    ['-0.0', '-0.0'],
    ['0E+0', '0'],
    ['not a number', 'not a number'],
  ])('%s is %s', (raw, expected) => {
    expect(numberText(raw)).toBe(expected);
  });

  it('never changes the value beyond the 15 digits a spreadsheet keeps', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }), (value) => {
        const text = numberText(String(value));
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 5.01e-15);
        expect(text).not.toMatch(/e/i);
      }),
    );
  });
});

describe('serialDateText', () => {
  it.each([
    ['43529', false, '2019-03-05'],
    ['42067', true, '2019-03-05'],
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['60', false, '1900-02-29'],
    ['61', false, '1900-03-01'],
    ['0', false, '1900-01-00'],
    ['0', true, '1904-01-01'],
    ['0.5', false, '12:00:00'],
    ['43529.999999', false, '2019-03-06'],
    ['43529.25', false, '2019-03-05 06:00:00'],
    ['2958465', false, '9999-12-31'],
    ['2958466', false, undefined],
    ['-1', false, undefined],
  ] as const)('%s (1904: %s) is %s', (serial, date1904, expected) => {
    expect(serialDateText(serial, date1904)).toBe(expected);
  });
});

describe('isDateFormat', () => {
  it.each([
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]yyyy"年"m"月";@', true],
    ['[DBNum1][$-804]yyyy"年"m"月"', true],
    ['h:mm AM/PM', true],
    ['[h]:mm:ss', true],
    ['e"年"m"月"', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0.00"元/d"', false],
    ['[Red]0.00', false],
    ['\\d0', false],
    ['@', false],
  ])('%s: %s', (code, expected) => {
    expect(isDateFormat(code)).toBe(expected);
  });
});

describe('column letters', () => {
  it('go there and back', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(fc.property(fc.nat(16_383), (column) => columnOfAddress(`${columnLetters(column)}7`) === column));
  });
});
