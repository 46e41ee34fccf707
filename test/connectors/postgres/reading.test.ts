/** A guest: one state for the whole run, nothing written or locked behind it, nothing left running. */
import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { CancelledError, SourceError } from '../../../core/errors.ts';
import { caught } from '../../contract/delivery.ts';
import { readRows, useSource } from './source.ts';

const source = useSource();
const columns = { id: { type: 'bigint', label: '主键' }, mc: { type: 'text', label: '名称' } } as const;

function streamOf(name: string) {
  return defineStream({ name, label: name, key: ['id'], deletion: [], version: 1, columns });
}

async function fill(name: string, rows: number): Promise<void> {
  await source.query(`drop table if exists ${name}; create table ${name} (id bigint primary key, mc text)`);
  await source.query(`insert into ${name} select i, repeat('藏', 100) from generate_series(1, $1::int) i`, [rows]);
}

describe('the snapshot', () => {
  it('shows one state of all streams, whatever is written meanwhile', async () => {
    await fill('one', 3);
    await fill('two', 3);
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

  it('serves several readings at once', async () => {
    await fill('one', 50_000);
    await fill('two', 3);
    const connector = await source.open();
    let seen = 0;
    for await (const { records } of connector.read({ stream: streamOf('one'), columns: ['mc'], chunkSize: 25_000 })) {
      seen += records.length;
      expect(await connector.describe(streamOf('two'))).toMatchObject({ declaredRows: 3 });
      expect(await readRows(connector, { stream: streamOf('two'), columns: ['id'] })).toHaveLength(3);
    }
    expect(seen).toBe(50_000);
    // All sessions but the one that holds the snapshot are gone.
    await expect.poll(() => source.sessions()).toBe(1);
  });

  it('holds no lock between two streams', async () => {
    await fill('one', 3);
    const connector = await source.open();
    await connector.check([streamOf('one')]);
    await connector.describe(streamOf('one'));
    await readRows(connector, { stream: streamOf('one'), columns: ['id'] });
    expect(await source.sessions('idle in transaction')).toBe(1);
    await source.query(`set lock_timeout = '2s'; alter table one add column extra int`);
    await connector.close();
    await expect.poll(() => source.sessions()).toBe(0);
  });

  it('refuses a table that was emptied behind its back', async () => {
    await fill('one', 3);
    const connector = await source.open();
    expect(await connector.describe(streamOf('one'))).toMatchObject({ declaredRows: 3 });
    await source.query('truncate one');
    const refusal = await caught(readRows(connector, { stream: streamOf('one'), columns: ['id'] }));
    expect(refusal).toBeInstanceOf(SourceError);
    expect(refusal.message).toContain('应有3行，实有0行');
  });

  it('says so when it is lost', async () => {
    await fill('one', 3);
    const connector = await source.open();
    await connector.describe(streamOf('one'));
    await source.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ggzy' and datname = current_database()`,
    );
    await expect.poll(() => source.sessions()).toBe(0);
    const refusal = await caught(readRows(connector, { stream: streamOf('one'), columns: ['id'] }));
    expect(refusal.message).toContain('快照已失效');
    expect((await connector.describe(streamOf('two'))).findings).toMatchObject([
      { level: 'error', rule: 'snapshot_lost', stream: 'two' },
    ]);
  });
});

describe('reading', () => {
  it('that breaks off names system, stream and the last record, and a new connection goes on behind it', async () => {
    await fill('long', 100_000);
    const connector = await source.open();
    const request = { stream: streamOf('long'), columns: ['id'], chunkSize: 500 };
    let cursor = '';
    let seen = 0;
    const reading = (async () => {
      for await (const chunk of connector.read(request)) {
        ({ cursor } = chunk);
        seen += chunk.records.length;
        if (seen === 500)
          await source.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy%'`,
          );
      }
    })();
    const refusal = await caught(reading);
    expect(refusal).toBeInstanceOf(SourceError);
    expect(refusal.place).toMatchObject({
      system: 'landmining',
      stream: 'long',
      position: expect.stringMatching(/^long:\d+$/),
    });
    expect(refusal.message).toContain('连接中断');
    expect(refusal.next).toContain('从中断处继续');
    expect(seen).toBeLessThan(100_000);
    const rest = await readRows(await source.open(), { ...request, after: cursor });
    expect(rest[0]).toEqual([seen + 1, String(seen + 1)]);
    expect(seen + rest.length).toBe(100_000);
  });

  it('that is aborted leaves nothing running, not even before the first record', async () => {
    await source.query(`create view slow as select 1::bigint as id, pg_sleep(60)::text as mc`);
    const connector = await source.open();
    const abort = new AbortController();
    const reading = readRows(connector, { stream: streamOf('slow'), columns: ['id', 'mc'], signal: abort.signal });
    await expect.poll(() => source.sessions('active')).toBe(1);
    abort.abort();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    await expect.poll(() => source.sessions()).toBe(1);
    expect(await source.sessions('active')).toBe(0);
  });

  it('that is left early, or aborted in the middle, leaves nothing running', async () => {
    await fill('long', 100_000);
    const connector = await source.open();
    const abort = new AbortController();
    const request = { stream: streamOf('long'), columns: ['mc'], chunkSize: 10 };
    for await (const _ of connector.read(request)) break;
    await expect.poll(() => source.sessions()).toBe(1);
    const reading = (async () => {
      for await (const _ of connector.read({ ...request, signal: abort.signal })) abort.abort();
    })();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    await expect.poll(() => source.sessions()).toBe(1);
    await expect(readRows(connector, { ...request, signal: abort.signal })).rejects.toBeInstanceOf(CancelledError);
    // The state is still there for the next stream.
    expect(await connector.describe(streamOf('long'))).toMatchObject({ declaredRows: 100_000 });
  });

  it('that the server does not answer is given up', async () => {
    await source.query(`create or replace view slow as select 1::bigint as id, pg_sleep(60)::text as mc`);
    const connector = await source.open({ statementTimeout: 1 });
    const refusal = await caught(readRows(connector, { stream: streamOf('slow'), columns: ['mc'] }));
    expect(refusal.message).toContain('没有送来数据');
    await expect.poll(() => source.sessions('active')).toBe(0);
    expect((await connector.describe(streamOf('slow'))).findings.map(({ rule }) => rule)).toContain('query_timeout');
  });

  it('that its consumer holds up for longer than the deadline goes on', async () => {
    await fill('long', 50_000);
    const connector = await source.open({ statementTimeout: 3 });
    let rows = 0;
    for await (const { records } of connector.read({ stream: streamOf('long'), columns: ['mc'], chunkSize: 25_000 })) {
      if (rows === 0) await new Promise((resolve) => setTimeout(resolve, 3500));
      rows += records.length;
    }
    expect(rows).toBe(50_000);
  });

  it('waits for its consumer: what is not taken stays on the server', async () => {
    await fill('long', 100_000);
    const connector = await source.open();
    const waiting = `select wait_event from pg_stat_activity where datname = current_database() and query like 'copy%' and state = 'active'`;
    for await (const _ of connector.read({ stream: streamOf('long'), columns: ['mc'], chunkSize: 10 })) {
      await expect.poll(() => source.query(waiting)).toEqual([{ wait_event: 'ClientWrite' }]);
      break;
    }
  });
});

