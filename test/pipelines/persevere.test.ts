/** A source that is lost while it is read, and comes back or does not. */
import { expect, it } from 'vitest';
import { SourceError, SourceLostError } from '../../core/errors.ts';
import type { Connector } from '../../connectors/connector.ts';
import { persevere } from '../../pipelines/persevere.ts';
import { runConnector, useCentre } from '../setup/centre.ts';
import { MemoryConnector, type MemoryOptions } from '../setup/memory-connector.ts';
import { FakeClock } from './throttle/fake-clock.ts';

const centre = useCentre();
const ROWS = Array.from({ length: 9 }, (_, at) => ({ CGRID: String(at), DWMC: `单位${at}`, ZT: '1' }));

/** A connector that says when it is closed. */
class Source extends MemoryConnector {
  closed = 0;

  override async close(): Promise<void> {
    this.closed += 1;
  }
}

const open = (options: MemoryOptions = {}): Source => new Source({ CG_CGR: ROWS }, options);
const losing = (at: number): MemoryOptions => ({
  beforeChunk: (stream, from) => {
    if (from === at) throw new SourceLostError('连接中断', { stream });
  },
});

/** @param later what the source is at the second and the third try; a fault where it cannot be opened. */
async function run(first: Source, ...later: readonly (Source | Error)[]) {
  const waiting = [...later];
  const pauses: number[] = [];
  const clock = new FakeClock();
  const result = await persevere({
    connector: first,
    run: (connector: Connector) =>
      runConnector(centre().database, connector, centre().declaration, { only: new Set(['CG_CGR']), chunkSize: 2 }),
    reopen: async () => {
      const next = waiting.shift();
      if (next instanceof Source) return next;
      throw next ?? new Error('nobody asked for another');
    },
    onLost: (_, seconds) => pauses.push(seconds),
    signal: new AbortController().signal,
    clock,
  }).catch((thrown: unknown) => thrown);
  return { result, pauses, waited: clock.waited };
}

const runs = () => centre().database.query('select status from ops.runs order by seq');

it('goes on by itself once the source is back', async () => {
  const [first, again] = [open(losing(4)), open()];
  const { result, pauses, waited } = await run(first, again);
  expect(result).toMatchObject({ status: 'green', resumed: true });
  expect([pauses, waited]).toEqual([[5], 5_000]);
  expect([first.closed, again.closed]).toEqual([1, 1]);
  expect(await centre().counts('CG_CGR')).toEqual({ status: 'green', read: '9', inserted: '9' });
  expect(again.reads).toEqual(['CG_CGR from 4']);
});

it('goes on from where the second try came to', async () => {
  const last = open();
  const { result, pauses } = await run(open(losing(4)), open(losing(6)), last);
  expect(result).toMatchObject({ status: 'green', resumed: true });
  expect(pauses).toEqual([5, 30]);
  expect(last.reads).toEqual(['CG_CGR from 6']);
});

it('waits longer for one that is still away, and reads nothing of it', async () => {
  const last = open();
  const { result } = await run(open(losing(4)), new SourceError('连接不上'), last);
  expect(result).toMatchObject({ status: 'green', resumed: true });
  const sick = open({ unreadable: ['CG_CGR'] });
  sick.check = async () => [{ level: 'error', rule: 'host_silent', message: { zh: '无应答', en: 'silent' } }];
  const { result: given } = await run(open(losing(2)), sick, new SourceError('连接不上'));
  expect(given).toBeInstanceOf(SourceLostError);
  expect([sick.closed, sick.reads]).toEqual([1, []]);
});

it('leaves the run open where it does not come back', async () => {
  const { result } = await run(open(losing(4)), new SourceError('连接不上'), new SourceError('连接不上'));
  expect(result).toBeInstanceOf(SourceLostError);
  expect(await runs()).toEqual([{ status: 'running' }]);
});

it('begins anew where the source is another one when it is back', async () => {
  const changed = new Source({ CG_CGR: ROWS.slice(1) });
  const { result } = await run(open(losing(4)), changed);
  expect(result).toMatchObject({ status: 'green', resumed: false });
  expect(await runs()).toEqual([{ status: 'abandoned' }, { status: 'green' }]);
});

it.each([
  ['a fault of the delivery', () => new SourceError('坏了')],
  ['a fault of the program', () => new Error('oops')],
])('does not try again after %s', async (_, fault) => {
  const first = open();
  first.describe = () => Promise.reject(fault());
  const { pauses } = await run(first);
  expect(pauses).toEqual([]);
});
