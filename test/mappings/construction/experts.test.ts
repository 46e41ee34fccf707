import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { experts } from '../../../mappings/construction/experts.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

/** Born on 1949-12-31. */
const ID = '11010519491231002X';
const misread = (text: string): string => new TextDecoder('gb18030').decode(Buffer.from(text, 'utf8'));

function check(cells: Cells, expected: Readonly<Record<string, string>>, issues: string[] = []): void {
  it(`${JSON.stringify(cells)} → ${Object.values(expected).join(' ')}`, () => {
    const mapped = mapOne(experts, { ZJID: '7', ...cells });
    expect(mapped.values).toEqual({ '': { baseType: '1', ...expected } });
    expect(mapped.issues).toEqual(issues);
  });
}

describe('an expert', () => {
  check(
    { xm: ' 尼玛　次仁', xb: '女', xl: '大学本科', zc: '工程师' },
    {
      name: '尼玛次仁',
      gender: '2',
      education: '大学本科',
      title: '工程师',
    },
  );
  check({ zt: '正常' }, { status: 'active' });
  check({ zt: '暂停' }, { status: 'suspended' });
  check({ zt: '停用' }, { status: 'removed' });
  check({ zt: '出国' }, {}, ['zt code_unknown loaded']);
  check({ xb: '1' }, {}, ['xb code_unknown loaded']);
  check({ zjhm: ID, csrq: '1949年12月31日' }, { idNumber: ID, birthDate: '1949-12-31' });
  check({ zjhm: ID, csrq: '19500101' }, { idNumber: ID, birthDate: '1949-12-31' }, [
    'csrq dob_mismatch loaded → 1949-12-31',
  ]);
  check({ zjhm: '110105491231002', csrq: '1950-01-01' }, { idNumber: ID, birthDate: '1949-12-31' }, [
    `zjhm id_15 repaired → ${ID}`,
    'csrq dob_mismatch loaded → 1949-12-31',
  ]);
  check(
    { zjhm: '110105194912310021', csrq: '1950-01-01' },
    { idNumber: '110105194912310021', birthDate: '1950-01-01' },
    ['zjhm id_check_digit loaded → 110105194912310021'],
  );
  check({ zjhm: '暂无', csrq: '1950-01-01' }, { birthDate: '1950-01-01' }, ['zjhm id_placeholder repaired']);
  check({ csrq: '20171305' }, {}, ['csrq date_impossible loaded']);
  check({ gzdw: '某县科技局（曾用名：某县科委）' }, { employer: '某县科技局' });
  check({ dz: '=1+1+拉萨市' }, { address: '=1+1+拉萨市' }, ['dz formula_text loaded → =1+1+拉萨市']);
  check({ rkrq: '2011.10.21' }, { enteredAt: '2011-10-21 00:00:00' });
  check({ rkrq: '2018-03-06 18:40:49.000' }, { enteredAt: '2018-03-06 18:40:49' });
  check({ rkrq: '9999-12-31' }, {}, ['rkrq date_placeholder repaired']);
  check({ yddh: '177753122261' }, { mobile: '177753122261' }, ['yddh phone_invalid loaded → 177753122261']);

  it('never shows the ethnic group', () => {
    expect(JSON.stringify(mapOne(experts, { ZJID: '7', mz: '门巴族' }))).not.toContain('门巴');
  });
});

type Row = readonly [string, string | undefined, string | undefined];

/** Rows as edition, code, name. */
function specialties(ZYDM: string | null, ZYMC: string | null): { rows: Row[]; issues: readonly string[] } {
  const { values, issues } = mapOne(experts, { ZJID: '7', ZYDM, ZYMC });
  const rows = Object.entries(values)
    .filter(([role]) => role.startsWith('specialty'))
    .map(([, { classification, code, name }]): Row => [String(classification), code?.toString(), name?.toString()]);
  return { rows, issues };
}

