/** A deletion that carries nothing but the key. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readAmountBalances } from '../../../database/read/balances.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import { changes } from '../../setup/last-counts.ts';
import type { Cells } from '../../setup/memory-connector.ts';
import { takeSnapshot } from '../../setup/snapshot.ts';

const LATER = { now: new Date('2020-12-02T18:30:00Z') };
const DELETED_AT = '2020-12-02 16:00:00+00';

let centre: Centre;
const openCentre = useCentre(changes);

beforeEach(() => {
  centre = openCentre();
});

const PROJECT: Cells = {
  XMID: '1',
  XMBH: 'P1',
  XMMC: '采购',
  CGR_MC: '拉萨市财政局',
  YSJE: '10',
  IS_DEL: '0',
  XGSJ: '2020-11-30 09:00:00',
};
const GONE: Cells = { XMID: '1', IS_DEL: '1', XGSJ: '2020-12-02 09:00:00' };
const projects = () =>
  centre.rows('purchase_projects', 'code, name, trim_scale(budget) as budget, source_deleted_at, stale');
const mentions = () => centre.rows('party_mentions', 'name, source_deleted_at', `role = 'purchaser'`);
const LIVE = { code: 'P1', name: '采购', budget: '10', source_deleted_at: null, stale: 'f' };

describe('a bare deletion', () => {
  it('marks every row of the record and leaves its values', async () => {
    await centre.run({ CG_XM: [PROJECT] });
    const { status } = await centre.run({ CG_XM: [GONE] }, LATER);
    expect(status).toBe('green');
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', deleted: '1' });
    expect(await projects()).toEqual([{ ...LIVE, source_deleted_at: DELETED_AT }]);
    expect(await mentions()).toEqual([{ name: '拉萨市财政局', source_deleted_at: DELETED_AT }]);
    expect(await centre.issues()).toEqual([]);
  });

  it('leaves the values with the raw record they came from', async () => {
    await centre.run({ CG_XM: [PROJECT] });
    await centre.run({ CG_XM: [GONE] }, LATER);
    const rows = await centre.database.query(
      `select r._state as state, r."XMMC" as name from canonical.purchase_projects c
       join raw.procurement_cg_xm r on r._source_key = c.source_key and r._hash = c.raw_hash`,
    );
    expect(rows).toEqual([{ state: 'past', name: '采购' }]);
  });

  it('changes nothing the second time', async () => {
    await centre.run({ CG_XM: [PROJECT] });
    await centre.run({ CG_XM: [GONE] }, LATER);
    const before = await takeSnapshot(centre.database, 'all');
    await centre.run({ CG_XM: [GONE] }, { now: new Date('2020-12-05T18:30:00Z') });
    expect(await takeSnapshot(centre.database, 'all')).toEqual(before);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', unchanged: '1' });
  });

  it('of a record that never was there is loaded as a deleted row with its key', async () => {
    await centre.run({ CG_XM: [GONE] }, LATER);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', deleted: '1' });
    expect(await projects()).toEqual([
      { code: null, name: null, budget: null, source_deleted_at: DELETED_AT, stale: 'f' },
    ]);
    expect(await mentions()).toEqual([]);
    expect(await centre.issues()).toEqual([]);
    const before = await takeSnapshot(centre.database, 'all');
    await centre.run({ CG_XM: [GONE] });
    expect(await takeSnapshot(centre.database, 'all')).toEqual(before);
  });

  it('finds nothing wrong beside other records of a stream that is there', async () => {
    await centre.run({ CG_XM: [{ ...PROJECT, XMID: '2' }] });
    await centre.run({ CG_XM: [{ ...PROJECT, XMID: '2' }, GONE] }, LATER);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '2', unchanged: '1', deleted: '1' });
    expect((await projects()).map(({ source_deleted_at: at }) => at)).toEqual([DELETED_AT, null]);
  });

  it('is over when the record is delivered again, as it was or otherwise', async () => {
    for (const again of [PROJECT, { ...PROJECT, XMMC: '新采购' }]) {
      await centre.run({ CG_XM: [PROJECT] });
      await centre.run({ CG_XM: [GONE] }, LATER);
      await centre.run({ CG_XM: [again] }, LATER);
      expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', updated: '1' });
      expect(await projects()).toEqual([{ ...LIVE, name: again['XMMC'] }]);
      expect((await mentions()).map(({ source_deleted_at: at }) => at)).toEqual([null]);
    }
  });

  it('and another deletion behind a new life are told apart', async () => {
    for (const row of [PROJECT, GONE, PROJECT, GONE]) await centre.run({ CG_XM: [row] }, LATER);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', deleted: '1' });
    expect(await projects()).toEqual([{ ...LIVE, source_deleted_at: DELETED_AT }]);
  });

  it('counts where it is the last of its delivery, and does not where it is not', async () => {
    await centre.run({ CG_XM: [PROJECT] });
    await centre.run({ CG_XM: [GONE, PROJECT] }, LATER);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '2', unchanged: '1', superseded: '1' });
    expect(await projects()).toEqual([LIVE]);
    await centre.run({ CG_XM: [{ ...PROJECT, XMMC: '新采购' }, GONE] }, LATER);
    expect(await projects()).toEqual([{ ...LIVE, source_deleted_at: DELETED_AT }]);
  });

  it('takes its children along', async () => {
    const lots = [{ FBID: '1', XMID: '1' }];
    await centre.run({ CG_XM: [PROJECT], CG_FB: lots });
    await centre.run({ CG_XM: [GONE], CG_FB: lots }, LATER);
    expect(await centre.rows('purchase_packages', 'parent_deleted')).toEqual([{ parent_deleted: 't' }]);
    expect(await centre.issues()).toEqual(['CG_FB 1 XMID parent_not_live']);
  });

  it('lets a record out of quarantine', async () => {
    await centre.run({ CG_XM: [PROJECT] });
    await centre.run({ CG_XM: [{ ...PROJECT, YSJE: '-1' }] });
    expect((await projects()).map(({ stale }) => stale)).toEqual(['t']);
    await centre.run({ CG_XM: [GONE] }, LATER);
    expect(await projects()).toEqual([{ ...LIVE, source_deleted_at: DELETED_AT }]);
    expect(await centre.quarantine()).toEqual(['CG_XM 1 closed loaded']);
  });

  it('keeps the amounts in balance', async () => {
    await centre.run({ CG_XM: [PROJECT, { ...PROJECT, XMID: '2' }] });
    await centre.run({ CG_XM: [GONE, { ...PROJECT, XMID: '2' }] }, LATER);
    const budget = (await readAmountBalances(centre.database, { systems: [] })).find(({ field }) => field === 'budget');
    expect(budget).toMatchObject({ source: '10', loaded: '10', target: '10', balances: true });
  });

  it('that could not be read waits', async () => {
    await centre.run({ CG_XM: [PROJECT] });
    const marks = () => ({ problems: [{ rule: 'invalid_bytes', severity: 'blocking' as const }] });
    await centre.run({ CG_XM: [GONE] }, { delivery: { marks } });
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', quarantined: '1' });
    expect(await projects()).toEqual([{ ...LIVE, stale: 't' }]);
  });
});

describe('a deletion with values', () => {
  it('brings its values, before and behind a bare one', async () => {
    const whole = { ...PROJECT, XMMC: '终稿', IS_DEL: '1' };
    await centre.run({ CG_XM: [PROJECT] });
    await centre.run({ CG_XM: [whole] }, LATER);
    expect(await projects()).toEqual([{ ...LIVE, name: '终稿', source_deleted_at: DELETED_AT }]);
    await centre.run({ CG_XM: [GONE] }, { now: new Date('2020-12-05T18:30:00Z') });
    expect(await projects()).toEqual([{ ...LIVE, name: '终稿', source_deleted_at: DELETED_AT }]);
    await centre.run({ CG_XM: [{ ...whole, XMMC: '又一稿' }] });
    expect(await projects()).toEqual([{ ...LIVE, name: '又一稿', source_deleted_at: DELETED_AT }]);
  });
});
