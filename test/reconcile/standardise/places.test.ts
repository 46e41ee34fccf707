import { expect, it } from 'vitest';
import { isPlace, takePlace } from '../../../reconcile/standardise/places.ts';

it.each([
  ['西藏自治区拉萨市城关区教育局', ['西藏', '拉萨', '城关区'], '教育局'],
  ['拉萨冈途建设', ['拉萨'], '冈途建设'],
  ['朗县水利局', ['朗县'], '水利局'],
  ['林芝县国土资源局', ['林芝县'], '国土资源局'],
  ['阿里市冈辰咨询', ['阿里'], '冈辰咨询'],
  ['四川省雅鹏路桥', ['四川'], '雅鹏路桥'],
  ['成都市锦程商贸', ['成都'], '锦程商贸'],
  ['雪域建筑', [], '雪域建筑'],
])('%s', (text, levels, rest) => {
  expect(takePlace(text)).toEqual({ levels, rest });
});

it('knows what is a place and nothing else', () => {
  expect(['西藏', '拉萨市', '成都'].map(isPlace)).toEqual([true, true, true]);
  expect(['集团', '西藏雪域', ''].map(isPlace)).toEqual([false, false, false]);
});
