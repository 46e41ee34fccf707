import { describe, expect, it } from 'vitest';
import { readEnterpriseKeys } from '../../../reconcile/standardise/enterprise-keys.ts';

const keys = (name: string, more: Record<string, string> = {}) => readEnterpriseKeys({ name, ...more });

describe('keys of an enterprise', () => {
  it('are one for the spellings of a name', () => {
    const { names } = keys('拉萨市雪莲建筑有限责任公司');
    expect(keys('拉萨雪莲建筑有限公司').names).toEqual(names);
    expect(keys('拉萨雪莲建设有限公司').names).not.toEqual(names);
    expect(keys('拉萨市雪莲建筑有限公司山南分公司').names).not.toEqual(names);
  });

  it.each([
    ['拉萨雪莲建筑有限公司', 'full'],
    ['当雄县财政局', 'full'],
    ['聂荣县完全小学', 'full'],
    ['雪莲建筑有限公司', 'partial'],
    ['拉萨雪莲', 'partial'],
    ['财政局', 'none'],
    ['扎西顿珠', 'none'],
    ['拉萨?莲建筑有限公司', 'none'],
    ['', 'none'],
  ])('%s is a name of kind %s', (name, kind) => {
    expect(keys(name).nameKind).toBe(kind);
  });

  it('hold no name that says too little, and former names behind the present one', () => {
    expect(keys('扎西顿珠').names).toEqual([]);
    expect(keys('当雄县科技局', { formerName: '当雄县工业局;张三' }).names).toHaveLength(2);
  });

  it('hold valid codes alone', () => {
    expect(keys('甲', { uscc: '91542126730478452B', legalCode: '91542126730478452B' }).organization).toBe('730478452');
    expect(keys('甲', { uscc: '91542126730478452C' }).organization).toBeNull();
  });

  it('leave the market to the office that watches it', () => {
    expect(keys('林芝市场监督管理局').names).toEqual(keys('林芝市市场监督管理局').names);
  });
});
