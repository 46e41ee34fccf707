/** Several readings at once: the database, its order and its ledger are those of one reading. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SourceError, SourceLostError } from '../../core/errors.ts';
import { useCentre, type Centre } from '../setup/centre.ts';
import type { Cells, MemoryOptions } from '../setup/memory-connector.ts';
import { takeSnapshot, type Snapshot } from '../setup/snapshot.ts';

const openCentre = useCentre();
let centre: Centre;
beforeEach(() => {
  centre = openCentre();
});

/** Every fifth has no name, every seventh an odd one; codes repeat. */
const cells = (index: number): Cells => ({
  CGRID: String(index * 3),
  DWMC: index % 5 === 0 ? null : `单位${index}${index % 7 === 0 ? '\u0000' : ''}`,
  ZT: index % 11 === 0 ? '?' : '1',
});
const ROWS = Array.from({ length: 47 }, (_, index) => cells(index));
const TABLES = { CG_CGR: ROWS };

interface Result {
  readonly snapshot: Snapshot;
  readonly ledger: unknown;
}

async function result(): Promise<Result> {
  const ledger = await centre.database.query(
    `select status, declared_rows, read, inserted, quarantined, skipped, canonical_read, canonical_loaded
     from ops.stream_runs where stream = 'CG_CGR'`,
  );
  return { snapshot: await takeSnapshot(centre.database), ledger };
}

/** Lets the other readings pass before each piece, for as long as a number that looks like chance says. */
const jumble = {
  beforeChunk: (_: string, from: number) => new Promise<void>((go) => setTimeout(go, (from * 7919) % 13)),
};

const run = (readers: number, delivery: MemoryOptions = {}) =>
  centre.run(TABLES, { readers, chunkSize: 4, delivery: { rangeRows: 6, ...jumble, ...delivery } });

/** Numbers of the staged chunks, in the order they were committed. */
const chunks = () =>
  centre.database.query(`select chunk_no, ord_from, ord_to from ops.chunks where phase = 'stage' order by chunk_no`);

async function whole(): Promise<Result> {
  await centre.run(TABLES, { chunkSize: 4 });
  const serial = await result();
  await centre.database.query('truncate ops.runs, ops.issues, ops.quarantine cascade');
  await centre.database.query(`truncate raw."procurement_cg_cgr", canonical.parties`);
  return serial;
}

describe('readings at once', () => {
  it.each([1, 2, 4])('%i give the numbers, verdicts and rows of one', async (readers) => {
    const serial = await whole();
    expect(await run(readers)).toMatchObject({ status: 'green' });
    expect(await result()).toEqual(serial);
  });

  it('stage chunks as they come, each within its range', async () => {
    await run(4);
    const staged = await chunks();
    const starts = staged.map((chunk) => Number(chunk['ord_from']));
    expect(starts).not.toEqual(starts.toSorted((a, b) => a - b));
    for (const { ord_from: from, ord_to: to } of staged) {
      expect(Math.floor((Number(from) - 1) / 6)).toBe(Math.floor((Number(to) - 1) / 6));
    }
    expect(staged.map(({ chunk_no: number }) => Number(number))).toEqual(staged.map((_, index) => index));
  });

  it('go on where each of them stopped', async () => {
    const serial = await whole();
    let pieces = 0;
    const losing = {
      beforeChunk: async (stream: string, from: number) => {
        await jumble.beforeChunk(stream, from);
        pieces += 1;
        if (pieces === 8) throw new SourceLostError('连接中断', { stream });
      },
    };
    await expect(run(4, losing)).rejects.toBeInstanceOf(SourceLostError);
    const staged = (await chunks()).length;
    expect(staged).toBeGreaterThan(0);
    const resumed = await run(3);
    expect(resumed).toMatchObject({ resumed: true, status: 'green' });
    expect(await result()).toEqual(serial);
  });

  it('may be fewer, or one of the whole, when the run goes on', async () => {
    const serial = await whole();
    const losing = {
      beforeChunk: async (stream: string, from: number) => {
        if (from >= 20) throw new SourceLostError('连接中断', { stream });
      },
    };
    await expect(run(4, losing)).rejects.toBeInstanceOf(SourceLostError);
    const resumed = await centre.run(TABLES, { chunkSize: 4 });
    expect(resumed).toMatchObject({ resumed: true, status: 'green' });
    expect(await result()).toEqual(serial);
  });

  it('that find another number of records than was counted fail the stream', async () => {
    const short = { beforeChunk: () => undefined };
    const connector = { ...short, loses: 2 };
    expect(await run(4, connector)).toMatchObject({ status: 'failed' });
    const [row] = await centre.database.query(`select status, message from ops.stream_runs`);
    expect(row).toMatchObject({ status: 'failed', message: expect.stringContaining('应有') });
  });

  it('end together when one of them fails, and tell its fault', async () => {
    let open = 0;
    const failing = {
      beforeChunk: async (stream: string, from: number) => {
        open += 1;
        await jumble.beforeChunk(stream, from);
        open -= 1;
        if (from >= 24) throw new SourceError('坏了', { stream });
      },
    };
    const ended = await run(4, failing);
    expect(ended.events).toContainEqual(expect.objectContaining({ kind: 'failed', message: '坏了' }));
    expect(open).toBe(0);
  });

  it('are planned in the ranges of the run before, of which one that outgrew its share is cut', async () => {
    await run(2);
    const rangesOf = () =>
      centre.database.query(`select range_id, rows from ops.stream_ranges g join ops.runs r using (run_id)
        where r.seq = (select max(seq) from ops.runs) order by range_no`);
    const first = await rangesOf();
    expect(first).toHaveLength(8);
    const more = Array.from({ length: 14 }, (_, index) => cells(50 + index));
    const grown = { CG_CGR: [...ROWS, ...more] };
    await centre.run(grown, { chunkSize: 4, delivery: { rangeRows: 6 } });
    const second = await rangesOf();
    expect(second.map(({ range_id: id }) => id)).toEqual(first.map(({ range_id: id }) => id));
    expect(second.at(-1)).toMatchObject({ rows: '19' });
    await centre.run(grown, { chunkSize: 4, delivery: { rangeRows: 6 } });
    expect((await rangesOf()).map(({ rows }) => Number(rows))).toEqual([6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 1]);
  });
});
