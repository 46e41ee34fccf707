/** Hard pairs of values: what bytes, code units and graphemes get wrong, and what an empty value does. */
import { LIST_SEPARATOR } from '../../../reconcile/model/condition.ts';

export type Pair = readonly [string | null, string | null];

export const TEXT_PAIRS: readonly Pair[] = [
  ['王芳', '李娜'],
  ['王芳', '王芳'],
  ['王芳', '芳王'],
  ['次仁旺堆', '泽仁旺堆'],
  ['次仁旺堆', '旺堆次仁'],
  ['阿沛·阿旺晋美', '阿旺晋美'],
  ['扎西', '札西'],
  ['𠮷田', '吉田'],
  ['𠮷田', '田𠮷'],
  ['😀😃', '😃😀'],
  ['👨‍👩‍👧', '👨‍👩‍👦'],
  ['é', 'e\u0301'],
  ['cafe', 'café'],
  ['MARTHA', 'MARHTA'],
  ['DIXON', 'DICKSONX'],
  ['ca', 'abc'],
  ['a', 'a'],
  ['a', 'b'],
  ['aaaa', 'aa'],
  ["O'Brien", 'O`Brien'],
  ['西藏天路股份有限公司', '西藏城投股份有限公司'],
  ['拉萨市城关区', '拉萨市城关区夺底路'],
  ['', ''],
  ['', 'a'],
  [null, 'a'],
  [null, null],
  ['a'.repeat(80), 'a'.repeat(79) + 'b'],
  [distinct(100), distinct(99)],
  [distinct(130), distinct(130)],
  ['\\%_"', '\\%_'],
];

export const NUMBER_PAIRS: readonly Pair[] = [
  ['1', '1.0'],
  ['1', '2'],
  ['0.1', '0.3'],
  ['-5', '5'],
  ['1e3', '1000'],
  [' 1', '1'],
  ['', '1'],
  [null, '1'],
];

export const DATE_PAIRS: readonly Pair[] = [
  ['2020-02-28', '2020-03-01'],
  ['2019-02-28', '2019-03-01'],
  ['1969-12-31', '1970-01-01'],
  ['2020-02-30', '2020-03-01'],
  ['2020-1-1', '2020-01-01'],
  ['1980-06-01', '1980-06-01'],
  [null, '1980-06-01'],
];

const list = (...items: string[]): string => items.join(LIST_SEPARATOR);

export const LIST_PAIRS: readonly Pair[] = [
  [list('次仁', '泽仁'), list('泽仁')],
  [list('a', 'b', 'c'), list('c', 'b')],
  [list('a', 'b'), list('b', 'a')],
  [list('a', 'a'), list('a')],
  [list('a', ''), list('', 'b')],
  ['', list('a')],
  [null, null],
];

function distinct(count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
}
