import { beforeEach, describe, expect, it } from 'vitest';
import { stateassets } from '../../../pipelines/systems/stateassets.ts';
import { Centre, useCentre } from '../../setup/centre.ts';
import type { Tables } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

/** One package of a project without budget, and the amounts of its bids; every amount in 元. */
function package1(budget: string | null, prices: readonly string[], deposits: readonly string[] = []): Tables {
  return {
    CG_XM: [{ XMID: '1', XMBH: 'P1', XMMC: '设备采购' }],
    CG_FB: [{ FBID: '1', XMID: '1', YSJE: budget }],
    CG_TB: prices.map((BJ, index) => ({
      TBID: String(index + 1),
      FBID: '1',
      GYS_MC: '甲公司',
      BJ,
      BZJ: deposits[index] ?? null,
    })),
  };
}

function ofProject(YSJE: string, tables: Tables): Tables {
  return { ...tables, CG_XM: [{ XMID: '1', XMBH: 'P1', XMMC: '设备采购', YSJE }] };
}

interface Case {
  readonly title: string;
  readonly tables: Tables;
  readonly issues: readonly string[];
  readonly quarantined?: readonly string[];
}

const CASES: readonly Case[] = [
  { title: 'amounts of one magnitude', tables: package1('1000000', ['980000', '120000', '9000000']), issues: [] },
  {
    title: 'one bid typed in 万元 among good ones: the bid is blamed',
    tables: package1('1000000', ['980000', '98.5', '970000']),
    issues: ['CG_TB 2 BJ money_unit_mismatch'],
  },
  {
    title: 'most bids against the budget: the budget is blamed, once',
    tables: package1('98.5', ['980000', '985000', '970000']),
    issues: ['CG_FB 1 YSJE money_unit_mismatch'],
  },
  {
    title: 'most bids against a budget that agrees with its project: the bids are blamed',
    tables: ofProject('1000000', package1('1000000', ['98', '98.5', '970000'])),
    issues: ['CG_TB 1 BJ money_unit_mismatch', 'CG_TB 2 BJ money_unit_mismatch'],
  },
  {
    title: 'a package of a hundredth of its project',
    tables: ofProject('10000000', package1('100000', ['98000'])),
    issues: [],
  },
  {
    title: 'a lone pair of small amounts: the smaller one is blamed',
    tables: package1('1000000', ['98.5']),
    issues: ['CG_TB 1 BJ money_unit_mismatch'],
  },
  {
    title: 'a lone pair of large amounts: the larger one is blamed',
    tables: package1('2000000', ['19000000000']),
    issues: ['CG_TB 1 BJ money_unit_mismatch'],
  },
  {
    title: 'an absurd amount that no slip explains waits in quarantine',
    tables: package1('1000000', ['99999999999999', '980000']),
    issues: ['CG_TB 1 BJ money_absurd'],
    quarantined: ['CG_TB 1 open'],
  },
  {
    title: 'an absurd amount without a neighbour waits in quarantine',
    tables: package1(null, ['3000000000.01', '3000000000']),
    issues: ['CG_TB 1 BJ money_absurd'],
    quarantined: ['CG_TB 1 open'],
  },
  {
    title: 'a deposit of 2 % of the budget',
    tables: package1('1000000', ['980000', '970000'], ['20000', '10000']),
    issues: [],
  },
  {
    title: 'a deposit typed in 万元',
    tables: package1('1000000', ['980000', '970000', '960000'], ['20000', '2', '20000']),
    issues: ['CG_TB 2 BZJ money_unit_mismatch'],
  },
  { title: 'a bid of nothing is compared with nothing', tables: package1('1000000', ['0']), issues: [] },
];

describe('amounts beside their neighbours', () => {
  it.each(CASES)('$title', async ({ tables, issues, quarantined = [] }) => {
    await centre.run(tables);
    expect(await centre.issues()).toEqual(issues);
    expect(await centre.quarantine()).toEqual(quarantined);
  });

  it('are loaded as delivered, and the issue says both', async () => {
    await centre.run(package1('1000000', ['980000', '98.5', '970000']));
    const [row] = await centre.database.query('select loaded_value, detail, disposition, position from ops.issues');
    expect(row).toEqual({ loaded_value: '98.5', detail: '98.5 : 1000000', disposition: 'loaded', position: 'CG_TB:2' });
    expect(await centre.rows('purchase_bids', 'trim_scale(price) as price')).toEqual([
      { price: '980000' },
      { price: '98.5' },
      { price: '970000' },
    ]);
  });

  it('of bids and project against the budget of a package blame it once', async () => {
    await centre.run(ofProject('1000000', package1('98.5', ['980000', '985000'])));
    expect(await centre.issues()).toEqual(['CG_FB 1 YSJE money_unit_mismatch']);
  });

  it('blame on a parent is withdrawn when the parent is mended', async () => {
    await centre.run(package1('98.5', ['980000', '985000']));
    expect(await centre.issues()).toEqual(['CG_FB 1 YSJE money_unit_mismatch']);
    await centre.run(package1('985000', ['980000', '985000']));
    expect(await centre.issues()).toEqual([]);
  });

  it('of a deal are those of the listing it belongs to', async () => {
    const assets = new Centre(centre.database, stateassets);
    const listing = { 标的名称: '旧车', 评估值: '12', 挂牌价: '12.5' };
    await assets.run({
      实物资产挂牌: [
        { 项目编号: 'A1', ...listing },
        { 项目编号: 'A2', ...listing },
      ],
      成交结果: [
        { 项目编号: 'A1', 标的名称: '旧车', 成交价: '13' },
        { 项目编号: 'A2', 标的名称: '旧车', 成交价: '0.0013' },
        { 项目编号: 'X9', 标的名称: '不知何物', 成交价: '13' },
      ],
    });
    expect(await assets.issues()).toEqual(['成交结果 A2 成交价 money_unit_mismatch']);
    expect(
      await assets.rows(
        'property_deals',
        'source_key, asset_listing_id is not null as asset, equity_listing_id as equity',
      ),
    ).toEqual([
      { source_key: 'A1', asset: 't', equity: null },
      { source_key: 'A2', asset: 't', equity: null },
      { source_key: 'X9', asset: 'f', equity: null },
    ]);
  });
});
