/** What only the company of other records shows: orphans, parties outside the library, slips of unit. */
import { beforeEach, describe, expect, it } from 'vitest';
import { construction } from '../../../pipelines/systems/construction.ts';
import { type Centre, useCentre } from '../../setup/centre.ts';
import type { Tables } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(construction);

beforeEach(() => {
  centre = openCentre();
});

const OLD = '76191136-X';
const library: Tables = { QY_JBXX: [{ qyID: OLD, qymc: '甲公司' }] };
/** A project of 1,000 万元 with one section of 800 万元. */
const section: Tables = {
  GC_ZBXM: [{ ZBXMID: 'P', XMMC: '某路', ZTZ: '1000' }],
  GC_BD: [{ BDID: 'S', ZBXMID: 'P', GSJ: '800' }],
};
const bid = (TBID: string, TBBJ: string, BZJ: string | null = null) => ({
  TBID,
  BDID: 'S',
  TBRMC: '甲公司',
  TBBJ,
  BZJ,
});

describe('references', () => {
  it('to the library keep the key as delivered', async () => {
    await centre.run({ ...library, ...section, GC_TB: [{ TBID: '1', BDID: 'S', qyID: OLD, TBRMC: '甲公司' }] });
    expect(await centre.issues()).toEqual([]);
    const [row] = await centre.database.query(`
      select p.name from canonical.tender_bids b join canonical.parties p on p.id = b.bidder_id`);
    expect(row).toEqual({ name: '甲公司' });
  });

  it('to a bidder that was never entered cost the bid only the reference', async () => {
    await centre.run({ ...library, ...section, GC_TB: [{ TBID: '1', BDID: 'S', qyID: '76191136X', TBRMC: '甲公司' }] });
    expect(await centre.issues()).toEqual(['GC_TB 1 qyID dangling_party']);
    expect(await centre.rows('tender_bids', 'bidder_name, bidder_id')).toEqual([
      { bidder_name: '甲公司', bidder_id: null },
    ]);
    expect(await centre.rows('party_mentions', 'name, organization_code, party_id', "role = 'bidder'")).toEqual([
      { name: '甲公司', organization_code: '76191136X', party_id: null },
    ]);
  });

  it('to parents that were never delivered quarantine the row', async () => {
    await centre.run({
      ...library,
      ...section,
      QY_ZZ: [{ ZZID: '1', qyID: '9994802785' }],
      XY_PF: [{ PFID: '1', qyID: '9994802785' }],
      GC_GG: [{ GGID: '1', ZBXMID: 'X' }],
      GC_KBJL: [{ KBID: '1', BDID: 'X' }],
      GC_HT: [{ HTID: '1', BDID: 'X' }],
    });
    expect(await centre.issues()).toEqual([
      'GC_GG 1 ZBXMID orphan',
      'GC_HT 1 BDID orphan',
      'GC_KBJL 1 BDID orphan',
      'QY_ZZ 1 qyID orphan',
      'XY_PF 1 qyID orphan',
    ]);
  });

  it('to a deleted company are no orphans', async () => {
    await centre.run({ QY_JBXX: [{ qyID: OLD, DataState: '-1' }], QY_ZZ: [{ ZZID: '1', qyID: OLD }] });
    expect(await centre.issues()).toEqual(['QY_ZZ 1 qyID parent_not_live']);
    expect(await centre.rows('party_qualifications', 'parent_deleted')).toEqual([{ parent_deleted: 't' }]);
  });

  it('of a tender project and of specialties are to parts of the same record', async () => {
    await centre.run({ ...section, ZJ_JBXX: [{ ZJID: '1', xm: '扎西', ZYDM: 'A010104;A010105' }] });
    const [projects] = await centre.database.query(`
      select count(*) from canonical.tender_projects t join canonical.projects p on p.id = t.project_id`);
    const [specialties] = await centre.database.query(`
      select count(*) from canonical.expert_specialties s join canonical.experts e on e.id = s.expert_id`);
    expect([projects, specialties]).toEqual([{ count: '1' }, { count: '2' }]);
  });
});

describe('amounts in another unit', () => {
  it.each<[string, Tables, string[]]>([
    ['none', { GC_TB: [bid('1', '790', '16'), bid('2', '700', '16')] }, []],
    ['a price in 元', { GC_TB: [bid('1', '7900000'), bid('2', '790')] }, ['GC_TB 1 TBBJ money_unit_mismatch']],
    [
      'a deposit in 亿元',
      { GC_TB: [bid('1', '790', '0.0016'), bid('2', '790', '16')] },
      ['GC_TB 1 BZJ money_unit_mismatch'],
    ],
    ['a small deposit', { GC_TB: [bid('1', '790', '2'), bid('2', '790', '80')] }, []],
    ['a result', { GC_ZBJG: [{ ZBID: '1', BDID: 'S', ZBJ: '0.079' }] }, ['GC_ZBJG 1 ZBJ money_unit_mismatch']],
    ['a candidate', { GC_HXR: [{ HXRID: '1', BDID: 'S', TBBJ: '7900000' }] }, ['GC_HXR 1 TBBJ money_unit_mismatch']],
    [
      'a contract whose unit is wrong',
      { GC_HT: [{ HTID: '1', BDID: 'S', HTJE: '790', HTJE_DW: '元' }] },
      ['GC_HT 1 HTJE money_unit_mismatch'],
    ],
    ['a contract', { GC_HT: [{ HTID: '1', BDID: 'S', HTJE: '7900000', HTJE_DW: '元' }] }, []],
  ])('%s', async (_title, tables, issues) => {
    await centre.run({ ...section, ...tables });
    expect(await centre.issues()).toEqual(issues);
  });

  it.each([
    ['8000000', ['GC_BD S GSJ money_unit_mismatch']],
    ['0.08', ['GC_BD S GSJ money_unit_mismatch']],
    // A survey of one hundredth, and one of a thousandth: small, no slip.
    ['10', []],
    ['1', []],
  ])('a section of %s 万元 in a project of 1,000', async (GSJ, issues) => {
    await centre.run({ ...section, GC_BD: [{ BDID: 'S', ZBXMID: 'P', GSJ }] });
    expect(await centre.issues()).toEqual(issues);
  });

  it('that no slip explains is absurd', async () => {
    await centre.run({ ...section, GC_HXR: [{ HXRID: '1', BDID: 'S', TBBJ: '888888888888' }] });
    expect(await centre.quarantine()).toEqual(['GC_HXR 1 open']);
  });
});
