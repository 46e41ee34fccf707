/** A key that a complete delivery no longer holds. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

/** The Beijing day of the runs' 2020-11-30T18:30Z begins. */
const MIDNIGHT = '2020-11-30 16:00:00';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const purchasers = (...keys: string[]): readonly Cells[] =>
  keys.map((CGRID) => ({ CGRID, DWMC: `${CGRID}号单位`, ZT: '1' }));
const deleted = async (): Promise<string[]> =>
  (await centre.rows('parties', 'source_key', 'source_deleted_at is not null')).map((row) => row['source_key'] ?? '');

describe('a vanished key', () => {
  it('is deleted, its row stays', async () => {
    await centre.run({ CG_CGR: purchasers('1', '2', '3', '4', '5') });
    const later = new Date('2020-12-01T18:30:00Z');
    await centre.run({ CG_CGR: purchasers('1', '2', '3', '4') }, { now: later });
    expect(await centre.counts('CG_CGR')).toEqual({ status: 'green', read: '4', unchanged: '4', vanished: '1' });
    const rows = await centre.rows('parties', 'source_key, source_deleted_at', 'source_deleted_at is not null');
    expect(rows).toEqual([{ source_key: '5', source_deleted_at: '2020-12-01 16:00:00+00' }]);
  });

  it('is deleted once: the next delivery changes nothing', async () => {
    await centre.run({ CG_CGR: purchasers('1', '2', '3') });
    await centre.run({ CG_CGR: purchasers('1', '2') });
    await centre.run({ CG_CGR: purchasers('1', '2') }, { now: new Date('2021-01-01T00:00:00Z') });
    expect(await centre.counts('CG_CGR')).toEqual({ status: 'green', read: '2', unchanged: '2' });
    const rows = await centre.rows(
      'parties',
      "source_deleted_at at time zone 'UTC' as at",
      'source_deleted_at is not null',
    );
    expect(rows).toEqual([{ at: MIDNIGHT }]);
  });

  it('that is delivered again lives again', async () => {
    await centre.run({ CG_CGR: purchasers('1', '2', '3') });
    await centre.run({ CG_CGR: purchasers('1', '2') });
    expect(await deleted()).toEqual(['3']);
    await centre.run({ CG_CGR: purchasers('1', '2', '3') });
    expect(await deleted()).toEqual([]);
    expect(await centre.counts('CG_CGR')).toMatchObject({ status: 'green', read: '3', unchanged: '2' });
  });

  it('takes its children along, and they come back with it', async () => {
    const lots = (...keys: string[]) => keys.map((FBID) => ({ FBID, XMID: '1' }));
    const project = [{ XMID: '1', XMBH: 'P1' }];
    const bids = [{ TBID: '1', FBID: '3', GYS_MC: '甲公司' }];
    const mark = () => centre.rows('purchase_bids', 'parent_deleted');
    await centre.run({ CG_XM: project, CG_FB: lots('1', '2', '3'), CG_TB: bids });
    await centre.run({ CG_XM: project, CG_FB: lots('1', '2'), CG_TB: bids });
    expect(await mark()).toEqual([{ parent_deleted: 't' }]);
    expect(await centre.issues()).toEqual(['CG_TB 1 FBID parent_not_live']);
    await centre.run({ CG_XM: project, CG_FB: lots('1', '2', '3'), CG_TB: bids });
    expect(await mark()).toEqual([{ parent_deleted: 'f' }]);
    expect(await centre.issues()).toEqual([]);
  });

  it('is not believed where too many vanish: red, nothing deleted', async () => {
    await centre.run({ CG_CGR: purchasers('1', '2', '3', '4') });
    const { status } = await centre.run({ CG_CGR: purchasers('1', '2') });
    expect(status).toBe('red');
    expect(await centre.counts('CG_CGR')).toEqual({ status: 'red', read: '2', unchanged: '2', vanished: '2' });
    expect(await deleted()).toEqual([]);
  });

  it('means nothing where the delivery is not complete', async () => {
    await centre.run({ CG_CGR: purchasers('1', '2', '3') });
    await centre.run({ CG_CGR: purchasers('1', '2') }, { complete: false });
    expect(await centre.counts('CG_CGR')).toEqual({ status: 'green', read: '2', unchanged: '2' });
    expect(await deleted()).toEqual([]);
  });

  it('means nothing where deletion is a flag', async () => {
    const suppliers = (...keys: string[]) => keys.map((GYSID) => ({ GYSID, MC: `${GYSID}公司`, IS_DEL: '0' }));
    await centre.run({ CG_GYS: suppliers('1', '2', '3') });
    await centre.run({ CG_GYS: suppliers('1', '2') });
    expect(await centre.counts('CG_GYS')).toMatchObject({ status: 'green', read: '2', unchanged: '2' });
    expect(await deleted()).toEqual([]);
  });

  it('that waits in quarantine is no vanished key', async () => {
    await centre.run({
      CG_DLJG: [
        { DLID: '1', JGMC: '甲' },
        { DLID: '2', JGMC: '乙' },
      ],
    });
    await centre.run({
      CG_DLJG: [
        { DLID: '1', JGMC: '甲' },
        { DLID: '2', JGMC: '乙', ZCZB: '-1' },
      ],
    });
    expect(await centre.counts('CG_DLJG')).toEqual({ status: 'green', read: '2', unchanged: '1', quarantined: '1' });
    expect(await deleted()).toEqual([]);
  });
});

describe('a deletion flag', () => {
  it('deletes the record, and lifting it restores it', async () => {
    const supplier = (IS_DEL: string) => ({ CG_GYS: [{ GYSID: '1', MC: '甲公司', IS_DEL }] });
    await centre.run(supplier('0'));
    await centre.run(supplier('1'));
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '1', deleted: '1' });
    expect(await deleted()).toEqual(['1']);
    await centre.run(supplier('1'));
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '1', unchanged: '1' });
    await centre.run(supplier('0'));
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '1', updated: '1' });
    expect(await deleted()).toEqual([]);
  });
});
