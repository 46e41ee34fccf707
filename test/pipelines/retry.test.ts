/** Trying quarantined records again from the raw layer, without the legacy system. */
import { beforeEach, describe, expect, it } from 'vitest';
import { retryQuarantine, type RetryOptions } from '../../pipelines/retry.ts';
import { NOW, useCentre, type Centre } from '../setup/centre.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

function retry(options: Partial<RetryOptions> = {}) {
  return retryQuarantine({
    database: centre.database,
    declaration: centre.declaration,
    chunkSize: 100,
    operator: 'tester',
    now: NOW,
    signal: new AbortController().signal,
    progress: () => undefined,
    ...options,
  });
}

const lots = ['1', '2', '3'].map((FBID) => ({ FBID, XMID: '9', FBMC: `第${FBID}包` }));

describe('a retry', () => {
  it('where nothing waits is none', async () => {
    await centre.run({ CG_XM: [{ XMID: '9' }], CG_FB: lots });
    expect(await retry()).toBeNull();
  });

  it('lets orphans in whose parent has come', async () => {
    await centre.run({ CG_FB: lots });
    await centre.run({ CG_XM: [{ XMID: '9' }] });
    expect(await retry()).toMatchObject({ status: 'green' });
    expect(await centre.issues()).toEqual([]);
    expect(await centre.quarantine()).toEqual(lots.map(({ FBID }) => `CG_FB ${FBID} closed loaded`));
    expect(await centre.rows('purchase_packages', 'name, stale')).toEqual(
      lots.map(({ FBMC }) => ({ name: FBMC, stale: 'f' })),
    );
  });

  it('that cures nothing changes nothing', async () => {
    await centre.run({ CG_XM: [{ XMID: '1', YSJE: '-1' }], CG_FB: lots });
    const before = await takeSnapshot(centre.database);
    expect(await retry()).toMatchObject({ status: 'green' });
    expect(await takeSnapshot(centre.database)).toEqual(before);
  });

  it('gives the database that the next delivery would', async () => {
    await centre.run({ CG_FB: lots });
    await centre.run({ CG_XM: [{ XMID: '9' }] });
    await retry();
    const retried = await takeSnapshot(centre.database);
    await centre.run({ CG_XM: [{ XMID: '9' }], CG_FB: lots });
    expect(await takeSnapshot(centre.database)).toEqual(retried);
  });

  it('leaves alone what a second try cannot cure', async () => {
    await centre.run({ CG_XM: [{ XMID: '1', XMMC: '甲' }, { XMID: '1', XMMC: '乙' }, { XMMC: '丙' }] });
    expect(await retry()).toBeNull();
  });

  it('that was broken off goes on with the same records', async () => {
    await centre.run({ CG_FB: lots });
    await centre.run({ CG_XM: [{ XMID: '9' }] });
    const stop = new AbortController();
    const progress: RetryOptions['progress'] = ({ kind }) => kind === 'read' && stop.abort();
    await expect(retry({ signal: stop.signal, progress })).rejects.toThrow('已取消');
    expect(await retry()).toMatchObject({ resumed: true, status: 'green' });
    expect(await centre.counts('CG_FB')).toEqual({ status: 'green', read: '3', inserted: '3' });
  });
});
