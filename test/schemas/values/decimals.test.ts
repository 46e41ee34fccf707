import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimals,
  dropFloatNoise,
  isCanonicalAmount,
  readPlain,
  readScientific,
  roundPlaces,
  shiftPoint,
} from '../../../schemas/values/decimals.ts';
import { readBelowTenThousand, readPositional, readWholeNumber } from '../../../schemas/values/chinese-numerals.ts';

const canonical = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 999_999 }))
  .map(
    ([negative, whole, micros]) => readPlain(`${negative ? '-' : ''}${whole}.${String(micros).padStart(6, '0')}`) ?? '',
  );

function inMicros(value: string): bigint {
  return BigInt(shiftPoint(value, 6));
}

describe('reading', () => {
  it.each([
    ['007.50', '7.5'],
    ['+3', '3'],
    ['-0.0', '0'],
    ['5.', '5'],
    ['.', null],
    ['', null],
    ['1,5', null],
  ])('%j is %s', (text, value) => expect(readPlain(text)).toBe(value));

  it.each([
    ['4.8685907E+7', '48685907'],
    ['-1.5e-3', '-0.0015'],
    ['1E0', '1'],
    ['1E400', null],
    ['12', null],
  ])('%j is %s', (text, value) => expect(readScientific(text)).toBe(value));

  it('knows its own form', () => {
    fc.assert(
      fc.property(canonical, (value) => {
        expect(readPlain(value)).toBe(value);
        expect(isCanonicalAmount(value)).toBe(!value.startsWith('-'));
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    ['1.2345675', 6, '1.234568'],
    ['-1.2345675', 6, '-1.234568'],
    ['0.9999999', 6, '1'],
    ['-0.0000001', 6, '0'],
    ['12.5', 0, '13'],
    ['12', 2, '12'],
  ])('%s to %d places is %s', (value, places, rounded) => expect(roundPlaces(value, places)).toBe(rounded));

  it.each([
    ['709.48689999999999', '709.4869'],
    ['0.30000000000000004', '0.3'],
    ['0.12345678', '0.12345678'],
    ['123456789012.123456', '123456789012.123456'],
  ])('%s without noise is %s', (value, kept) => expect(dropFloatNoise(value)).toBe(kept));

  it('takes the noise off every product a spreadsheet computes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (ten_thousandths) => {
        const noisy = (ten_thousandths / 10_000) * 3 * (1 / 3);
        expect(dropFloatNoise(readPlain(noisy.toFixed(17)) ?? '')).toBe(
          readPlain((ten_thousandths / 10_000).toFixed(4)),
        );
      }),
    );
  });
});

describe('shifting and comparing', () => {
  it('there and back is the same', () => {
    fc.assert(
      fc.property(canonical, fc.integer({ min: -8, max: 8 }), (value, places) => {
        expect(shiftPoint(shiftPoint(value, places), -places)).toBe(value);
      }),
    );
  });

  it('orders as the numbers do', () => {
    fc.assert(
      fc.property(canonical, canonical, (a, b) => {
        const difference = inMicros(a) - inMicros(b);
        expect(compareDecimals(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
      }),
    );
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['十', 10],
    ['廿三', 23],
    ['卅一', 31],
    ['一百零五', 105],
    ['玖仟玖佰玖拾玖', 9999],
    ['百', null],
    ['一一', null],
    ['十百', null],
    ['', null],
  ])('%s is %s', (text, value) => expect(readBelowTenThousand(text)).toBe(value));

  it.each([
    ['二〇一九', 2019],
    ['二○二〇', 2020],
    ['二千', null],
    ['', null],
  ])('positional %s is %s', (text, value) => expect(readPositional(text)).toBe(value));

  it.each([
    ['一万', 10_000n],
    ['三亿零五万', 300_050_000n],
    ['万', null],
    ['一万一万', null],
    ['亿', null],
  ])('%s is %s', (text, value) => expect(readWholeNumber(text)).toBe(value));
});
