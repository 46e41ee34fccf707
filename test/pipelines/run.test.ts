/** What becomes of a run when a stream, a process or the operator does not play along. */
import { beforeEach, describe, expect, it } from 'vitest';
import { BusyError, CancelledError } from '../../core/errors.ts';
import { procurement } from '../../pipelines/systems/procurement.ts';
import { stateassets } from '../../pipelines/systems/stateassets.ts';
import { Centre, runConnector, useCentre } from '../setup/centre.ts';
import { MemoryConnector, type Cells } from '../setup/memory-connector.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const TABLES = {
  CG_CGR: [{ CGRID: '1', DWMC: '拉萨市财政局' }],
  CG_XM: [{ XMID: '1', XMBH: 'P1', CGRID: '1', CGR_MC: '拉萨市财政局' }],
  CG_FB: [{ FBID: '1', XMID: '1' }],
  CG_TB: [{ TBID: '1', FBID: '1', GYS_MC: '甲公司' }],
};
const purchasers = (count: number): Cells[] =>
  Array.from({ length: count }, (_, index) => ({ CGRID: String(index + 1), DWMC: `${index + 1}号单位` }));

async function streamStatus(): Promise<Record<string, string>> {
  const rows = await centre.database.query(
    `select stream, t.status from ops.stream_runs t join ops.runs r using (run_id)
     where r.seq = (select max(seq) from ops.runs) order by position`,
  );
  return Object.fromEntries(rows.map(({ stream, status }) => [stream, status]));
}

describe('two runs at once', () => {
  it('of one system: the second is refused and writes nothing', async () => {
    let refused: Promise<unknown> = Promise.resolve();
    await centre.run(TABLES, {
      delivery: {
        beforeChunk: async (stream) => {
          if (stream !== 'CG_XM') return;
          refused = centre.run(TABLES).catch((thrown: unknown) => thrown);
          await refused;
        },
      },
    });
    expect(await refused).toBeInstanceOf(BusyError);
    expect(await refused).toMatchObject({ place: { system: 'procurement' } });
    expect(await centre.database.query('select status from ops.runs')).toEqual([{ status: 'green' }]);
  });

  it('of two systems go side by side', async () => {
    const assets = new Centre(centre.database, stateassets);
    const [first, second] = await Promise.all([
      centre.run(TABLES),
      assets.run({ 转受让方名录: [{ 编号: '1', 名称: '甲公司' }] }),
    ]);
    expect([first.status, second.status]).toEqual(['green', 'green']);
  });
});

describe('a stream that cannot be read', () => {
  it('holds its children back; the others go on', async () => {
    const { status, events } = await centre.run(TABLES, { delivery: { unreadable: ['CG_XM'] } });
    expect(status).toBe('failed');
    expect(await streamStatus()).toEqual({ CG_CGR: 'green', CG_XM: 'failed', CG_FB: 'held', CG_TB: 'held' });
    expect(events.filter(({ kind }) => kind === 'held')).toHaveLength(2);
    expect(await centre.issues('orphan')).toEqual([]);
  });

  it('that breaks off half-way is failed, the next run begins anew and is green', async () => {
    const first = await centre.run(TABLES, { delivery: { breaksAt: { CG_FB: 0 } } });
    expect(await streamStatus()).toEqual({ CG_CGR: 'green', CG_XM: 'green', CG_FB: 'failed', CG_TB: 'held' });
    const second = await centre.run(TABLES);
    expect(second.runId).not.toBe(first.runId);
    expect(second.status).toBe('green');
    expect(await centre.rows('purchase_bids', 'source_key')).toEqual([{ source_key: '1' }]);
  });

  it('keeps what an earlier run loaded', async () => {
    await centre.run(TABLES);
    const before = await takeSnapshot(centre.database);
    await centre.run({}, { delivery: { unreadable: ['CG_XM', 'CG_FB'] } });
    const { ['ops."issues"']: _issues, ...after } = await takeSnapshot(centre.database);
    expect(after).toEqual(before);
  });
});

describe('a stream that delivers another number of rows than it declares', () => {
  it('is red', async () => {
    const { status } = await centre.run({ CG_CGR: purchasers(3) }, { delivery: { declared: { CG_CGR: 4 } } });
    expect(status).toBe('red');
    expect(await centre.counts('CG_CGR')).toEqual({ status: 'red', read: '3', inserted: '3' });
  });
});

describe('a cancelled run', () => {
  it('goes on where it stopped, under the same id', async () => {
    const stop = new AbortController();
    const tables = { CG_CGR: purchasers(10), CG_XM: TABLES.CG_XM };
    const beforeChunk = (_stream: string, from: number) => {
      if (from === 6) stop.abort();
    };
    const stopped = centre.run(tables, { chunkSize: 2, signal: stop.signal, delivery: { beforeChunk } });
    await expect(stopped).rejects.toBeInstanceOf(CancelledError);
    const [open] = await centre.database.query('select run_id, status from ops.runs');
    expect(open?.['status']).toBe('running');

    const connector = new MemoryConnector(tables);
    const only = new Set(Object.keys(tables));
    const again = await runConnector(centre.database, connector, procurement, { chunkSize: 2, only });
    expect(again).toMatchObject({ runId: open?.['run_id'], resumed: true, status: 'green' });
    expect(connector.reads).toEqual(['CG_CGR from 6', 'CG_XM from the beginning']);
    expect(await centre.counts('CG_CGR')).toEqual({ status: 'green', read: '10', inserted: '10' });
  });

  it('is abandoned when the delivery changed meanwhile', async () => {
    const stop = new AbortController();
    const beforeChunk = () => stop.abort();
    const stopped = centre.run({ CG_CGR: purchasers(3) }, { signal: stop.signal, delivery: { beforeChunk } });
    await expect(stopped).rejects.toBeInstanceOf(CancelledError);
    const again = await centre.run({ CG_CGR: purchasers(4) });
    expect(again).toMatchObject({ resumed: false, status: 'green' });
    expect(await centre.database.query('select status from ops.runs order by seq')).toEqual([
      { status: 'abandoned' },
      { status: 'green' },
    ]);
    const stages = await centre.database.query(`select 1 from pg_tables where schemaname = 'stage'`);
    expect(stages).toEqual([]);
  });
});
