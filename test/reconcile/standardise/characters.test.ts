import { expect, it } from 'vitest';
import { hasLostCharacter, splitAtDots, toOneForm, withoutDots } from '../../../reconcile/standardise/characters.ts';

it.each([
  ['西藏（集团）', '西藏(集团)'],
  ['ａｂ１２', 'AB12'],
  ['扎西　次仁 ', '扎西次仁'],
  ['張偉', '张伟'],
  ['貢覺', '贡觉'],
  ['雪域', '雪域'],
])('%s in one form is %s', (text, form) => {
  expect(toOneForm(text)).toBe(form);
});

it.each(['阿沛·阿旺', '阿沛•阿旺', '阿沛・阿旺', '阿沛．阿旺', '阿沛‧阿旺', ' 阿沛 · 阿旺 '])(
  '%s parts at its dot',
  (text) => {
    expect(splitAtDots(text)).toEqual(['阿沛', '阿旺']);
    expect(withoutDots(text)).toBe('阿沛阿旺');
  },
);

it('tells a lost character from a kept one', () => {
  expect(hasLostCharacter('索朗?次央')).toBe(true);
  expect(hasLostCharacter('索朗次央')).toBe(false);
});
