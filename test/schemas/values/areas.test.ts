import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArea, readAreaUnit, type AreaUnit } from '../../../schemas/values/areas.ts';

describe('areas in m²', () => {
  it.each<[string, AreaUnit, string]>([
    ['12.5', '㎡', '12.5'],
    ['5.601200', '公顷', '56012'],
    ['0.00001', '公顷', '0.1'],
    ['64.9065', '亩', '43271'],
    ['3', '亩', '2000'],
    ['2', '亩', '1333.3333333333'],
    ['0.000001', '亩', '0.0006666667'],
    ['1,500', '亩', '1000000'],
    ['-3', '亩', '-2000'],
    ['0', '亩', '0'],
    ['5.9689', 'km²', '5968900'],
    ['１２', 'km²', '12000000'],
  ])('%s %s → %s', (text, unit, expected) => {
    expect(readArea(text, unit)).toEqual({ value: expected, rules: [] });
  });

  it.each(['', ' ', '无', '/'])('%j is none', (text) => {
    expect(readArea(text, '亩')).toEqual({ value: null, rules: [] });
  });

  it('do not hide what cannot be read', () => {
    expect(readArea('约三亩', '亩')).toEqual({ value: null, rules: ['number_unreadable'] });
  });

  it('agree: 15 亩 are a 公顷, whatever the figure', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (millionths) => {
        const digits = (value: bigint): string =>
          `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`;
        expect(readArea(digits(millionths * 15n), '亩')).toEqual(readArea(digits(millionths), '公顷'));
      }),
    );
  });
});

describe('units of areas', () => {
  it.each<[string, AreaUnit]>([
    ['㎡', '㎡'],
    ['m2', '㎡'],
    ['M²', '㎡'],
    ['平方米', '㎡'],
    ['亩', '亩'],
    [' 公 顷 ', '公顷'],
    ['ｈｍ２', '公顷'],
    ['㎢', 'km²'],
    ['平方千米', 'km²'],
  ])('%j is %s', (text, unit) => {
    expect(readAreaUnit(text)).toEqual({ value: unit, rules: [] });
  });

  it.each(['', ' ', '无', '/'])('%j is none', (text) => {
    expect(readAreaUnit(text)).toEqual({ value: null, rules: [] });
  });

  it.each(['顷', '坪', '万元', '亩亩'])('%j is unknown, never a default', (text) => {
    expect(readAreaUnit(text)).toEqual({ value: null, rules: ['code_unknown'] });
  });
});
