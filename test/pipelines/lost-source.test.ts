/** A source that goes away in the middle of a stream: the run stays open, and the next one goes on. */
import { expect, it } from 'vitest';
import { SourceError, SourceLostError } from '../../core/errors.ts';
import { useCentre } from '../setup/centre.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

const centre = useCentre();
const ROWS = Array.from({ length: 7 }, (_, at) => ({ CGRID: String(at), DWMC: `单位${at}`, ZT: '1' }));
const losing = (Kind: typeof SourceError) => ({
  beforeChunk: (_stream: string, from: number) => {
    if (from === 4) throw new Kind('连接中断', { system: 'procurement', stream: 'CG_CGR' });
  },
});

it('keeps what was staged, and goes on behind it under the same run', async () => {
  const chunkSize = 2;
  const lost = centre().run({ CG_CGR: ROWS }, { chunkSize, delivery: losing(SourceLostError) });
  await expect(lost).rejects.toBeInstanceOf(SourceLostError);
  const [run] = await centre().database.query('select run_id, status from ops.runs');
  expect(run?.['status']).toBe('running');
  const resumed = await centre().run({ CG_CGR: ROWS }, { chunkSize });
  expect(resumed).toMatchObject({ resumed: true, runId: run?.['run_id'], status: 'green' });
  expect(resumed.events).toContainEqual({ kind: 'resumed', stream: 'CG_CGR', rows: 4 });
  expect(await centre().counts('CG_CGR')).toEqual({ status: 'green', read: '7', inserted: '7' });
});

it('waits for a source that is away altogether, and goes on once it is back', async () => {
  const lost = centre().run({ CG_CGR: ROWS }, { chunkSize: 2, delivery: losing(SourceLostError) });
  await expect(lost).rejects.toBeInstanceOf(SourceLostError);
  const away = { chunkSize: 2, delivery: { unreadable: ['CG_CGR'] } };
  for (let night = 0; night < 2; night += 1) {
    await expect(centre().run({ CG_CGR: ROWS }, away)).rejects.toBeInstanceOf(SourceError);
    expect(await centre().database.query('select status from ops.runs')).toEqual([{ status: 'running' }]);
  }
  const resumed = await centre().run({ CG_CGR: ROWS }, { chunkSize: 2 });
  expect(resumed).toMatchObject({ resumed: true, status: 'green' });
});

it('begins anew where the delivery is another one when it is back', async () => {
  const lost = centre().run({ CG_CGR: ROWS }, { chunkSize: 2, delivery: losing(SourceLostError) });
  await expect(lost).rejects.toBeInstanceOf(SourceLostError);
  const changed = ROWS.map((row) => ({ ...row, DWMC: `${row.DWMC}（新）` }));
  const next = await centre().run({ CG_CGR: changed }, { chunkSize: 2 });
  expect(next).toMatchObject({ resumed: false, status: 'green' });
  const afterLoss = await takeSnapshot(centre().database);
  expect(afterLoss['raw."procurement_cg_cgr"']).toHaveLength(7);
});

it('closes the run where the delivery itself is at fault', async () => {
  const failed = await centre().run({ CG_CGR: ROWS }, { chunkSize: 2, delivery: losing(SourceError) });
  expect(failed.status).toBe('failed');
  const [run] = await centre().database.query('select status from ops.runs');
  expect(run?.['status']).toBe('failed');
});
