import { beforeEach, describe, expect, it } from 'vitest';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const project = (XMID: string, more: Cells = {}): Cells => ({ XMID, XMBH: `P${XMID}`, XMMC: '办公设备采购', ...more });
const lot = (FBID: string, XMID: string): Cells => ({ FBID, XMID, FBMC: '第一包' });
const bid = (TBID: string, FBID: string, more: Cells = {}): Cells => ({ TBID, FBID, GYS_MC: '西藏甲公司', ...more });
const supplier = (GYSID: string, more: Cells = {}): Cells => ({ GYSID, GYSLX: '1', MC: '西藏甲公司', ...more });

describe('a parent', () => {
  it('that was never delivered makes an orphan', async () => {
    const { status } = await centre.run({ CG_XM: [project('1')], CG_FB: [lot('1', '1'), lot('2', '9')] });
    expect(status).toBe('green');
    expect(await centre.issues()).toEqual(['CG_FB 2 XMID orphan']);
    expect(await centre.quarantine()).toEqual(['CG_FB 2 open']);
    expect(await centre.rows('purchase_packages', 'source_key')).toEqual([{ source_key: '1' }]);
  });

  it('that comes later lets the orphan in', async () => {
    await centre.run({ CG_FB: [lot('2', '9')] });
    await centre.run({ CG_XM: [project('9')], CG_FB: [lot('2', '9')] });
    expect(await centre.issues()).toEqual([]);
    expect(await centre.quarantine()).toEqual(['CG_FB 2 closed loaded']);
    expect(await centre.counts('CG_FB')).toEqual({ status: 'green', read: '1', inserted: '1' });
  });

  it('that is deleted keeps its children, marked', async () => {
    await centre.run({ CG_XM: [project('1', { IS_DEL: '1' })], CG_FB: [lot('1', '1')], CG_TB: [bid('1', '1')] });
    expect(await centre.issues()).toEqual(['CG_FB 1 XMID parent_not_live', 'CG_TB 1 FBID parent_not_live']);
    expect(await centre.rows('purchase_packages', 'source_key, parent_deleted')).toEqual([
      { source_key: '1', parent_deleted: 't' },
    ]);
    expect(await centre.rows('purchase_bids', 'source_key, parent_deleted')).toEqual([
      { source_key: '1', parent_deleted: 't' },
    ]);
    // What the record mentions goes with it.
    expect(await centre.rows('party_mentions', 'role, parent_deleted', `stream = 'CG_TB'`)).toEqual([
      { role: 'bidder', parent_deleted: 't' },
    ]);
  });

  it('that is restored unmarks its children, and the issue is closed', async () => {
    const children = { CG_FB: [lot('1', '1')], CG_TB: [bid('1', '1')] };
    await centre.run({ CG_XM: [project('1', { IS_DEL: '1' })], ...children });
    await centre.run({ CG_XM: [project('1', { IS_DEL: '0' })], ...children });
    expect(await centre.issues()).toEqual([]);
    expect(await centre.rows('purchase_packages', 'parent_deleted')).toEqual([{ parent_deleted: 'f' }]);
    expect(await centre.counts('CG_FB')).toEqual({ status: 'green', read: '1', updated: '1' });
  });

  it('that waits in quarantine makes no orphan', async () => {
    await centre.run({ CG_XM: [project('1', { YSJE: '-5' })], CG_FB: [lot('1', '1')] });
    expect(await centre.issues()).toEqual(['CG_FB 1 XMID parent_not_live', 'CG_XM 1 YSJE money_negative']);
    expect(await centre.rows('purchase_packages', 'source_key, parent_deleted')).toEqual([
      { source_key: '1', parent_deleted: 'f' },
    ]);
  });
});

describe('a party', () => {
  it('that is not in its register costs only the reference', async () => {
    await centre.run({ CG_XM: [project('1')], CG_FB: [lot('1', '1')], CG_TB: [bid('1', '1', { GYSID: '7' })] });
    expect(await centre.issues()).toEqual(['CG_TB 1 GYSID dangling_party']);
    expect(await centre.rows('purchase_bids', 'bidder_name, bidder_id')).toEqual([
      { bidder_name: '西藏甲公司', bidder_id: null },
    ]);
    expect(await centre.rows('party_mentions', 'name, party_id', "role = 'bidder'")).toEqual([
      { name: '西藏甲公司', party_id: null },
    ]);
  });

  it('that arrives later is referred to, and the issue is closed', async () => {
    const rest = { CG_XM: [project('1')], CG_FB: [lot('1', '1')], CG_TB: [bid('1', '1', { GYSID: '7' })] };
    await centre.run(rest);
    await centre.run({ ...rest, CG_GYS: [supplier('7')] });
    expect(await centre.issues()).toEqual([]);
    expect(await centre.counts('CG_TB')).toEqual({ status: 'green', read: '1', updated: '1' });
    const [party] = await centre.rows('parties', 'id');
    expect(await centre.rows('purchase_bids', 'bidder_id as id')).toEqual([party]);
    expect(await centre.rows('party_mentions', 'party_id as id', "role = 'bidder'")).toEqual([party]);
  });

  it('does not dangle where it is deleted at the source', async () => {
    await centre.run({
      CG_GYS: [supplier('7', { IS_DEL: '1' })],
      CG_XM: [project('1')],
      CG_FB: [lot('1', '1')],
      CG_TB: [bid('1', '1', { GYSID: '7' })],
    });
    expect(await centre.issues()).toEqual([]);
  });

  it('is not judged where its register could not be read', async () => {
    const tables = { CG_XM: [project('1')], CG_FB: [lot('1', '1')], CG_TB: [bid('1', '1', { GYSID: '7' })] };
    const { status } = await centre.run(tables, { delivery: { unreadable: ['CG_GYS'] } });
    expect(status).toBe('failed');
    expect(await centre.issues('dangling_party')).toEqual([]);
  });
});
