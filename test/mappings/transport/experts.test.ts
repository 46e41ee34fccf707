import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { MappingRunner } from '../../../mappings/apply.ts';
import { evaluationExperts } from '../../../mappings/transport/experts.ts';
import { mapOne } from '../../setup/mapping.ts';
import { checkLines, misread } from './check.ts';

const ID = '11010519491231002X';
const EXPERT = canonicalId('expert', 'transport', 'jt_zj', '7', 'expert', 0);

describe('experts of a section', () => {
  checkLines(
    evaluationExperts,
    ['expertId'],
    [
      [
        { BD_ID: '5', ZJ_XM: '次仁 旦巴', SFZH: ID, SFZZ: '是', CSSJ: '2018.5.7' },
        {
          sectionId: canonicalId('section', 'transport', 'jt_bd', '5'),
          name: '次仁旦巴',
          idNumber: ID,
          isChair: true,
          drawnAt: '2018-05-07 00:00:00',
        },
      ],
      [{ SFZZ: '否' }, { isChair: false }],
      [{ SFZZ: '副' }, {}, 'SFZZ code_unknown loaded'],
      [{ SFZH: '130503670401001' }, { idNumber: '130503196704010016' }, 'SFZH id_15 repaired → 130503196704010016'],
      [{ SFZH: ID.toLowerCase() }, { idNumber: ID }, `SFZH id_lowercase_x repaired → ${ID}`],
      [{ SFZH: ID.replace('11', '１１') }, { idNumber: ID }, `SFZH id_fullwidth repaired → ${ID}`],
      [
        { SFZH: '110105194912310021' },
        { idNumber: '110105194912310021' },
        'SFZH id_check_digit loaded → 110105194912310021',
      ],
      [{ SFZH: '暂无' }, {}, 'SFZH id_placeholder repaired'],
      [{ SFZH: '000000000000000000' }, {}, 'SFZH id_placeholder repaired'],
      [{ SFZH: '' }, {}],
      [{ CSSJ: '0000-00-00' }, {}, 'CSSJ date_placeholder repaired'],
      [{ CSSJ: '2018-06-31' }, {}, 'CSSJ date_impossible loaded'],
    ],
  );

  it('are experts too, as that section shows them', () => {
    const { values, issues } = mapOne(evaluationExperts, {
      ZJ_ID: '7',
      ZJ_XM: '次仁',
      SFZH: ID,
      GZDW: '某县公路段（原某县养护段）',
      LXDH: '1391234567',
      ZC: '高级工程师',
    });
    expect(values['']?.['expertId']).toBe(EXPERT);
    expect(values['expert']).toEqual({
      name: '次仁',
      idNumber: ID,
      title: '高级工程师',
      employer: '某县公路段',
      mobile: '1391234567',
      baseType: '1',
    });
    expect(issues).toEqual(['LXDH phone_invalid loaded → 1391234567']);
  });
});

/** The specialties of one row with their ordinals, and what was found wrong. */
function specialties(ZY: string): { readonly names: readonly string[]; readonly issues: readonly string[] } {
  const runner = new MappingRunner(evaluationExperts);
  const values = runner.columns.map((column) => ({ ZJ_ID: '7', ZY })[column] ?? null);
  const { rows, issues } = runner.map({ values, row: 1 }, 'here:1');
  const part = evaluationExperts.parts.findIndex(({ role }) => role === 'specialty');
  const names = rows
    .filter((row) => row.part === part)
    .map(({ ordinal, values: [expert, edition, code, name] }) => {
      expect([expert, edition, code]).toEqual([EXPERT, 'unstated', null]);
      return `${ordinal} ${String(name)}`;
    });
  return { names, issues: issues.all.map(({ column, rule, loaded }) => `${column} ${rule} → ${String(loaded)}`) };
}

describe('specialties', () => {
  it.each([
    ['公路工程', ['0 公路工程']],
    ['公路工程/桥梁', ['0 公路工程', '1 桥梁']],
    ['公路工程、桥梁，造价', ['0 公路工程', '1 桥梁', '2 造价']],
    ['', []],
  ])('%s are %j', (ZY, names) => expect(specialties(ZY)).toEqual({ names, issues: [] }));

  it('are cleaned before they are told apart', () => {
    expect(specialties('公路<br/>工程/桥梁')).toEqual({
      names: ['0 公路工程', '1 桥梁'],
      issues: ['ZY html_in_text → 公路工程/桥梁'],
    });
    expect(specialties('公路工\n程/桥梁')).toEqual({
      names: ['0 公路工程', '1 桥梁'],
      issues: ['ZY newline_in_text → 公路工程/桥梁'],
    });
    expect(specialties(misread('道路工程/隧道'))).toEqual({
      names: ['0 道路工程', '1 隧道'],
      issues: ['ZY mojibake → 道路工程/隧道'],
    });
  });
});
