import { expect, it } from 'vitest';
import { readAddress } from '../../../reconcile/standardise/address.ts';

it.each([
  '西藏自治区日喀则市康马县八一大街71号和平小区3栋4单元601',
  '日喀则市康马县八一大街71号，和平小区3栋4单元601',
  '康马县八一大街７１号（和平小区）3栋4单元601',
])('%s: one address, with the places people leave out', (text) => {
  expect(readAddress(text)).toEqual({
    whole: '康马县八一大街71号和平小区3栋4单元601',
    house: '康马县八一大街71号',
  });
});

it('keeps the prefecture where no county is named', () => {
  expect(readAddress('林芝市北京中路28号')?.house).toBe('林芝北京中路28号');
});

it('has no house without a number', () => {
  expect(readAddress('拉萨市城关区扎基寺旁')).toEqual({ whole: '城关区扎基寺旁', house: '' });
});

it.each(['', '   ', '鏃ュ杸鍒欏競搴烽┈鍘?125鍙?'])('reads nothing from %s', (text) => {
  expect(readAddress(text)).toBeNull();
});
