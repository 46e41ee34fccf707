import { beforeEach, describe, expect, it } from 'vitest';
import { landmining } from '../../../pipelines/systems/landmining.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Tables } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(landmining);

beforeEach(() => {
  centre = openCentre();
});

const PARCEL = { dk_id: '1', dkbh: '甲1', qsj: '2000', qsj_dw: '万元', del_flag: 'f' };
const DEAL = { cj_id: '1', dk_id: '1', srr_mc: '西藏甲公司', del_flag: 'f' };
const RIGHT = { kq_id: '1', xmmc: '某金矿', del_flag: 'f' };

function priced(cjj: string, cjj_dw: string | null): Tables {
  return { td_dk: [PARCEL], td_cj: [{ ...DEAL, cjj, cjj_dw }] };
}

/** What one right was announced for, time after time, and what it went for; 万元. */
function granted(announced: readonly string[], cjj: string): Tables {
  return {
    kq_kyq: [RIGHT, { kq_id: '2', xmmc: '邻矿' }],
    kq_crgg: [
      ...announced.map((qsj, index) => ({ gg_id: `g${index}`, kq_id: '1', qsj })),
      { gg_id: 'other', kq_id: '2', qsj: '0.2' },
    ],
    kq_cjjg: [{ jg_id: '1', kq_id: '1', jdr_mc: '扎西', cjj }],
  };
}

describe('the price of a deal beside the starting price', () => {
  it.each<[string, string, string | null, string[]]>([
    ['higher', '3849.3585', '万元', []],
    ['in 元 beside 万元', '38493585', '元', []],
    ['in 元 under the unit 万元', '21186917', '万元', ['td_cj 1 cjj money_unit_mismatch']],
    ['in 万元 under the unit 元', '2118.6917', '元', ['td_cj 1 cjj money_unit_mismatch']],
    ['without a unit: 万元', '2118.6917', null, ['td_cj 1 cjj money_unit_missing']],
    ['that no slip explains', '99999999999999', '元', ['td_cj 1 cjj money_absurd']],
  ])('%s', async (_title, figure, unit, issues) => {
    await centre.run(priced(figure, unit));
    expect(await centre.issues()).toEqual(issues);
  });
});

describe('the price of a result beside its announcement', () => {
  it.each<[string, string[], string, string[]]>([
    ['of one magnitude', ['4329.6079'], '3758.1495', []],
    ['typed in 元', ['4329.6079'], '37581495', ['kq_cjjg 1 cjj money_unit_mismatch']],
    ['typed in 亿元', ['4329.6079'], '0.3758', ['kq_cjjg 1 cjj money_unit_mismatch']],
    ['against two announcements is blamed once', ['4329', '4100'], '37581495', ['kq_cjjg 1 cjj money_unit_mismatch']],
    ['that one of two announcements contradicts', ['0.4', '4100'], '3758', ['kq_crgg g0 qsj money_unit_mismatch']],
    ['that no slip explains', ['4329.6079'], '999999999999', ['kq_cjjg 1 cjj money_absurd']],
    ['that was never announced', [], '3758.1495', []],
  ])('%s', async (_title, announced, price, issues) => {
    await centre.run(granted(announced, price));
    expect(await centre.issues()).toEqual(issues);
  });
});

describe('references', () => {
  it('to parcels and rights that were never delivered make orphans', async () => {
    await centre.run({
      td_dk: [PARCEL],
      td_cj: [{ ...DEAL, dk_id: '9' }],
      kq_kyq: [RIGHT],
      kq_crgg: [{ gg_id: 'g1', kq_id: '9' }],
      kq_cjjg: [{ jg_id: '1', kq_id: '9' }],
    });
    expect(await centre.issues()).toEqual([
      'kq_cjjg 1 kq_id orphan',
      'kq_crgg g1 kq_id orphan',
      'td_cj 1 dk_id orphan',
    ]);
    expect(await centre.quarantine()).toEqual(['kq_cjjg 1 open', 'kq_crgg g1 open', 'td_cj 1 open']);
  });

  it('to a bidder nobody knows cost the record only the reference', async () => {
    await centre.run({ td_jmr: [{ jmr_id: '1', mc: '扎西' }], td_dk: [PARCEL], td_cj: [{ ...DEAL, jmr_id: '9' }] });
    expect(await centre.issues()).toEqual(['td_cj 1 jmr_id dangling_party']);
    expect(await centre.rows('land_deals', 'buyer_name, buyer_id')).toEqual([
      { buyer_name: '西藏甲公司', buyer_id: null },
    ]);
    expect(await centre.rows('party_mentions', 'name, party_id', "role = 'buyer'")).toEqual([
      { name: '西藏甲公司', party_id: null },
    ]);
  });

  it('to a deleted parcel keep the deal, which says so', async () => {
    await centre.run({ td_dk: [{ ...PARCEL, del_flag: 't' }], td_cj: [DEAL] });
    expect(await centre.issues()).toEqual(['td_cj 1 dk_id parent_not_live']);
    expect(await centre.rows('land_deals', 'parent_deleted, source_deleted_at')).toEqual([
      { parent_deleted: 't', source_deleted_at: null },
    ]);
  });
});

describe('the parcels of an announcement', () => {
  const announce = (dkbh_list: string): Tables => ({ td_crgg: [{ gg_id: 'g1', dkbh_list, lxdw: '某局' }] });
  const numbers = async (): Promise<string[]> => {
    const rows = await centre.rows('announced_parcels', 'parcel_code', 'true');
    return rows.map(({ parcel_code: number }) => number ?? '').sort();
  };

  it('follow its list: what a later version no longer names is gone', async () => {
    await centre.run(announce('甲1、甲2、甲3'));
    expect(await numbers()).toEqual(['甲1', '甲2', '甲3']);
    await centre.run(announce('甲1，甲4'));
    expect(await numbers()).toEqual(['甲1', '甲4']);
    await centre.run(announce('甲1，甲4'));
    expect(await centre.counts('td_crgg')).toMatchObject({ read: '1', unchanged: '1' });
  });

  it('meet the register by their number', async () => {
    await centre.run({ td_dk: [PARCEL], ...announce('甲1、甲2') });
    const met = await centre.database.query(
      `select a.parcel_code, p.source_key from canonical.announced_parcels a
       left join canonical.land_parcels p on p.system = a.system and p.code = a.parcel_code order by 1`,
    );
    expect(met).toEqual([
      { parcel_code: '甲1', source_key: '1' },
      { parcel_code: '甲2', source_key: null },
    ]);
  });
});

it('the same key twice: a repetition is skipped, a contradiction waits', async () => {
  await centre.run({ td_dk: [PARCEL, PARCEL, { ...PARCEL, dkbh: '乙1' }] });
  expect(await centre.issues()).toEqual(['td_dk 1 duplicate_key_conflict', 'td_dk 1 duplicate_key_exact']);
  expect(await centre.rows('land_parcels', 'code')).toEqual([{ code: '甲1' }]);
});
