import { expect, it } from 'vitest';
import { sheetNames, shortName } from '../../../reports/dictionary/sheet-name.ts';

it.each([
  ['财政厅政府采购中心', '政府采购'],
  ['自治区政府办公厅电子政务中心', '电子政务'],
  ['住房城乡建设厅建筑交易中心', '建筑'],
  ['发展改革委“一站式”审批服务中心', '“一站式”审批'],
  ['拉萨市公共资源交易中心（前置库）', '拉萨市公共资源'],
  ['自治区公共资源交易目录', '自治区公共资源交易目录'],
  ['药监局中心', '中心'],
  ['财政厅', '财政厅'],
])('%s is %s for short', (zh, short) => expect(shortName({ zh, en: '' })).toBe(short));

it('takes what a spreadsheet forbids out of a name', () => {
  expect(sheetNames(['a/b\\c?d*e[f]g:h', "'quoted'", '  ', 'a\u0000b'])).toEqual([
    'a b c d e f g h',
    'quoted',
    '_',
    'a b',
  ]);
});

it('cuts at 31 characters', () => {
  const [name] = sheetNames(['映射-'.padEnd(40, '长')]);
  expect(name).toHaveLength(31);
});

it('gives no name twice, whatever the case, and stays within the limit', () => {
  const long = 'x'.repeat(40);
  const names = sheetNames(['Map', 'map', 'MAP', long, long]);
  expect(names.slice(0, 3)).toEqual(['Map', 'map 2', 'MAP 3']);
  expect(names[4]).toMatch(/^x{29} 2$/);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
});
