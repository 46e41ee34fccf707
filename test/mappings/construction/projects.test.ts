import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { notices, sections, tenderProjects } from '../../../mappings/construction/projects.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';
const projectId = canonicalId('project', 'construction', 'GC_ZBXM', '7', 'project', 0);

type Values = Readonly<Record<string, string>>;

function check(mapping: Mapping, cells: Cells, expected: Values, issues: string[] = []): void {
  it(`${JSON.stringify(cells)} → ${Object.values(expected).join(' ')}`, () => {
    const mapped = mapOne(mapping, { [mapping.stream.key[0] ?? '']: '7', ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('a tender project', () => {
  const tender = (cells: Cells, expected: Values, issues: string[] = []): void =>
    check(tenderProjects, cells, { projectId, ...expected }, issues);

  tender({ ZBXMBH: '540100SG2019012', XMMC: '某路改造' }, { selfCode: '540100SG2019012', name: '某路改造' });
  tender({ TZXMDM: '2019-540100-48-01-000012' }, { investmentCode: '2019-540100-48-01-000012' });
  tender({ TZXMDM: '20195401004801000012' }, { investmentCode: '2019-540100-48-01-000012' });
  tender({ TZXMDM: '藏发改〔2015〕12号' }, { investmentCode: '藏发改〔2015〕12号' });
  tender({ XMLX: 'A01' }, { tradeCategory: 'A01' });
  tender({ XMLX: 'X9' }, {}, ['XMLX code_unknown loaded']);
  tender({ ZBFS: '001' }, { mode: '1' });
  tender({ ZBFS: '002' }, { mode: '2' });
  tender({ ZBFS: '003' }, { mode: 'direct' });
  tender({ ZBFS: '009' }, {}, ['ZBFS code_unknown loaded']);
  tender({ ZBZZXS: '自行招标' }, { organizeForm: '1' });
  tender({ ZBZZXS: '委托招标' }, { organizeForm: '2' });
  tender({ ZBZZXS: '无' }, {}, ['ZBZZXS code_unknown loaded']);
  tender({ XZQHDM: '542621' }, { divisionCode: '540402' }, ['XZQHDM division_retired repaired → 540402']);
  tender({ XZQHDM: '549999' }, {}, ['XZQHDM division_unknown loaded']);
  tender({ ZTZ: '6401.131300' }, { estimate: '64011313' });
  tender({ ZTZ: '-1.0' }, { estimate: '-10000' }, ['ZTZ money_negative quarantined']);
  tender({ ZTZ: '888888888888.000000' }, { estimate: '8888888888880000' }, ['ZTZ money_absurd quarantined']);
  tender({ LXRQ: '20201010' }, { establishedOn: '2020-10-10' });
  tender({ LXRQ: '2020年06月06日' }, { establishedOn: '2020-06-06' });
  tender({ LXRQ: '0000-00-00' }, {}, ['LXRQ date_placeholder repaired']);
  tender({ LXRQ: '2019-02-30' }, {}, ['LXRQ date_impossible loaded']);
  tender({ XMMC: '某路\u0000改造' }, { name: '某路改造' }, ['XMMC nul_byte repaired → 某路改造']);
  tender({ XMMC: '某路\u0007改造' }, { name: '某路改造' }, ['XMMC control_char repaired → 某路改造']);

  it('carries the project it belongs to, and names its owner and agency', () => {
    const { values, issues } = mapOne(tenderProjects, {
      ZBXMID: '7',
      XMMC: '某路改造',
      TZXMDM: '20195401004801000012',
      ZBRMC: '某县教育局（原某县教体局）',
      ZBRDM: '76191136-X',
      ZBDLMC: '某某招标代理有限公司',
      ZBDLDM: USCC,
      XZQHDM: '540102',
      ZTZ: '100',
      LXRQ: '2019/3/5',
      xgrqsj: '2019-03-05 10:20:30.330',
    });
    expect(issues).toEqual([]);
    expect(values['project']).toEqual({
      investmentCode: '2019-540100-48-01-000012',
      name: '某路改造',
      ownerName: '某县教育局',
      divisionCode: '540102',
      totalInvestment: '1000000',
      establishedOn: '2019-03-05',
      modifiedAt: '2019-03-05 10:20:30.33',
    });
    expect(values['']).toMatchObject({ projectId, tendererCode: '76191136X', agencyCode: USCC });
    expect(values['owner']).toEqual({
      name: '某县教育局',
      formerName: '某县教体局',
      partyRole: 'tenderer',
      legalCode: '76191136X',
      organizationCode: '76191136X',
    });
    expect(values['agency']).toMatchObject({ partyRole: 'tender_agency', uscc: USCC, organizationCode: 'MA6KXB3M5' });
  });

  it('of an owner that tenders on its own names no agency', () => {
    const { values } = mapOne(tenderProjects, { ZBXMID: '7', ZBRMC: '某县教育局', ZBZZXS: '自行招标' });
    expect(Object.keys(values)).toEqual(['', 'project', 'owner']);
  });

  it('judges a code of its owner once', () => {
    const { issues } = mapOne(tenderProjects, { ZBXMID: '7', ZBRMC: '某局', ZBRDM: '91540000MA6KXB3M54' });
    expect(issues).toEqual(['ZBRDM uscc_check_digit loaded → 91540000MA6KXB3M54']);
  });
});

describe('a section', () => {
  const round = { tenderingRound: '1' };
  check(sections, { BDBH: '540100SG2019012001' }, { code: '540100SG2019012001', ...round });
  check(sections, { BDBH: '540100SG2019012001-3' }, { code: '540100SG2019012001-3', tenderingRound: '3' });
  it.each([
    ['001', 'survey'],
    ['002', 'design'],
    ['003', 'construction'],
    ['004', 'supervision'],
    ['006', 'epc'],
  ])('of class %s is %s', (BDFL, workClass) => {
    expect(mapOne(sections, { BDID: '7', BDFL }).values['']).toEqual({ workClass });
  });
  check(sections, { BDFL: '005' }, {}, ['BDFL code_unknown loaded']);
  check(sections, { GSJ: '5889.040800', BZ_DM: '1' }, { estimate: '58890408', currency: '156' });
  check(sections, { BZ_DM: '2' }, { currency: '840' });
  check(sections, { BZ_DM: '9' }, {}, ['BZ_DM code_unknown loaded']);
  // The total of the project tells whether it is a slip of unit.
  check(sections, { GSJ: '58890408.000000' }, { estimate: '588904080000' });
  check(sections, { GQ: '180日历天' }, { termText: '180日历天', termDays: '180' });
  check(sections, { GQ: '296' }, { termText: '296', termDays: '296' });
  check(sections, { GQ: '18个月' }, { termText: '18个月' });
  check(sections, { ZZYQ: '总承包三级\n及以上' }, { qualification: '总承包三级\n及以上' });
  it.each([
    ['0', 'draft'],
    ['1', 'effective'],
    ['3', 'completed'],
    ['4', 'failed'],
    ['6', 'terminated'],
  ])('in the state %s is %s', (ZT, status) => {
    expect(mapOne(sections, { BDID: '7', ZT }).values['']).toEqual({ status });
  });
  check(sections, { ZT: 'x' }, {}, ['ZT code_unknown loaded']);
  const misread = new TextDecoder('gb18030').decode(Buffer.from('拉萨市城关区道路', 'utf8'));
  check(sections, { BDMC: misread }, { name: '拉萨市城关区道路' }, ['BDMC mojibake repaired → 拉萨市城关区道路']);

  it('belongs to its tender project', () => {
    const { values } = mapOne(sections, { BDID: '7', ZBXMID: 'ab-1' });
    expect(values['']).toEqual({ tenderProjectId: canonicalId('tender_project', 'construction', 'GC_ZBXM', 'ab-1') });
  });
});

describe('a notice', () => {
  it.each(['1', '2', '3', '9'])('of type %s', (GGLX) => {
    expect(mapOne(notices, { GGID: '7', GGLX }).values['']).toEqual({ noticeType: GGLX });
  });
  // A correction in other centres, nothing here.
  check(notices, { GGLX: '4' }, {}, ['GGLX code_unknown loaded']);
  check(
    notices,
    { BT: '某路公告', FBSJ: '2020-02-07 17:09:09.000', KBSJ: '2020-03-04 10:00:00.000' },
    { title: '某路公告', publishedAt: '2020-02-07 17:09:09', openingAt: '2020-03-04 10:00:00' },
  );
  check(notices, { NR: '<p>正文</p><script>alert(1)</script>' }, { body: '<p>正文</p>' }, [
    'NR html_script loaded → <p>正文</p>',
  ]);
});
