import { expect, it } from 'vitest';
import fc from 'fast-check';
import { readPersonName } from '../../../reconcile/standardise/person-name.ts';

it.each([
  ['阿沛·阿旺晋美', { text: '阿沛阿旺晋美', house: '阿沛', surname: '', note: '' }],
  ['阿沛阿旺晋美', { house: '阿沛' }],
  ['白玛·洛桑', { text: '白玛洛桑', house: '', surname: '' }],
  ['张彭措', { surname: '张', variant: '张平措', withoutFront: '平措', words: [] }],
  ['白玛', { surname: '', text: '白玛' }],
  ['王小明', { surname: '王', contraction: '', withoutFront: '', words: [] }],
  ['欧阳文', { surname: '欧阳' }],
  ['巴桑（大）', { text: '巴桑', note: '大' }],
  ['小次仁', { text: '次仁', note: '小' }],
  ['次仁（林芝）', { text: '次仁', note: '林芝' }],
  ['大瓦', { variant: '达瓦', note: '' }],
  ['扎西多吉', { contraction: '扎多', words: ['扎西', '多吉'], withoutFront: '' }],
  ['拉巴多布杰', { contraction: '拉多', words: ['拉巴', '多布杰'] }],
  ['索朗?次央', { text: '索朗次央' }],
  ['黄边?', { text: '黄边?' }],
  ['扎西　次仁', { text: '扎西次仁' }],
])('%s', (name, parts) => {
  expect(readPersonName(name)).toMatchObject(parts);
});

it('keeps both readings of a character that is a surname too', () => {
  expect(readPersonName('单增')?.pinyin).toEqual(['danzeng', 'shanzeng']);
  expect(readPersonName('旦增')?.pinyin).toEqual(['danzeng']);
});

it('reads nothing from nothing', () => {
  expect(readPersonName(' · ')).toBeNull();
});

it('gives the same parts whatever dots and spaces stand between the words of a name of four syllables', () => {
  const word = fc.constantFrom('扎西', '次仁', '多吉', '平措', '卓玛', '旦增');
  const between = fc.constantFrom('', '·', '•', ' ', '　', '．');
  fc.assert(
    fc.property(word, word, between, (first, second, dot) => {
      expect(readPersonName(first + dot + second)).toEqual(readPersonName(first + second));
    }),
  );
});
