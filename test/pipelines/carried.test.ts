/** A delivery that is the same as the last is not read: the database stays, and the ledger says what holds on. */
import { beforeEach, describe, expect, it } from 'vitest';
import { decideHold } from '../../database/load/delivery-holds.ts';
import { readHolds } from '../../database/read/holds.ts';
import { useCentre, type Centre } from '../setup/centre.ts';
import type { MemoryOptions, Tables } from '../setup/memory-connector.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const TABLES: Tables = {
  CG_CGR: [],
  CG_DLJG: [],
  CG_GYS: [{ GYSID: '1', MC: '甲公司', IS_DEL: '0' }],
  CG_XM: [
    { XMID: '1', XMBH: 'P1', XMMC: '采购' },
    { XMID: '2', XMBH: 'P2', XMMC: '采购' },
  ],
  CG_FB: [
    { FBID: '1', XMID: '1', YSJE: '1000000' },
    { FBID: '2', XMID: '9', YSJE: '1000000' },
  ],
  CG_TB: [
    { TBID: '1', FBID: '1', GYSID: '1', GYS_MC: '甲公司', BJ: '98.5' },
    { TBID: '2', FBID: '1', GYSID: '7', GYS_MC: '乙公司', BJ: '970000' },
    { TBID: '2', FBID: '1', GYSID: '7', GYS_MC: '乙公司', BJ: '970000' },
  ],
};

const run = (tables: Tables, readBy = 'a reader', delivery: MemoryOptions = {}) =>
  centre.run(tables, { readBy, judgedBy: 'a judge', delivery });

/** Streams that were not read in the last run. */
async function carried(): Promise<string[]> {
  const rows = await centre.database.query(`select stream from ops.stream_runs join ops.runs r using (run_id)
    where carried_from is not null and r.seq = (select max(seq) from ops.runs) order by position`);
  return rows.map(({ stream }) => stream ?? '');
}

describe('the same delivery again', () => {
  it('is not read, changes nothing, and has the same outcome', async () => {
    await run(TABLES);
    const before = await takeSnapshot(centre.database, 'all');
    const never = () => {
      throw new Error('it was read');
    };
    expect(await run(TABLES, 'a reader', { beforeChunk: never })).toMatchObject({ status: 'green' });
    expect(await carried()).toEqual(['CG_CGR', 'CG_DLJG', 'CG_GYS', 'CG_XM', 'CG_FB', 'CG_TB']);
    expect(await takeSnapshot(centre.database, 'all')).toEqual(before);
    expect(await centre.counts('CG_FB')).toEqual({ status: 'green', read: '2', unchanged: '1', quarantined: '1' });
  });

  it('has the ledger that reading it would give', async () => {
    const ledger = () =>
      centre.database.query(`select s.stream, s.status, s.read, s.inserted, s.updated, s.unchanged, s.skipped,
          s.quarantined, s.canonical_read, s.canonical_loaded, a.field, a.source_sum + 0 as source, a.target_sum + 0 as target
        from ops.stream_runs s join ops.runs r using (run_id) left join ops.stream_amounts a using (run_id, stream)
        where r.seq = (select max(seq) from ops.runs) order by s.position, a.field`);
    await run(TABLES);
    await run(TABLES, 'another reader');
    expect(await carried()).toEqual([]);
    const read = await ledger();
    await run(TABLES, 'another reader');
    expect(await carried()).toHaveLength(6);
    expect(await ledger()).toEqual(read);
  });

  it('is read where a stream it refers to was', async () => {
    await run(TABLES);
    await run({ ...TABLES, CG_XM: [...(TABLES['CG_XM'] ?? []), { XMID: '9', XMBH: 'P9', XMMC: '采购' }] });
    expect(await carried()).toEqual(['CG_CGR', 'CG_DLJG', 'CG_GYS']);
    expect(await centre.counts('CG_FB')).toMatchObject({ inserted: '1', unchanged: '1' });
  });

  it('is read where deletions that were held have been approved since', async () => {
    const delivered = (more: Readonly<Record<string, string>>) => ({
      CG_CGR: [],
      CG_DLJG: [],
      CG_XM: Array.from({ length: 8 }, (_, index) => ({ XMID: `${index}`, XMBH: `P${index}`, XMMC: '采购', ...more })),
    });
    await run(delivered({}));
    await run(delivered({ IS_DEL: '1' }));
    await run(delivered({ IS_DEL: '1' }));
    expect(await carried()).toContain('CG_XM');
    const [hold] = await readHolds(centre.database, { systems: [], states: ['open'] });
    const decision = { id: hold?.id ?? '', verdict: 'approved' as const, by: '扎西', reason: '已核实' };
    expect(await decideHold(centre.database, decision)).toBe(true);
    await run(delivered({ IS_DEL: '1' }));
    expect(await carried()).not.toContain('CG_XM');
    expect(await centre.counts('CG_XM')).toEqual({ status: 'green', read: '8', deleted: '8' });
  });

  it('is read behind a run that was broken off', async () => {
    await run(TABLES);
    const other = { ...TABLES, CG_GYS: [{ GYSID: '1', MC: '丙公司', IS_DEL: '0' }] };
    const stop = new AbortController();
    const broken = centre.run(other, {
      readBy: 'a reader',
      judgedBy: 'a judge',
      signal: stop.signal,
      progress: ({ kind }) => {
        if (kind === 'merged') stop.abort();
      },
    });
    await expect(broken).rejects.toThrow('已取消');
    await run(TABLES);
    expect(await carried()).toEqual([]);
    expect(await centre.rows('parties', 'name', "stream = 'CG_GYS' and role = ''")).toEqual([{ name: '甲公司' }]);
  });

  it('is read where nobody says what reads it', async () => {
    await centre.run(TABLES, { judgedBy: 'a judge' });
    await centre.run(TABLES, { judgedBy: 'a judge' });
    expect(await carried()).toEqual([]);
  });
});
