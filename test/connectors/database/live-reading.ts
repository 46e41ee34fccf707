/** What every live database has to be as a source: a guest that reads one state and leaves nothing running. */
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { defineStream } from '../../../connectors/stream.ts';
import { CancelledError, SourceError } from '../../../core/errors.ts';
import { caught } from '../../contract/delivery.ts';
import { readRows } from './read-rows.ts';

export interface LiveSource {
  readonly query: (sql: string, values?: readonly unknown[]) => Promise<unknown>;
  /** Closed with the test. */
  readonly open: (settings?: Readonly<Record<string, unknown>>) => Promise<Connector>;
  /** Connections the connector has. */
  readonly connections: () => Promise<number>;
  /** Those of them that run a query. */
  readonly running: () => Promise<number>;
  /** Whether a query waits until its consumer takes more. */
  readonly waiting: () => Promise<boolean>;
  /** A new table `id`, `mc` with these rows of 600 bytes. */
  readonly fill: (table: string, rows: number) => Promise<void>;
  /** Ends the connections that read, as an administrator would. */
  readonly cut: () => Promise<void>;
}

export interface LiveKind {
  readonly system: string;
  /** Ends a wait of the owner for a lock. */
  readonly impatience: string;
  /** A view with columns `id` and `mc` whose one row takes a minute. */
  readonly slowView: string;
  readonly momentType: string;
  /** What is said of a table that was emptied behind the snapshot, and of a moment that is none. */
  readonly faults: { readonly emptied: string; readonly noMoment: string };
}

export const columns = { id: { type: 'bigint', label: '主键' }, mc: { type: 'text', label: '名称' } } as const;

export function streamOf(name: string) {
  return defineStream({ name, label: name, key: ['id'], deletion: [], version: 1, columns });
}

const LONG = 100_000;

export function describeSnapshot(source: LiveSource, { impatience, faults }: LiveKind): void {
  describe('in one snapshot', () => {
    it('shows one state of all streams, whatever is written meanwhile', async () => {
      await source.fill('one', 3);
      await source.fill('two', 3);
      const connector = await source.open();
      const before = await connector.describe(streamOf('one'));
      await source.query(`insert into one values (4, 'new'); delete from two; update one set mc = 'x'`);
      expect(await readRows(connector, { stream: streamOf('one'), columns: ['id'] })).toHaveLength(3);
      expect(await connector.describe(streamOf('two'))).toMatchObject({ declaredRows: 3 });
      expect(await readRows(connector, { stream: streamOf('two'), columns: ['id'] })).toHaveLength(3);
      const later = await (await source.open()).describe(streamOf('one'));
      expect([before.declaredRows, later.declaredRows]).toEqual([3, 4]);
      expect(later.fingerprint).not.toBe(before.fingerprint);
    });

    it('lets others look and read between two chunks, and goes on where it was', async () => {
      await source.fill('one', 50_000);
      await source.fill('two', 3);
      const connector = await source.open();
      const seen: (string | null)[] = [];
      const request = { stream: streamOf('one'), columns: ['id'], chunkSize: 20_000 };
      for await (const { records } of connector.read(request)) {
        seen.push(...records.map(({ values }) => values[0] ?? null));
        const looks = [connector.describe(streamOf('two')), connector.check([streamOf('two')])];
        expect(await readRows(connector, { stream: streamOf('two'), columns: ['id'] })).toHaveLength(3);
        await Promise.all(looks);
      }
      expect(seen).toEqual(Array.from({ length: 50_000 }, (_, index) => String(index + 1)));
      await expect.poll(source.connections).toBe(1);
    });

    it('holds no lock between two streams', async () => {
      await source.fill('one', 3);
      const connector = await source.open();
      await connector.check([streamOf('one')]);
      await connector.describe(streamOf('one'));
      await readRows(connector, { stream: streamOf('one'), columns: ['id'] });
      await source.query(`${impatience}; alter table one add column extra int`);
      expect(await source.connections()).toBe(1);
      await connector.close();
      await expect.poll(source.connections).toBe(0);
    });

    it('refuses a table that was emptied behind its back', async () => {
      await source.fill('one', 3);
      const connector = await source.open();
      expect(await connector.describe(streamOf('one'))).toMatchObject({ declaredRows: 3 });
      await source.query('truncate one');
      const refusal = await caught(readRows(connector, { stream: streamOf('one'), columns: ['id'] }));
      expect(refusal).toBeInstanceOf(SourceError);
      expect(refusal.message).toContain(faults.emptied);
    });

    it('says so when it is lost', async () => {
      await source.fill('one', 3);
      const connector = await source.open();
      await connector.describe(streamOf('one'));
      await source.cut();
      await expect.poll(source.connections).toBe(0);
      const refusal = await caught(readRows(connector, { stream: streamOf('one'), columns: ['id'] }));
      expect(refusal.message).toContain('快照已失效');
      expect((await connector.describe(streamOf('two'))).findings).toMatchObject([
        { level: 'error', rule: 'snapshot_lost', stream: 'two' },
      ]);
    });
  });
}

