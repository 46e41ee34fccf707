/** States of a record of which the latest counts, in whatever order deliveries bring them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { shigatse } from '../../../pipelines/systems/shigatse.ts';
import { useCentre, type Centre } from '../../setup/centre.ts';
import type { Cells } from '../../setup/memory-connector.ts';

let centre: Centre;
const openCentre = useCentre(shigatse);

beforeEach(() => {
  centre = openCentre();
});

const FIRST = '20201201010000';
const SECOND = '20201202010000';
const THIRD = '20201203010000';
const project = (XMMC: string, GXSJ: string, more: Cells = {}): Cells => {
  return { BZ: 'U', XMID: '1', XMMC, LB: 'A01', GXSJ, ...more };
};
const deletion = (GXSJ: string): Cells => ({ BZ: 'D', XMID: '1', GXSJ });
const BAD = { JE: '-1' };
const names = async () => (await centre.rows('tender_projects', 'name')).map(({ name }) => name);
const deliver = (...rows: readonly Cells[]) => centre.run({ xmxx: rows });
const changes = (...rows: readonly Cells[]) =>
  centre.run({ xmxx: rows }, { complete: false, handedOver: true, day: '2020-12-02' });

describe('within a delivery', () => {
  it('the later time counts, whichever stands first', async () => {
    await deliver(project('乙', SECOND), project('甲', FIRST));
    expect(await names()).toEqual(['乙']);
    expect(await centre.counts('xmxx')).toEqual({ status: 'green', read: '2', inserted: '1', superseded: '1' });
  });

  it('of two that differ at one moment the first loads, an exact repetition is skipped', async () => {
    await deliver(project('甲', FIRST), project('乙', FIRST), project('甲', FIRST));
    expect(await names()).toEqual(['甲']);
    expect(await centre.issues()).toEqual(['xmxx 1 duplicate_key_conflict', 'xmxx 1 duplicate_key_exact']);
  });

  it('a bad state before a good one is over', async () => {
    await deliver(project('甲', FIRST, BAD), project('乙', SECOND));
    expect(await names()).toEqual(['乙']);
    expect(await centre.issues()).toEqual([]);
  });

  it('a record without a time is neither later nor earlier', async () => {
    await deliver(project('甲', ''), project('乙', SECOND));
    expect(await centre.issues()).toEqual(['xmxx 1 duplicate_key_conflict']);
  });
});

describe('a day that comes late', () => {
  it('does not put an earlier state back', async () => {
    await deliver(project('乙', SECOND));
    await changes(project('甲', FIRST));
    expect(await names()).toEqual(['乙']);
    expect(await centre.counts('xmxx')).toEqual({ status: 'green', read: '1', superseded: '1' });
  });

  it('does not bring back what was deleted since', async () => {
    await deliver(project('甲', FIRST));
    await changes(deletion(THIRD));
    await changes(project('乙', SECOND));
    const [row] = await centre.rows('tender_projects', 'name, source_deleted_at is not null as deleted');
    expect(row).toEqual({ name: '甲', deleted: 't' });
  });

  it('leaves what waits in quarantine waiting', async () => {
    await deliver(project('甲', FIRST));
    await changes(project('丙', THIRD, BAD));
    await changes(project('乙', SECOND));
    expect(await names()).toEqual(['甲']);
    expect(await centre.quarantine()).toEqual(['xmxx 1 open']);
    await changes(project('丁', '20201204010000'));
    expect(await names()).toEqual(['丁']);
    expect(await centre.quarantine()).toEqual(['xmxx 1 closed loaded']);
  });

  it('counts where it brings something newer', async () => {
    await deliver(project('甲', FIRST));
    await changes(project('乙', SECOND));
    expect(await names()).toEqual(['乙']);
  });
});
