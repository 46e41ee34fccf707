import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../mappings/mapping.ts';
import { assetListings, equityListings } from '../../../mappings/stateassets/listings.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const USCC = '91540000MA6KXB3M55';

function check(
  mapping: Mapping,
  cells: Cells,
  expected: Readonly<Record<string, string>>,
  issues: string[] = [],
): void {
  it(`${mapping.stream.name} ${Object.values(cells).join(' ')}`, () => {
    const mapped = mapOne(mapping, { 项目编号: 'A1', ...cells });
    expect(mapped.values['']).toEqual({ code: 'A1', ...expected });
    expect(mapped.issues).toEqual(issues);
  });
}

describe('asset listings', () => {
  check(
    assetListings,
    { 标的名称: '旧车', 资产类别: '车辆', 交易方式: '拍卖', 状态: '挂牌中' },
    {
      name: '旧车',
      assetClass: 'vehicle',
      method: 'auction',
      status: 'listed',
    },
  );
  check(assetListings, { 资产类别: '珠宝' }, {}, ['资产类别 code_unknown loaded']);
  check(assetListings, { 评估值: '12.5', 挂牌价: '1,200.00' }, { appraisedValue: '125000', listedPrice: '12000000' });
  check(assetListings, { 挂牌价: '12万元' }, { listedPrice: '120000' }, ['挂牌价 money_suffix repaired → 120000']);
  check(assetListings, { 挂牌价: '1.2E+01' }, { listedPrice: '120000' }, ['挂牌价 money_sci repaired → 120000']);
  check(assetListings, { 挂牌价: '壹拾贰万元整' }, { listedPrice: '120000' }, [
    '挂牌价 money_capital repaired → 120000',
  ]);
  check(assetListings, { 挂牌价: '详见公告' }, {}, ['挂牌价 money_text loaded']);
  check(assetListings, { 挂牌日期: '2019年3月1日', 挂牌期间: '20' }, { listedOn: '2019-03-01', listingDays: '20' });
  check(assetListings, { 挂牌日期: '2019.2.30' }, {}, ['挂牌日期 date_impossible loaded']);
  check(assetListings, { 备注: '第一\n第二' }, { notes: '第一\n第二' });

  it('mention the seller by name and code', () => {
    const { values } = mapOne(assetListings, { 项目编号: 'A1', 转让方名称: '某公司（原：某厂）', 转让方代码: USCC });
    expect(values['seller']).toEqual({
      name: '某公司',
      formerName: '某厂',
      partyRole: 'transferor',
      legalCode: USCC,
      uscc: USCC,
      organizationCode: 'MA6KXB3M5',
    });
  });

  it('are deleted by a line through the row', () => {
    expect(mapOne(assetListings, { 项目编号: 'A1' }, { deleted: true }).deleted).toBe(true);
  });
});

describe('a price beside its appraisal', () => {
  const both = (listed: string, appraised: string) =>
    mapOne(assetListings, { 项目编号: 'A1', 挂牌价: listed, 评估值: appraised });

  it.each([
    ['0.0012', '12', ['挂牌价 money_unit_mismatch loaded → 12']],
    ['12', '0.0012', ['评估值 money_unit_mismatch loaded → 12']],
    ['90000', '9', ['挂牌价 money_unit_mismatch loaded → 900000000']],
    ['12', '11', []],
    ['12', '1', []],
    ['9999999999', '12', ['挂牌价 money_absurd quarantined']],
    ['400000', '390000', ['挂牌价 money_absurd quarantined', '评估值 money_absurd quarantined']],
  ])('%s and %s', (listed, appraised, issues) => {
    expect(both(listed, appraised).issues).toEqual(issues);
  });
});

describe('equity listings', () => {
  check(
    equityListings,
    { 标的企业名称: '某公司', 标的企业代码: USCC, 转让比例: '51%', 净资产评估值: '100', 挂牌价: '51' },
    {
      companyName: '某公司',
      companyCode: USCC,
      percent: '51',
      appraisedNetAssets: '1000000',
      listedPrice: '510000',
    },
  );
  check(equityListings, { 标的企业代码: '5.40102E+17' }, {}, ['标的企业代码 code_rounded loaded']);

  it('mention the company and the seller', () => {
    const { values } = mapOne(equityListings, { 项目编号: 'G1', 标的企业名称: '甲公司', 转让方名称: '乙公司' });
    expect(values['subject']).toEqual({ name: '甲公司', partyRole: 'subject_company' });
    expect(values['seller']).toEqual({ name: '乙公司', partyRole: 'transferor' });
  });
});