export function describeInterruptions(source: LiveSource, { system, slowView }: LiveKind): void {
  it('that breaks off names system, stream and the last record, and a new connection goes on behind it', async () => {
    await source.fill('long_run', LONG);
    const connector = await source.open();
    const request = { stream: streamOf('long_run'), columns: ['id', 'mc'], chunkSize: 500 };
    let cursor = '';
    let seen = 0;
    const reading = (async () => {
      for await (const chunk of connector.read(request)) {
        ({ cursor } = chunk);
        seen += chunk.records.length;
        if (seen === 500) await source.cut();
      }
    })();
    const refusal = await caught(reading);
    expect(refusal).toBeInstanceOf(SourceError);
    expect(refusal.place).toMatchObject({
      system,
      stream: 'long_run',
      position: expect.stringMatching(/^long_run:\d+$/),
    });
    expect(refusal.next).toContain('从中断处继续');
    expect(seen).toBeLessThan(LONG);
    const rest = await readRows(await source.open(), { ...request, columns: ['id'], after: cursor });
    expect(rest[0]).toEqual([seen + 1, String(seen + 1)]);
    expect(seen + rest.length).toBe(LONG);
  });

  it('that is aborted leaves nothing running, not even before the first record', async () => {
    await source.query(slowView);
    const connector = await source.open();
    const abort = new AbortController();
    const reading = readRows(connector, { stream: streamOf('slow'), columns: ['id', 'mc'], signal: abort.signal });
    await expect.poll(source.running).toBe(1);
    abort.abort();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    await expect.poll(source.connections).toBe(1);
    expect(await source.running()).toBe(0);
  });

  it('that is left early, or aborted in the middle, leaves nothing running and the state as it was', async () => {
    await source.fill('long_run', LONG);
    const connector = await source.open();
    const abort = new AbortController();
    const request = { stream: streamOf('long_run'), columns: ['mc'], chunkSize: 10 };
    for await (const _ of connector.read(request)) break;
    await expect.poll(source.running).toBe(0);
    await source.query('delete from long_run where id > 5');
    const reading = (async () => {
      for await (const _ of connector.read({ ...request, signal: abort.signal })) abort.abort();
    })();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    await expect.poll(async () => [await source.connections(), await source.running()]).toEqual([1, 0]);
    await expect(readRows(connector, { ...request, signal: abort.signal })).rejects.toBeInstanceOf(CancelledError);
    expect(await connector.describe(streamOf('long_run'))).toMatchObject({ declaredRows: LONG });
  });
}

export function describeWaiting(source: LiveSource, { slowView }: LiveKind): void {
  it('that the server does not answer is given up', async () => {
    await source.query(slowView);
    const connector = await source.open({ statementTimeout: 1 });
    const refusal = await caught(readRows(connector, { stream: streamOf('slow'), columns: ['mc'] }));
    expect(refusal.message).toContain('没有送来数据');
    await expect.poll(source.running).toBe(0);
    expect((await connector.describe(streamOf('slow'))).findings.map(({ rule }) => rule)).toContain('query_timeout');
  });

  it('that its consumer holds up for longer than the deadline goes on', async () => {
    await source.fill('long_run', 50_000);
    const connector = await source.open({ statementTimeout: 3 });
    let rows = 0;
    const request = { stream: streamOf('long_run'), columns: ['mc'], chunkSize: 25_000 };
    for await (const { records } of connector.read(request)) {
      if (rows === 0) await new Promise((resolve) => setTimeout(resolve, 3500));
      rows += records.length;
    }
    expect(rows).toBe(50_000);
  });

  it('waits for its consumer: what is not taken stays on the server', async () => {
    await source.fill('long_run', 2 * LONG);
    const connector = await source.open();
    for await (const _ of connector.read({ stream: streamOf('long_run'), columns: ['mc'], chunkSize: 10 })) {
      await expect.poll(source.waiting).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await source.waiting()).toBe(true);
      break;
    }
  });
}

export function describeChanges(source: LiveSource, { momentType, faults }: LiveKind): void {
  const TIMES = ['01:00:00', '02:00:00', '02:00:00', '03:00:00', null, '00:59:59'];

  describe('of changed records', () => {
    it('gives those at the moment given, behind it, or without one; each cursor leads on', async () => {
      const rows = TIMES.map((time, index) => `(${index + 1}, ${time === null ? 'null' : `'2020-01-01 ${time}'`})`);
      await source.query(`create table changing (id bigint primary key, gxsj ${momentType})`);
      await source.query(`insert into changing values ${rows.join(', ')}`);
      const stream = defineStream({
        name: 'changing',
        label: '变更',
        key: ['id'],
        deletion: [],
        version: 1,
        columns: { id: columns.id, gxsj: { type: momentType, label: '更新时间' } },
        cursor: { column: 'gxsj', kind: 'modification' },
      });
      const connector = await source.open();
      await connector.describe(stream);
      const request = { stream, columns: ['id'], changedSince: '2020-01-01 02:00:00' };
      const changed = await readRows(connector, request);
      expect(changed).toEqual([
        [1, '2'],
        [2, '3'],
        [3, '4'],
        [4, '5'],
      ]);
      for await (const { records, cursor } of connector.read({ ...request, chunkSize: 1 })) {
        expect(await readRows(connector, { ...request, after: cursor })).toEqual(changed.slice(records[0]?.row));
      }
      expect(await readRows(connector, { stream, columns: ['id'] })).toHaveLength(6);
      // Some server would take it for no moment at all, and give every record.
      const wrong = await caught(readRows(connector, { ...request, changedSince: 'last night' }));
      expect(wrong.message).toContain(faults.noMoment);
    });

    it('cannot be asked of a stream whose cursor stays behind later corrections', async () => {
      await source.fill('one', 1);
      const stream = defineStream({ ...streamOf('one'), cursor: { column: 'mc', kind: 'business' } });
      const reading = readRows(await source.open(), { stream, columns: ['id'], changedSince: 'x' });
      await expect(reading).rejects.toThrow(TypeError);
    });
  });
}
