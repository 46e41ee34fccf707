import { describe, expect, it } from 'vitest';
import {
  arePartsOfOne,
  isDistinctive,
  isSerial,
  numbersSaidIn,
  plainNumber,
  shapeOf,
  sortNumbers,
  wholeOf,
} from '../../../reconcile/matters/numbers.ts';

describe('a number however it is typed', () => {
  it.each([
    ['XZZC2019-0123', 'XZZC2019-0123'],
    [' xzzc2019－0123 ', 'XZZC2019-0123'],
    ['拉土挂2019—012号', '拉土挂2019-012'],
    ['藏发改〔2015〕021号', '藏发改2015021'],
    ['藏发改[2015]021号', '藏发改2015021'],
    ['（无）', '无'],
    ['——', ''],
  ])('%s → %s', (typed, plain) => {
    expect(plainNumber(typed)).toBe(plain);
  });

  it('tells investment codes, hyphened or not, from other numbers', () => {
    expect(sortNumbers(['202054022676023378 34', '2020-540226-76-02-337834', 'XZZC2019-0123', '无', ''])).toEqual({
      codes: ['2020-540226-76-02-337834'],
      numbers: ['XZZC2019-0123'],
    });
  });
});

describe('parts of a number', () => {
  it.each([
    ['ZCJY2019-003-2', 'ZCJY2019-003'],
    ['ZCJY2019-003', 'ZCJY2019'],
    ['ZCJY2016-94528', null],
  ])('%s is a part of %s', (number, whole) => {
    expect(wholeOf(number)).toBe(whole);
  });

  it.each([
    ['ZCJY2019-003', 'ZCJY2019-003-2', true],
    ['ZCJY2019-003-1', 'ZCJY2019-003-2', true],
    ['ZCJY2019-003', 'ZCJY2019-004', false],
    ['CQ0012', 'CQ0012-3', true],
    ['CQ0012-2', 'CQ0012-3', false],
  ])('%s and %s: %s', (left, right, parts) => {
    expect(arePartsOfOne(left, right)).toBe(parts);
    expect(arePartsOfOne(right, left)).toBe(parts);
  });

  it('knows a serial, a number that is long enough, and the form of a register', () => {
    expect(['ZCJY2019-003', '540122SG201815544', 'ZCJY2019'].map(isSerial)).toEqual([true, true, false]);
    expect(['2019-012', '001', '拉土挂2019-1'].map(isDistinctive)).toEqual([true, false, true]);
    expect(shapeOf('JTZB-2019-015')).toBe(shapeOf('JTZB-2020-1'));
  });
});

describe('numbers said in a text', () => {
  it.each([
    ['<p>项目编号：XZZC2019-0123</p>', ['XZZC2019-0123']],
    ['<p>招标项目编号: <b>JTZB-2019-015</b>，开标</p>', ['JTZB-2019-015']],
    ['<span>宗地编号：&nbsp;拉土挂2019-012。</span>', ['拉土挂2019-012']],
    ['<p>联系电话：0891-6005120</p>', []],
    ['<p>证书编号：12345678</p>', []],
  ])('%s', (html, numbers) => {
    expect(numbersSaidIn(html)).toEqual(numbers);
  });

  it('reads unified transaction codes', () => {
    const code = 'A01-12540000MB1A00503M-20190305-000001-5';
    expect(numbersSaidIn(`<p>交易标识 ${code}</p>`)).toEqual([code]);
    expect(numbersSaidIn(null)).toEqual([]);
  });
});
