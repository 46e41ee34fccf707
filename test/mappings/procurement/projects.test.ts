import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { notices, packages, projects, queries } from '../../../mappings/procurement/projects.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const PROJECT = canonicalId('purchase_project', 'procurement', 'CG_XM', '1');

function check(
  mapping: Mapping,
  cells: Cells,
  expected: Readonly<Record<string, string>>,
  issues: string[] = [],
): void {
  it(`${mapping.stream.name} ${Object.values(cells).join(' ')}`, () => {
    const key = { [mapping.stream.key[0] ?? '']: '7' };
    const mapped = mapOne(mapping, { ...key, ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('projects', () => {
  check(
    projects,
    { XMBH: 'ZFCG-1', XMMC: '办公设备采购', XMLB: 'A', CGFS: '1', CGFS_MC: '公开招标', ZZXS: '1', ZT: '50' },
    {
      code: 'ZFCG-1',
      name: '办公设备采购',
      procurementClass: 'A',
      method: '1',
      organizeForm: '1',
      status: '50',
    },
  );
  check(projects, { XMLB: 'X', CGFS: '9', ZZXS: '8', ZT: '77' }, {}, [
    'XMLB code_unknown loaded',
    'CGFS code_unknown loaded',
    'ZZXS code_unknown loaded',
    'ZT code_unknown loaded',
  ]);
  check(projects, { YSJE: '1500000.0000' }, { budget: '1500000' });
  check(projects, { YSJE: '-1' }, { budget: '-1' }, ['YSJE money_negative quarantined']);
  check(projects, { YSJE: '3000000000.01' }, { budget: '3000000000.01' }, ['YSJE money_absurd quarantined']);
  check(projects, { XMMC: '办公\n设备' }, { name: '办公设备' }, ['XMMC newline_in_text repaired → 办公设备']);
  check(projects, { XMMC: '<b>办公设备</b>' }, { name: '办公设备' }, ['XMMC html_in_text repaired → 办公设备']);
  check(projects, { LXSJ: '2019-02-30 00:00:00.000' }, {}, ['LXSJ date_impossible loaded']);

  it('mention purchaser and agency', () => {
    const { values } = mapOne(projects, { XMID: '1', CGRID: '3', CGR_MC: '拉萨市财政局', CGDL_MC: '某代理公司' });
    const party = canonicalId('party', 'procurement', 'CG_CGR', '3');
    expect(values['purchaser']).toEqual({ name: '拉萨市财政局', partyRole: 'purchaser', partyId: party });
    expect(values['agency']).toEqual({ name: '某代理公司', partyRole: 'purchase_agency' });
  });

  it('say once what is wrong with a column that several fields take', () => {
    const { issues } = mapOne(projects, { XMID: '1', CGR_MC: '拉萨市?政局' });
    expect(issues).toEqual(['CGR_MC gbk_lost loaded → 拉萨市?政局']);
  });
});

describe('packages', () => {
  check(
    packages,
    { XMID: '1', FBBH: '01', YSJE: '98.5', ZT: '50' },
    {
      projectId: PROJECT,
      code: '01',
      budget: '98.5',
      status: '50',
    },
  );
  check(packages, { ZT: '90' }, { status: '90' });
  check(packages, { ZT: '11' }, {}, ['ZT code_unknown loaded']);
});

describe('notices', () => {
  check(
    notices,
    { XMID: '1', GGLX: '3', BT: '结果公告', FBSJ: '2019-03-01 10:00:00.000' },
    {
      projectId: PROJECT,
      noticeType: '3',
      title: '结果公告',
      publishedAt: '2019-03-01 10:00:00',
    },
  );
  check(notices, { NR: '<p>正文</p><script>alert(1)</script>' }, { body: '<p>正文</p>' }, [
    'NR html_script loaded → <p>正文</p>',
  ]);

  it('keep a title that is too long for the national field', () => {
    const BT = '采购公告'.repeat(51);
    const { values, issues } = mapOne(notices, { GGID: '1', BT });
    expect(values['']?.['title']).toBe(BT);
    expect(issues).toEqual([`BT overlong loaded → ${BT}`]);
  });
});

describe('queries', () => {
  check(
    queries,
    { XMID: '1', LX: '1', TCR: '某公司', NR: '第一行\n第二行', ZT: '2', DJSJ: '2019-03-01 10:00:00.000' },
    {
      projectId: PROJECT,
      queryType: '1',
      submittedBy: '某公司',
      content: '第一行\n第二行',
      registeredAt: '2019-03-01 10:00:00',
      status: '2',
    },
  );
});
