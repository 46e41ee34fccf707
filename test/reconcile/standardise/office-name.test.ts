import { expect, it } from 'vitest';
import { lastOfficeName } from '../../../reconcile/standardise/office-name.ts';

it.each([
  ['国土资源局', '自然资源局'],
  ['卫生和计划生育委员会', '卫生健康委员会'],
  ['工商行政管理局', '市场监督管理局'],
  ['旅游局', '文化和旅游局'],
  ['旅游发展局', '文化和旅游局'],
])('%s is now %s', (before, now) => {
  expect(lastOfficeName(before)).toBe(now);
  expect(lastOfficeName(now)).toBe(now);
});

it('keeps an office that was not renamed, and knows no office in a company', () => {
  expect(lastOfficeName('教育局')).toBe('教育局');
  expect(lastOfficeName('雪域')).toBeNull();
});