describe('specialties', () => {
  const road = ['2018', 'A010104', '公路'] as const;
  const OLD_ISSUE = ['ZYDM specialty_2010 loaded → A010105'];

  it.each<[string | null, string | null, Row[], string[]]>([
    ['A010104', '公路', [road], []],
    ['A010104;A010105', '公路;铁路', [road, ['2018', 'A010105', '铁路']], []],
    ['A010104,A010105', '公路,铁路', [road, ['2018', 'A010105', '铁路']], []],
    ['A010104；A010105', '公路；铁路', [road, ['2018', 'A010105', '铁路']], []],
    ['A010104; A010102 ;', '公路;主体功能区、空间规划;', [road, ['2018', 'A010102', '主体功能区、空间规划']], []],
    // The same code under another name is of the edition before, once for the record.
    [
      'A010104;A010105;A010107',
      '公路;航道;船闸',
      [road, ['2010', 'A010105', '航道'], ['2010', 'A010107', '船闸']],
      OLD_ISSUE,
    ],
    ['A990101', '公路', [['2010', 'A990101', '公路']], ['ZYDM specialty_2010 loaded → A990101']],
    ['A010104', null, [['2018', 'A010104', undefined]], []],
    [
      null,
      '公路;铁路',
      [
        ['unstated', undefined, '公路'],
        ['unstated', undefined, '铁路'],
      ],
      [],
    ],
    [null, null, [], []],
    // Half of the names: nothing says which.
    [
      'A010104;A010105',
      '铁路',
      [
        ['2010', 'A010104', '铁路'],
        ['2018', 'A010105', '铁路'],
      ],
      ['ZYDM specialty_2010 loaded → A010104'],
    ],
    ['A010104', '铁路;公路', [['2018', 'A010104', '铁路;公路']], []],
    ['ａ010104', '公路', [road], ['ZYDM code_fullwidth repaired → A010104', 'ZYDM code_lowercase repaired → A010104']],
    ['A010104', '公?', [['2018', 'A010104', '公?']], ['ZYMC gbk_lost loaded → 公?']],
    ['A0101-04', '公路', [['unstated', 'A0101-04', '公路']], ['ZYDM code_malformed loaded → A0101-04']],
    // Items of this group are not known: nothing proves the edition.
    ['A082401', '某某工程', [['unstated', 'A082401', '某某工程']], []],
    [
      'A010104;A010105',
      misread('公路;铁路'),
      [road, ['2018', 'A010105', '铁路']],
      ['ZYMC mojibake repaired → 公路;铁路'],
    ],
    ['A010104', '公\n路', [road], ['ZYMC newline_in_text repaired → 公路']],
    [
      'A010104;A010105',
      '<b>公路</b>;铁路',
      [road, ['2018', 'A010105', '铁路']],
      ['ZYMC html_in_text repaired → 公路;铁路'],
    ],
  ])('%s %s', (codes, names, rows, issues) => {
    expect(specialties(codes, names)).toEqual({ rows, issues });
  });

  it('whose names are beyond repair are told by their codes alone', () => {
    const lost = misread('隧道、地下结构工程工程').replace(/^./, '?');
    const { rows, issues } = specialties('A080503', lost);
    expect(rows).toEqual([['2018', 'A080503', lost]]);
    expect(issues).toEqual([`ZYMC mojibake loaded → ${lost}`]);
  });

  it('whose names are beyond repair are judged once, not item by item', () => {
    // Alone, the second item is too short to be recognised, and would pass for a text with a lost character.
    const lost = `${misread('隧道、地下结构工程工程').replace(/^./, '?')};璺?嚎`;
    const { rows, issues } = specialties('A010104;A010105', lost);
    expect(rows.map(([edition]) => edition)).toEqual(['2018', '2018']);
    expect(issues).toEqual([`ZYMC mojibake loaded → ${lost}`]);
  });

  it('belong to the expert of the record', () => {
    const { values } = mapOne(experts, { ZJID: '7', ZYDM: 'A010104' });
    expect(values['specialty']?.['expertId']).toBe(canonicalId('expert', 'construction', 'ZJ_JBXX', '7'));
  });
});
