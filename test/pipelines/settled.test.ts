/** Records that are not judged again: the database is the one that judging every record anew would give. */
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Centre } from '../setup/centre.ts';
import { emptyDatabase, useDatabases } from '../setup/database.ts';
import type { Cells, MemoryOptions, Tables } from '../setup/memory-connector.ts';
import { takeSnapshot, type Snapshot } from '../setup/snapshot.ts';
import { procurement } from '../../pipelines/systems/procurement.ts';

const openFresh = useDatabases();
let centre: Centre;

beforeAll(async () => {
  centre = new Centre((await openFresh()).database, procurement);
});
beforeEach(() => emptyDatabase(centre.database));

interface Outcome {
  readonly snapshot: Snapshot;
  readonly ledger: readonly unknown[];
}

interface Delivery {
  readonly tables: Tables;
  readonly options?: MemoryOptions;
}

/** Canonical rows of records that were not judged again, by stream. */
async function settledRows(): Promise<Readonly<Record<string, number>>> {
  const rows = await centre.database.query(`select stream, canonical as n from ops.chunks join ops.runs r using (run_id)
    where phase = 'rules' and canonical > 0 and r.seq = (select max(seq) from ops.runs)`);
  return Object.fromEntries(rows.map(({ stream, n }) => [stream, Number(n)]));
}

/** @param anew every record is judged in every delivery. */
async function deliver(deliveries: readonly Delivery[], judging: 'anew' | 'what changed'): Promise<Outcome> {
  await emptyDatabase(centre.database);
  const outcomes: unknown[] = [];
  for (const [index, { tables, options = {} }] of deliveries.entries()) {
    const judgedBy = judging === 'anew' ? `judge ${index}` : 'one judge';
    await centre.run(tables, { judgedBy, chunkSize: 3, delivery: options });
    outcomes.push(
      await centre.database.query(`select s.stream, s.status, s.read, s.inserted, s.updated, s.unchanged, s.deleted,
        s.skipped, s.quarantined, s.vanished, s.canonical_read, s.canonical_loaded,
        (select string_agg(row(a.entity, a.field, a.source_sum + 0, a.loaded_sum + 0, a.quarantined_sum + 0,
          a.skipped_sum + 0, a.target_sum + 0)::text, ' ' order by a.field)
          from ops.stream_amounts a where a.run_id = s.run_id and a.stream = s.stream) as amounts
        from ops.stream_runs s join ops.runs r using (run_id)
        where r.seq = (select max(seq) from ops.runs) order by s.position`),
    );
  }
  return { snapshot: await takeSnapshot(centre.database), ledger: outcomes };
}

/** The database and the ledger, both ways; the run that is looked at afterwards judged what changed. */
async function bothWays(...deliveries: readonly Delivery[]): Promise<{ anew: Outcome; sparing: Outcome }> {
  const anew = await deliver(deliveries, 'anew');
  if (Object.keys(await settledRows()).length > 0) throw new Error('records were not judged anew');
  return { anew, sparing: await deliver(deliveries, 'what changed') };
}

const supplier = (id: string, more: Cells = {}): Cells => ({ GYSID: id, MC: `${id}公司`, IS_DEL: '0', ...more });
const project = (id: string, more: Cells = {}): Cells => ({ XMID: id, XMBH: `P${id}`, XMMC: '采购', ...more });
const lot = (id: string, more: Cells = {}): Cells => ({ FBID: id, XMID: '1', YSJE: '1000000', ...more });
const bid = (id: string, more: Cells = {}): Cells => ({ TBID: id, FBID: '1', GYS_MC: '甲公司', BJ: '980000', ...more });

const CLEAN: Tables = {
  CG_GYS: [supplier('1'), supplier('2')],
  CG_XM: [project('1'), project('2')],
  CG_FB: [lot('1'), lot('2')],
  CG_TB: [bid('1', { GYSID: '1' }), bid('2', { BJ: '970000' }), bid('3', { FBID: '2', GYSID: '2' })],
};

describe('a delivery in which nothing changed', () => {
  it('is read and not judged', async () => {
    await centre.run(CLEAN);
    await centre.run(CLEAN);
    // Each bid has a row of its own and one of its bidder.
    expect(await settledRows()).toEqual({ CG_GYS: 2, CG_XM: 2, CG_FB: 2, CG_TB: 6 });
    expect(await centre.counts('CG_TB')).toEqual({ status: 'green', read: '3', unchanged: '3' });
  });

  it('is judged where what judges it has changed', async () => {
    await centre.run(CLEAN, { judgedBy: 'before' });
    await centre.run(CLEAN, { judgedBy: 'after' });
    expect(await settledRows()).toEqual({});
  });

  it('is judged where the run before failed in part', async () => {
    const { CG_GYS: _, ...others } = CLEAN;
    await centre.run(others, { delivery: { unreadable: ['CG_GYS'] } });
    await centre.run(CLEAN);
    expect(await settledRows()).toEqual({});
    expect(await centre.issues()).toEqual([]);
  });
});

