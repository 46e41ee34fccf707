import { describe, expect, it } from 'vitest';
import { IssueList } from '../../mappings/issues.ts';
import { splitValues } from '../../mappings/split.ts';

const split = { columns: [{ name: 'codes', index: 1 }], separator: /[;；]/ };
const both = { columns: [...split.columns, { name: 'names', index: 2 }], separator: /[;；]/ };

describe('a cell that lists several things', () => {
  it.each([
    ['A1', ['A1']],
    ['A1;B2', ['A1', 'B2']],
    [' A1 ； B2 ', ['A1', 'B2']],
    ['A1;;B2', ['A1', null, 'B2']],
    ['A1;B2;', ['A1', 'B2']],
    ['', [null]],
    [null, [null]],
  ])('%j', (cell, items) => {
    const issues = new IssueList();
    expect(splitValues(['1', cell, 'x'], split, issues)).toEqual(items.map((item) => ['1', item, 'x']));
    expect(issues.all).toEqual([]);
  });

  it.each([
    [
      'A1;B2',
      '甲;乙',
      [
        ['A1', '甲'],
        ['B2', '乙'],
      ],
    ],
    // Nothing says which of them belong together.
    [
      'A1;B2;C3',
      '甲;乙',
      [
        ['A1', '甲;乙'],
        ['B2', '甲;乙'],
        ['C3', '甲;乙'],
      ],
    ],
    ['A1', '甲;乙', [['A1', '甲;乙']]],
    [
      '',
      '甲;乙',
      [
        [null, '甲'],
        [null, '乙'],
      ],
    ],
  ])('%s beside %s', (codes, names, rows) => {
    expect(splitValues(['1', codes, names], both, new IssueList())).toEqual(rows.map((row) => ['1', ...row]));
  });

  it.each([
    ['&nbsp;A1;B2', ['A1', 'B2'], 'html_in_text', 'A1;B2'],
    ['<b style="color:red;">A1</b>;B2', ['A1', 'B2'], 'html_in_text', 'A1;B2'],
    ['A\u0000;B', ['A', 'B'], 'nul_byte', 'A;B'],
  ])('%j is cleaned before it is cut', (cell, items, rule, loaded) => {
    const issues = new IssueList();
    expect(splitValues(['1', cell], split, issues).map(([, item]) => item)).toEqual(items);
    expect(issues.all).toMatchObject([{ rule, loaded, column: 'codes' }]);
  });
});
