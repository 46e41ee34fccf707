import { expect, it } from 'vitest';
import {
  isNameWord,
  looseSpelling,
  segmentName,
  strictSpelling,
} from '../../../reconcile/standardise/name-spellings.ts';

it.each([
  ['索朗旦巴', ['索朗', '旦巴']],
  ['拉巴多布杰', ['拉巴', '多布杰']],
  ['黄边巴', ['黄', '边巴']],
  ['强久加措', ['强', '久', '加措']],
  ['丹巴丹增', ['丹巴', '丹增']],
  ['', []],
])('%s parts into its words', (name, words) => {
  expect(segmentName(name)).toEqual(words);
});

it.each([
  ['次仁顿珠', '泽仁邓珠'],
  ['丹增罗布', '单增诺布'],
  ['扎西', '札西'],
  ['索朗平措', '四郎彭措'],
])('widely attested spellings: %s = %s', (one, other) => {
  expect(strictSpelling(segmentName(one))).toBe(strictSpelling(segmentName(other)));
});

it('keeps apart at the strict grade what only seldom is one, and joins it at the loose grade', () => {
  const [one, other] = [segmentName('央宗'), segmentName('央总')];
  expect(strictSpelling(one)).not.toBe(strictSpelling(other));
  expect(looseSpelling(one)).toBe(looseSpelling(other));
});

it('lets a spelling of two words stand for neither at the strict grade', () => {
  expect(strictSpelling(['久美'])).toBe('久美');
  expect(strictSpelling(['吉美'])).toBe('晋美');
  expect(new Set(['晋美', '居美', '久美'].map((word) => looseSpelling([word]))).size).toBe(1);
});

it('does not join words that merely look alike', () => {
  expect(strictSpelling(['次旦'])).not.toBe(strictSpelling(['次仁']));
  expect(isNameWord('建国')).toBe(false);
});