describe('a record is judged again where', () => {
  it('something is wrong with it', async () => {
    const tables = { ...CLEAN, CG_TB: [bid('1', { BJ: '98.5' }), bid('2'), bid('3')] };
    const { anew, sparing } = await bothWays({ tables }, { tables });
    expect(sparing).toEqual(anew);
    expect(await settledRows()).toMatchObject({ CG_TB: 4 });
    expect(await centre.issues()).toEqual(['CG_TB 1 BJ money_unit_mismatch']);
  });

  it('its parent was deleted', async () => {
    const lots = ['1', '2', '3', '4'].map((one) => lot(one));
    const later = { ...CLEAN, CG_FB: lots.slice(1) };
    const { anew, sparing } = await bothWays({ tables: { ...CLEAN, CG_FB: lots } }, { tables: later });
    expect(sparing).toEqual(anew);
    expect(await centre.issues()).toEqual(['CG_TB 1 FBID parent_not_live', 'CG_TB 2 FBID parent_not_live']);
  });

  it('a party that it names came later', async () => {
    const before = { ...CLEAN, CG_GYS: [supplier('1')] };
    const { anew, sparing } = await bothWays({ tables: before }, { tables: CLEAN });
    expect(sparing).toEqual(anew);
    expect(await centre.issues()).toEqual([]);
  });

  it('the reader has something to say of it', async () => {
    const mark = (stream: string) =>
      stream === 'CG_TB' ? { problems: [{ rule: 'record_malformed', severity: 'warning' as const }] } : {};
    const { anew, sparing } = await bothWays({ tables: CLEAN }, { tables: CLEAN, options: { marks: mark } });
    expect(sparing).toEqual(anew);
  });

  it('a second one of its key came', async () => {
    const twice = { ...CLEAN, CG_TB: [bid('1', { BJ: '1' }), ...(CLEAN['CG_TB'] ?? []), bid('2', { BJ: '970000' })] };
    const { anew, sparing } = await bothWays({ tables: CLEAN }, { tables: twice }, { tables: CLEAN });
    expect(sparing).toEqual(anew);
  });
});

it('a record that is as it was still counts among its siblings', async () => {
  const prices = (...all: string[]) => all.map((BJ, index) => bid(String(index + 1), { BJ }));
  const { anew, sparing } = await bothWays(
    { tables: { ...CLEAN, CG_TB: prices('980000', '970000', '98') } },
    { tables: { ...CLEAN, CG_TB: prices('980000', '97', '98') } },
  );
  expect(sparing).toEqual(anew);
  expect(await centre.issues()).toEqual(['CG_FB 1 YSJE money_unit_mismatch']);
});

it('a broken-off run goes on with what it had settled', async () => {
  await centre.run(CLEAN, { chunkSize: 1 });
  const before = await takeSnapshot(centre.database, 'all');
  const stop = new AbortController();
  const beforeChunk = (stream: string, from: number) => {
    if (stream === 'CG_TB' && from === 2) stop.abort();
  };
  const broken = centre.run(CLEAN, { chunkSize: 1, signal: stop.signal, delivery: { beforeChunk } });
  await expect(broken).rejects.toThrow('已取消');
  expect(await centre.run(CLEAN, { chunkSize: 1 })).toMatchObject({ resumed: true, status: 'green' });
  expect(await takeSnapshot(centre.database, 'all')).toEqual(before);
  expect(await settledRows()).toEqual({ CG_GYS: 2, CG_XM: 2, CG_FB: 2, CG_TB: 6 });
});

const id = fc.constantFrom('1', '2', '3', '4');
const amount = fc.constantFrom('980000', '970000', '98', '4000000000', '4', null);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyTables: fc.Arbitrary<Tables> = fc.record({
  CG_GYS: fc.array(
    fc.record({ GYSID: id, IS_DEL: fc.constantFrom('0', '0', '0', '1') }).map((cells) => supplier(cells.GYSID, cells)),
    { maxLength: 4 },
  ),
  CG_XM: fc.uniqueArray(id, { minLength: 2 }).map((ids) => ids.map((one) => project(one))),
  CG_FB: fc.array(
    fc.record({ FBID: id, XMID: id, YSJE: amount }).map((cells) => lot(cells.FBID, cells)),
    { maxLength: 4 },
  ),
  CG_TB: fc.array(
    fc
      .record({ TBID: id, FBID: id, GYSID: optional(id), BJ: amount, BZJ: optional(amount) })
      .map((cells) => bid(cells.TBID, cells)),
    { maxLength: 6 },
  ),
});

it('whatever is delivered, in whatever order', async () => {
  const deliveries = fc.tuple(anyTables, anyTables, fc.constantFrom('first', 'second', 'mixed'));
  const property = fc.asyncProperty(deliveries, async ([first, second, third]) => {
    const mixed = { ...first, CG_TB: second['CG_TB'] ?? [] };
    const last = { first, second, mixed }[third] ?? first;
    const { anew, sparing } = await bothWays(
      { tables: first },
      { tables: first },
      { tables: second },
      { tables: last },
      { tables: last },
    );
    expect(sparing).toEqual(anew);
  });
  await fc.assert(property, { numRuns: 5 });
}, 600_000);
