import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { projects } from '../../../mappings/transport/projects.ts';
import { mapOne } from '../../setup/mapping.ts';
import { checkLines, misread } from './check.ts';

describe('projects', () => {
  checkLines(
    projects,
    ['projectId'],
    [
      [
        { XM_BH: 'JTZB-2019-015', XM_MC: '某县公路工程', XMLB: '公路', ZBFS: '公开招标', ZT: '招标中' },
        { selfCode: 'JTZB-2019-015', name: '某县公路工程', tradeCategory: 'A03', mode: '1', status: 'tendering' },
      ],
      [
        { XMLB: '桥梁', ZBFS: '邀请招标', ZT: '流标' },
        { tradeCategory: 'A10', mode: '2', status: 'failed' },
      ],
      [
        { XMLB: '养护', ZT: '已终止' },
        { tradeCategory: 'A03', status: 'terminated' },
      ],
      [{ ZT: ' 已完成 ' }, { status: 'completed' }],
      [
        { XMLB: 'X9', ZBFS: '摇号', ZT: '77' },
        {},
        'XMLB code_unknown loaded',
        'ZBFS code_unknown loaded',
        'ZT code_unknown loaded',
      ],
      [{ TZXMDM: '2018-540425-47-02-387860' }, { investmentCode: '2018-540425-47-02-387860' }],
      [{ SZDQ: '540226' }, { divisionCode: '540226' }],
      [{ SZDQ: '日喀则市昂仁县' }, { divisionCode: '540226' }],
      [{ SZDQ: '542327' }, { divisionCode: '540226' }, 'SZDQ division_retired repaired → 540226'],
      [{ SZDQ: '山南地区乃东县' }, { divisionCode: '540502' }, 'SZDQ division_retired repaired → 540502'],
      [{ SZDQ: '540199' }, {}, 'SZDQ division_unknown loaded'],
      [{ SZDQ: '拉萨市某某县' }, {}, 'SZDQ division_unknown loaded'],
      [{ SZDQ: '610000' }, { divisionCode: '610000' }],
      [{ LXRQ: '2019-03-05' }, { establishedOn: '2019-03-05' }],
      [{ LXRQ: '2019/3/5' }, { establishedOn: '2019-03-05' }],
      [{ LXRQ: '2019年03月05日' }, { establishedOn: '2019-03-05' }],
      [{ LXRQ: '20190305' }, { establishedOn: '2019-03-05' }],
      [{ LXRQ: '2019.3.5' }, { establishedOn: '2019-03-05' }],
      [{ LXRQ: '2019-00-12 00:00:00' }, {}, 'LXRQ date_impossible loaded'],
      [{ LXRQ: '19000101' }, {}, 'LXRQ date_placeholder repaired'],
      [{ INSERT_TIME: '2019-03-05 10:20:30' }, { enteredAt: '2019-03-05 10:20:30' }],
      [{ XM_MC: '某县\r\n公路' }, { name: '某县公路' }, 'XM_MC newline_in_text repaired → 某县公路'],
      [{ XM_MC: '某\u0000县公路' }, { name: '某县公路' }, 'XM_MC nul_byte repaired → 某县公路'],
      [{ XM_MC: '某\u0007县公路' }, { name: '某县公路' }, 'XM_MC control_char repaired → 某县公路'],
      [{ XM_MC: '<b>某县公路</b>&nbsp;' }, { name: '某县公路' }, 'XM_MC html_in_text repaired → 某县公路'],
      [{ XM_MC: misread('尼玛县统计局') }, { name: '尼玛县统计局' }, 'XM_MC mojibake repaired → 尼玛县统计局'],
      [{ XM_MC: '=1+1+某县公路' }, { name: '=1+1+某县公路' }, 'XM_MC formula_text loaded → =1+1+某县公路'],
      [
        { ZBR_MC: '某县自然资源局（原某县国土资源局）', ZBDL_MC: ' 某招标　代理公司 ' },
        { tendererName: '某县自然资源局', agencyName: '某招标代理公司' },
      ],
    ],
  );
});

