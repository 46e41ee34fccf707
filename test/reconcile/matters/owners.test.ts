import { describe, expect, it } from 'vitest';
import { compareOwners, plainOwner, type OwnerLevel } from '../../../reconcile/matters/owners.ts';

describe('owners of undertakings', () => {
  const cases: readonly (readonly [string, string, OwnerLevel])[] = [
    ['措那县教育局', '措那县教育局', 'same'],
    ['西藏自治区措那县教育局', '措那县教育局', 'same'],
    ['措那县藏语委办（编译局）', '措那县藏语委办(编译局)', 'same'],
    ['措那县国土资源局', '措那县自然资源局', 'renamed'],
    ['措那县卫生和计划生育委员会', '措那县卫生健康委员会', 'renamed'],
    ['措那县国土资源局', '隆子县自然资源局', 'different'],
    ['措那县环境保护局', '措那县自然资源局', 'different'],
    ['山南市措那县教育局', '措那县教育局', 'contained'],
    ['措那县?育局', '措那县教育局', 'readable'],
    ['措那县?育局', '措那县农牧科技局', 'unreadable'],
    ['措那县教育局', '措那县农牧科技局', 'different'],
    ['县教育局', '某县教育局', 'different'],
    ['措那县旅游发展局', '措郍县旅游发展局', 'typo'],
  ];
  it.each(cases)('%s / %s: %s', (left, right, level) => {
    const [one, other] = [plainOwner(left) ?? '', plainOwner(right) ?? ''];
    expect(compareOwners(one, other)).toBe(level);
    expect(compareOwners(other, one)).toBe(level);
  });

  it.each([null, '', ' （） '])('is none where nobody is named: %s', (text) => {
    expect(plainOwner(text)).toBeNull();
  });
});
