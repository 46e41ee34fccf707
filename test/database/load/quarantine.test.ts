/** Quarantine has an exit. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useCentre, type Centre } from '../../setup/centre.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const project = (YSJE: string) => ({ CG_XM: [{ XMID: '1', XMBH: 'P1', YSJE }] });
const live = () => centre.rows('purchase_projects', 'trim_scale(budget) as budget, stale');

describe('a quarantined record', () => {
  it('that was never good leaves no row', async () => {
    await centre.run(project('-1'));
    expect(await live()).toEqual([]);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', quarantined: '1' });
  });

  it('that comes again as it was stays open, once', async () => {
    await centre.run(project('-1'));
    await centre.run(project('-1'));
    expect(await centre.quarantine()).toEqual(['CG_XM 1 open']);
    expect(await centre.issues()).toEqual(['CG_XM 1 YSJE money_negative']);
  });

  it('that is mended is loaded, entry and issue are closed', async () => {
    await centre.run(project('-1'));
    await centre.run(project('1'));
    expect(await live()).toEqual([{ budget: '1', stale: 'f' }]);
    expect(await centre.quarantine()).toEqual(['CG_XM 1 closed loaded']);
    expect(await centre.issues()).toEqual([]);
  });

  it('that is replaced by another bad version leaves one open entry', async () => {
    await centre.run(project('-1'));
    await centre.run(project('-2'));
    expect(await centre.quarantine()).toEqual(['CG_XM 1 closed gone', 'CG_XM 1 open']);
    expect(await centre.issues()).toEqual(['CG_XM 1 YSJE money_negative']);
  });

  it('that falls back into an old fault is open again', async () => {
    await centre.run(project('-1'));
    await centre.run(project('1'));
    await centre.run(project('-1'));
    expect(await centre.quarantine()).toEqual(['CG_XM 1 open']);
    expect(await centre.issues()).toEqual(['CG_XM 1 YSJE money_negative']);
    expect(await live()).toEqual([{ budget: '1', stale: 't' }]);
  });

  it('that is no longer delivered is closed', async () => {
    await centre.run(project('-1'));
    await centre.run({ CG_XM: [] });
    expect(await centre.quarantine()).toEqual(['CG_XM 1 closed gone']);
  });

  it('that is not part of an incomplete delivery stays open', async () => {
    await centre.run(project('-1'));
    await centre.run({ CG_XM: [] }, { complete: false });
    expect(await centre.quarantine()).toEqual(['CG_XM 1 open']);
  });
});

describe('a quarantined update', () => {
  it('leaves the version before live and stale, until a good one comes', async () => {
    await centre.run(project('5'));
    await centre.run(project('-5'));
    expect(await live()).toEqual([{ budget: '5', stale: 't' }]);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', quarantined: '1' });
    await centre.run(project('7'));
    expect(await live()).toEqual([{ budget: '7', stale: 'f' }]);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', updated: '1' });
  });

  it('is forgotten when the source takes it back', async () => {
    await centre.run(project('5'));
    await centre.run(project('-5'));
    await centre.run(project('5'));
    expect(await live()).toEqual([{ budget: '5', stale: 'f' }]);
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '1', unchanged: '1' });
    expect(await centre.quarantine()).toEqual(['CG_XM 1 closed loaded']);
  });
});

describe('raw versions', () => {
  it('say which one is live, which is past and which waits', async () => {
    for (const amount of ['5', '6', '-6']) await centre.run(project(amount));
    const rows = await centre.database.query(
      `select "YSJE" as amount, _state as state, _last_run is null as delivered from raw.procurement_cg_xm order by 1`,
    );
    expect(rows).toEqual([
      { amount: '-6', state: 'quarantined', delivered: 't' },
      { amount: '5', state: 'past', delivered: 'f' },
      { amount: '6', state: 'live', delivered: 't' },
    ]);
  });
});