describe('the estimate of a project', () => {
  checkLines(
    projects,
    ['projectId'],
    [
      [{ GSJE: '21347.7053', GSJE_DW: '万元' }, { estimate: '213477053' }],
      [{ GSJE: '138,124,922.00', GSJE_DW: '元' }, { estimate: '138124922' }],
      [{ GSJE: '138124922', GSJE_DW: '' }, { estimate: '138124922' }, 'GSJE money_unit_missing repaired → 138124922'],
      [{ GSJE: '138124922' }, { estimate: '138124922' }, 'GSJE money_unit_missing repaired → 138124922'],
      [{ GSJE: '1234.5万元', GSJE_DW: '元' }, { estimate: '12345000' }, 'GSJE money_suffix repaired → 12345000'],
      [{ GSJE: '1234.5万元', GSJE_DW: '' }, { estimate: '12345000' }, 'GSJE money_suffix repaired → 12345000'],
      [{ GSJE: '壹亿元整', GSJE_DW: '万元' }, { estimate: '100000000' }, 'GSJE money_capital repaired → 100000000'],
      [{ GSJE: '1.2E+4', GSJE_DW: '万元' }, { estimate: '120000000' }, 'GSJE money_sci repaired → 120000000'],
      [{ GSJE: '详见公告', GSJE_DW: '元' }, {}, 'GSJE money_text loaded'],
      [{ GSJE: '', GSJE_DW: '' }, {}],
      [{ GSJE: '-5', GSJE_DW: '万元' }, { estimate: '-50000' }, 'GSJE money_negative quarantined'],
      [{ GSJE: '400000', GSJE_DW: '万元' }, { estimate: '4000000000' }, 'GSJE money_absurd quarantined'],
      [{ GSJE: '500', GSJE_DW: '文' }, {}, 'GSJE_DW code_unknown loaded'],
    ],
  );
});

describe('the parts of a project', () => {
  const { values, deleted } = mapOne(projects, {
    XM_ID: '1',
    XM_MC: '某县公路工程',
    TZXMDM: '2018-540425-47-02-387860',
    ZBR_MC: '某县自然资源局（原某县国土资源局）',
    SZDQ: '540226',
    GSJE: '500',
    GSJE_DW: '万元',
    LXRQ: '2019-03-05',
    DELETE_FLAG: 'N',
  });

  it('are the tender and the investment project, which it refers to', () => {
    expect(deleted).toBe(false);
    expect(values['']?.['projectId']).toBe(canonicalId('project', 'transport', 'jt_xm', '1', 'project', 0));
    expect(values['project']).toEqual({
      name: '某县公路工程',
      investmentCode: '2018-540425-47-02-387860',
      ownerName: '某县自然资源局',
      divisionCode: '540226',
      totalInvestment: '5000000',
      establishedOn: '2019-03-05',
    });
  });

  it('are mentions of those it names, and of nobody else', () => {
    expect(Object.keys(values)).toEqual(['', 'project', 'tenderer']);
    expect(values['tenderer']).toEqual({
      name: '某县自然资源局',
      formerName: '某县国土资源局',
      partyRole: 'tenderer',
    });
    const { agency } = mapOne(projects, { XM_ID: '1', ZBDL_MC: '某招标代理公司' }).values;
    expect(agency).toEqual({ name: '某招标代理公司', partyRole: 'tender_agency' });
  });

  it.each([
    ['1', true],
    ['Y', true],
    ['0', false],
    ['N', false],
    ['', false],
    [null, false],
  ])('with the flag %s are deleted: %s', (DELETE_FLAG, expected) => {
    expect(mapOne(projects, { XM_ID: '1', DELETE_FLAG }).deleted).toBe(expected);
  });
});
