/** A throttled source gives what the source gives, at the pace that is allowed; time is a number that tests move. */
import { expect, it } from 'vitest';
import { CancelledError, WindowClosedError } from '../../../core/errors.ts';
import { throttle } from '../../../pipelines/throttle/throttle.ts';
import { ThrottledSource } from '../../../pipelines/throttle/throttled-source.ts';
import { collect, stream } from '../../contract/delivery.ts';
import { runConnector, useCentre } from '../../setup/centre.ts';
import { MemoryConnector, type MemoryOptions } from '../../setup/memory-connector.ts';
import { FakeClock } from './fake-clock.ts';

const ROWS = Array.from({ length: 40 }, (_, index) => ({ ID: String(index) }));
const request = { stream: stream('T'), columns: ['ID'], chunkSize: 10 };

function throttled(given: unknown, clock = new FakeClock(), options: MemoryOptions = {}): ThrottledSource {
  const source = new MemoryConnector({ T: ROWS }, options);
  return new ThrottledSource(source, { system: 'egov', throttle: throttle.parse(given), clock });
}

it('gives the same records and cursors', async () => {
  const plain = await collect(new MemoryConnector({ T: ROWS }).read(request));
  expect(await collect(throttled({ rowsPerSecond: 7 }).read(request))).toEqual(plain);
});

it('takes no more rows a second than are allowed', async () => {
  const clock = new FakeClock();
  await collect(throttled({ rowsPerSecond: 20 }, clock).read(request));
  expect(clock.now() - FakeClock.START).toBe(2_000);
});

it('shares the pace among readings', async () => {
  const clock = new FakeClock();
  const source = throttled({ rowsPerSecond: 20 }, clock);
  await collect(source.read(request));
  await collect(source.read(request));
  expect(clock.now() - FakeClock.START).toBe(4_000);
});

it('counts the time the consumer takes', async () => {
  const clock = new FakeClock();
  for await (const _ of throttled({ rowsPerSecond: 20 }, clock).read(request)) clock.pass(700);
  expect(clock.now() - FakeClock.START).toBe(2_800);
  expect(clock.waited).toBe(0);
});

it('rests while the source answers slowly', async () => {
  const clock = new FakeClock();
  const slow = { beforeChunk: (_: string, from: number) => clock.pass(from < 30 ? 10 : 5_000) };
  const source = throttled({}, clock, slow);
  await collect(source.read({ ...request, chunkSize: 1 }));
  expect(clock.waited).toBeGreaterThan(5_000);
});

it('looks at nothing and reads nothing outside its hours, and says when it may', async () => {
  const clock = new FakeClock('2026-03-02T14:00:00+08:00');
  const source = throttled({ windows: ['22:00-06:00'] }, clock);
  const refusal = await source.describe(request.stream).catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(WindowClosedError);
  expect((refusal as WindowClosedError).message).toContain('22:00');
  await expect(collect(source.read(request))).rejects.toBeInstanceOf(WindowClosedError);
  expect(await source.check([request.stream])).toEqual([]);
});

it('stops waiting when it is cancelled', async () => {
  const clock = new FakeClock();
  const stop = new AbortController();
  const reading = collect(throttled({ rowsPerSecond: 1 }, clock).read({ ...request, signal: stop.signal }));
  stop.abort(new CancelledError('stop'));
  await expect(reading).rejects.toThrow('stop');
});

const centre = useCentre();

it('leaves the run open when its hours are over, and goes on in the next', async () => {
  const clock = new FakeClock('2026-03-02T05:59:58+08:00');
  const tables = { CG_CGR: ROWS.map(({ ID }) => ({ CGRID: ID, DWMC: `单位${ID}`, ZT: '1' })) };
  const source = (): ThrottledSource =>
    new ThrottledSource(new MemoryConnector(tables), {
      system: 'procurement',
      throttle: throttle.parse({ windows: ['22:00-06:00'], rowsPerSecond: 5 }),
      clock,
    });
  const run = () =>
    runConnector(centre().database, source(), centre().declaration, { only: new Set(['CG_CGR']), chunkSize: 5 });
  await expect(run()).rejects.toBeInstanceOf(WindowClosedError);
  const [open] = await centre().database.query('select run_id, status from ops.runs');
  expect(open?.['status']).toBe('running');
  await expect(run()).rejects.toBeInstanceOf(WindowClosedError);
  clock.pass(16 * 3_600_000);
  const resumed = await run();
  expect(resumed).toMatchObject({ resumed: true, runId: open?.['run_id'], status: 'green' });
  expect(resumed.events).toContainEqual({ kind: 'resumed', stream: 'CG_CGR', rows: 10 });
  expect(await centre().counts('CG_CGR')).toEqual({ status: 'green', read: '40', inserted: '40' });
});
