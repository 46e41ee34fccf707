import { describe, expect, it } from 'vitest';
import { compareNames, coreName, looseName, type NameLevel } from '../../../reconcile/matters/names.ts';

describe('the core of a name', () => {
  it.each([
    ['措那县小学教学楼建设项目招标公告', '措那县小学教学楼建设项目'],
    ['措那县小学教学楼建设项目第二标段中标结果公告', '措那县小学教学楼建设项目'],
    ['措那县小学教学楼建设项目（第二次）更正公告', '措那县小学教学楼建设项目'],
    ['关于措那县小学教学楼建设项目的中标候选人公示', '措那县小学教学楼建设项目'],
    ['措那县小学教学楼建设项目 A2包 成交结果公告', '措那县小学教学楼建设项目'],
    ['措那县小学教学楼建设项目标段三', '措那县小学教学楼建设项目'],
    ['错高湖片区国有建设用地使用权出让出让公告', '错高湖片区国有建设用地使用权'],
    ['错高湖片区国有建设用地使用权出让', '错高湖片区国有建设用地使用权'],
    ['县医院2019年办公设备采购项目竞争性磋商公告', '县医院2019年办公设备采购项目'],
  ])('%s → %s', (text, core) => {
    expect(coreName(text)).toBe(core);
  });

  it.each(['（一期）', '一期', '1期', 'Ⅰ期', ' 一 期'])('keeps the phase %s in one form', (phase) => {
    expect(coreName(`岗嘎镇防洪堤工程${phase}`)).toBe('岗嘎镇防洪堤工程1期');
  });

  it.each([null, '', '公告', '招标公告', '（）'])('is none where nothing is named: %s', (text) => {
    expect(coreName(text)).toBeNull();
  });

  it('keeps batches apart, which are undertakings of their own', () => {
    expect(coreName('农机购置第一批采购公告')).not.toBe(coreName('农机购置第二批采购公告'));
  });

  it('never strips a name away when it is loosened', () => {
    expect(looseName('建设工程项目施工监理')).toHaveLength(6);
  });
});

describe('names compared by characters', () => {
  const cases: readonly (readonly [string, string, NameLevel])[] = [
    ['岗嘎镇防洪堤工程', '岗嘎镇防洪堤工程', 'same'],
    ['岗嘎镇防洪堤工程', '岗嘎镇防洪堤建设项目施工', 'loose'],
    ['岗嘎镇防洪堤工程', '岗?镇防洪堤工程', 'readable'],
    ['岗嘎镇防洪堤工程', '鍏??鍘垮綋', 'unreadable'],
    ['定日县岗嘎镇防洪堤工程', '岗嘎镇防洪堤工程', 'contained'],
    ['定日县岗嘎镇防洪堤工程', '定日县岗巴镇防洪堤工程', 'near'],
    ['岗嘎镇防洪堤工程1期', '岗嘎镇防洪堤工程2期', 'near'],
    ['岗嘎镇防洪堤工程', '县医院2019年办公设备采购项目', 'different'],
  ];
  it.each(cases)('%s / %s: %s', (left, right, level) => {
    expect(compareNames(left, right)).toBe(level);
    expect(compareNames(right, left)).toBe(level);
  });

  it('counts characters outside the basic plane once', () => {
    expect(compareNames('𠮷嘎镇防洪堤工程', '?嘎镇防洪堤工程')).toBe('readable');
  });
});