describe('changed records', () => {
  it('are those at the moment given, behind it, or without one; each cursor leads on', async () => {
    await source.query(`create table changing (id bigint primary key, updated_at timestamp(0))`);
    const times = ['01:00:00', '02:00:00', '02:00:00', '03:00:00', null, '00:59:59'];
    for (const [index, time] of times.entries()) {
      await source.query(`insert into changing values ($1, $2)`, [index + 1, time && `2020-01-01 ${time}`]);
    }
    const stream = defineStream({
      name: 'changing',
      label: '变更',
      key: ['id'],
      deletion: [],
      version: 1,
      columns: { id: columns.id, updated_at: { type: 'timestamp(0)', label: '更新时间' } },
      cursor: { column: 'updated_at', kind: 'modification' },
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
    const wrong = await caught(readRows(connector, { ...request, changedSince: 'last night' }));
    expect(wrong.message).toContain('22007');
  });

  it('cannot be asked of a stream whose cursor stays behind later corrections', async () => {
    await fill('one', 1);
    const stream = defineStream({ ...streamOf('one'), cursor: { column: 'mc', kind: 'business' } });
    const reading = readRows(await source.open(), { stream, columns: ['id'], changedSince: 'x' });
    await expect(reading).rejects.toThrow(TypeError);
  });
});
