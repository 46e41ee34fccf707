import { describe, expect, it } from 'vitest';
import { describePair, odds, signed } from '../../../reports/review/words.ts';
import { pair } from './pairs.ts';

it.each([
  [6.25, '+6.3'],
  [0, '+0.0'],
  [-0.01, '−0.0'],
  [-11, '−11.0'],
])('a weight of %d reads %s', (weight, text) => expect(signed(weight)).toBe(text));

it.each([
  [10, '1,024 : 1'],
  [0, '1 : 1'],
  [-3, '1 : 8'],
  [53, '>1,000,000 : 1'],
])('a weight of %d has odds of %s', (weight, text) => expect(odds(weight)).toBe(text));

describe('a pair in words', () => {
  it('says the strongest evidence first and ends with the sum', () => {
    expect(describePair(pair('1', '2'), 'zh').split('\n')).toEqual([
      '−11.0 起点：随机一对',
      '+6.3 姓名：译音相同',
      '= −4.8（同一的赔率 1 : 27）',
    ]);
  });

  it('names in one line what could not be compared', () => {
    const silent = (zh: string) => ({ label: { zh, en: zh }, level: { zh: '缺失', en: 'missing' }, weight: 0 });
    const steps = [silent('电话'), ...pair('1', '2').steps, silent('住址')];
    expect(describePair(pair('1', '2', { steps }), 'zh').split('\n')).toEqual([
      '−11.0 起点：随机一对',
      '+6.3 姓名：译音相同',
      '无从比较：电话、住址',
      '= −4.8（同一的赔率 1 : 27）',
    ]);
  });

  it('warns of contradicting codes and of a stale judgement before anything else', () => {
    const judged = { verdict: 'same', by: 'tashi', on: '2020-11-30', state: 'stale' } as const;
    const [first, second] = describePair(pair('1', '2', { conflict: true, judged }), 'en').split('\n');
    expect(first).toContain('two people');
    expect(second).toBe('data have changed since it was judged：same tashi 2020-11-30');
  });
});
