/** A guest: one state for the whole run, nothing written or locked behind it, nothing left running. */
import { describe, expect, it } from 'vitest';
import { defineStream } from '../../../connectors/stream.ts';
import { CancelledError, SourceError } from '../../../core/errors.ts';
import { caught } from '../../contract/delivery.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import { numbersTo, readRows, useSource } from './source.ts';

const columns = { id: { type: 'bigint', label: '主键' }, mc: { type: 'text', label: '名称' } } as const;

function streamOf(name: string) {
  return defineStream({ name, label: name, key: ['id'], deletion: [], version: 1, columns });
}

describeOnMariadb('a reading of mysql', () => {
  const source = useSource();

  async function fill(name: string, rows: number, engine = 'InnoDB'): Promise<void> {
    await source.query(
      `drop table if exists ${name}; create table ${name} (id bigint primary key, mc text) engine ${engine}`,
    );
    await source.query(`insert into ${name} select seq, repeat('藏', 100) from ${numbersTo(rows)} order by seq`);
  }

  /** Ends what the reader does, as an administrator would. */
  async function kill(what: 'query' | 'connection'): Promise<void> {
    const rows = await source.query(`select id from information_schema.processlist where user = ?`, [
      source.settings['user'],
    ]);
    for (const row of rows) await source.query(`kill ${what} ${String(row['id'])}`);
  }

  describe('in one snapshot', () => {
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

    it('lets others have the one connection between two chunks, and goes on where it was', async () => {
      await fill('one', 50_000);
      await fill('two', 3);
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
      await expect.poll(() => source.sessions()).toBe(1);
    });

    it('serves two readings that take turns', async () => {
      await fill('one', 4000);
      const connector = await source.open();
      const request = { stream: streamOf('one'), columns: ['id'], chunkSize: 500 };
      const both = await Promise.all([readRows(connector, request), readRows(connector, request)]);
      expect(both.map((rows) => rows.length)).toEqual([4000, 4000]);
      expect(both[0]).toEqual(both[1]);
    });

    it('holds no lock between two streams', async () => {
      await fill('one', 3);
      const connector = await source.open();
      await connector.check([streamOf('one')]);
      await connector.describe(streamOf('one'));
      await readRows(connector, { stream: streamOf('one'), columns: ['id'] });
      await source.query(`set session lock_wait_timeout = 2; alter table one add column extra int`);
      expect(await source.sessions()).toBe(1);
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
      expect(refusal.message).toContain('表结构被改动');
    });

    it('refuses a table without one whose rows became fewer, and says beforehand that it may', async () => {
      await fill('old', 3, 'MyISAM');
      const connector = await source.open();
      const { declaredRows, findings } = await connector.describe(streamOf('old'));
      expect(declaredRows).toBe(3);
      expect(findings).toMatchObject([{ level: 'warning', rule: 'table_without_snapshot', position: 'old' }]);
      await source.query('delete from old where id = 2');
      const refusal = await caught(readRows(connector, { stream: streamOf('old'), columns: ['id'] }));
      expect(refusal.message).toContain('应有3行，实有2行');
    });

    it('says so when it is lost', async () => {
      await fill('one', 3);
      const connector = await source.open();
      await connector.describe(streamOf('one'));
      await kill('connection');
      await expect.poll(() => source.sessions()).toBe(0);
      const refusal = await caught(readRows(connector, { stream: streamOf('one'), columns: ['id'] }));
      expect(refusal.message).toContain('快照已失效');
      expect((await connector.describe(streamOf('two'))).findings).toMatchObject([
        { level: 'error', rule: 'snapshot_lost', stream: 'two' },
      ]);
    });
  });

  it('that breaks off names system, stream and the last record, and a new connection goes on behind it', async () => {
    await fill('long_run', 100_000);
    const connector = await source.open();
    const request = { stream: streamOf('long_run'), columns: ['id', 'mc'], chunkSize: 500 };
    let cursor = '';
    let seen = 0;
    const reading = (async () => {
      for await (const chunk of connector.read(request)) {
        ({ cursor } = chunk);
        seen += chunk.records.length;
        if (seen === 500) await kill('connection');
      }
    })();
    const refusal = await caught(reading);
    expect(refusal).toBeInstanceOf(SourceError);
    expect(refusal.place).toMatchObject({
      system: 'egov',
      stream: 'long_run',
      position: expect.stringMatching(/^long_run:\d+$/),
    });
    expect(refusal.message).toContain('连接中断');
    expect(refusal.next).toContain('从中断处继续');
    expect(seen).toBeLessThan(100_000);
    const rest = await readRows(await source.open(), { ...request, columns: ['id'], after: cursor });
    expect(rest[0]).toEqual([seen + 1, String(seen + 1)]);
    expect(seen + rest.length).toBe(100_000);
  });

  it('whose query is killed says so, and keeps the state for the next stream', async () => {
    await source.query(`create or replace view slow as select 1 as id, sleep(60) as mc`);
    await fill('one', 3);
    const connector = await source.open();
    const reading = caught(readRows(connector, { stream: streamOf('slow'), columns: ['mc'] }));
    await expect.poll(() => source.sessions('running')).toBe(1);
    await source.query(`insert into one values (4, 'new')`);
    await kill('query');
    const { message } = await reading;
    expect(message).toContain('查询被服务器一方终止');
    expect(await connector.describe(streamOf('one'))).toMatchObject({ declaredRows: 3 });
  });

  it('that is aborted leaves nothing running, not even before the first record', async () => {
    await source.query(`create or replace view slow as select 1 as id, sleep(60) as mc`);
    const connector = await source.open();
    const abort = new AbortController();
    const reading = readRows(connector, { stream: streamOf('slow'), columns: ['id', 'mc'], signal: abort.signal });
    await expect.poll(() => source.sessions('running')).toBe(1);
    abort.abort();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    expect(await source.sessions()).toBe(1);
    expect(await source.sessions('running')).toBe(0);
  });

  it('that is left early, or aborted in the middle, leaves nothing running and the state as it was', async () => {
    await fill('long_run', 100_000);
    const connector = await source.open();
    const abort = new AbortController();
    const request = { stream: streamOf('long_run'), columns: ['mc'], chunkSize: 10 };
    for await (const _ of connector.read(request)) break;
    expect(await source.sessions('running')).toBe(0);
    await source.query('delete from long_run where id > 5');
    const reading = (async () => {
      for await (const _ of connector.read({ ...request, signal: abort.signal })) abort.abort();
    })();
    expect(await caught(reading)).toBeInstanceOf(CancelledError);
    expect([await source.sessions(), await source.sessions('running')]).toEqual([1, 0]);
    await expect(readRows(connector, { ...request, signal: abort.signal })).rejects.toBeInstanceOf(CancelledError);
    expect(await connector.describe(streamOf('long_run'))).toMatchObject({ declaredRows: 100_000 });
  });

  it('that the server does not answer is given up', async () => {
    await source.query(`create or replace view slow as select 1 as id, sleep(60) as mc`);
    const connector = await source.open({ statementTimeout: 1 });
    const refusal = await caught(readRows(connector, { stream: streamOf('slow'), columns: ['mc'] }));
    expect(refusal.message).toContain('没有送来数据');
    expect(await source.sessions('running')).toBe(0);
    expect((await connector.describe(streamOf('slow'))).findings.map(({ rule }) => rule)).toContain('query_timeout');
  });

  it('that its consumer holds up for longer than the deadline goes on', async () => {
    await fill('long_run', 50_000);
    const connector = await source.open({ statementTimeout: 3 });
    let rows = 0;
    for await (const { records } of connector.read({
      stream: streamOf('long_run'),
      columns: ['mc'],
      chunkSize: 25_000,
    })) {
      if (rows === 0) await new Promise((resolve) => setTimeout(resolve, 3500));
      rows += records.length;
    }
    expect(rows).toBe(50_000);
  });

  it('waits for its consumer: what is not taken stays on the server', async () => {
    await fill('long_run', 200_000);
    const connector = await source.open();
    for await (const _ of connector.read({ stream: streamOf('long_run'), columns: ['mc'], chunkSize: 10 })) {
      const state = `select state from information_schema.processlist where user = ? and command = 'Query'`;
      const waiting = () => source.query(state, [source.settings['user']]);
      await expect.poll(waiting).toEqual([{ state: expect.stringMatching(/Sending data|Writing to net/) }]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await waiting()).toHaveLength(1);
      break;
    }
  });

  describe('of changed records', () => {
    const times = ['01:00:00', '02:00:00', '02:00:00', '03:00:00', null, '00:59:59'];

    it('gives those at the moment given, behind it, or without one; each cursor leads on', async () => {
      await source.query(`create table changing (id bigint primary key, gxsj datetime)`);
      for (const [index, time] of times.entries()) {
        await source.query(`insert into changing values (?, ?)`, [index + 1, time && `2020-01-01 ${time}`]);
      }
      const stream = defineStream({
        name: 'changing',
        label: '变更',
        key: ['id'],
        deletion: [],
        version: 1,
        columns: { id: columns.id, gxsj: { type: 'datetime', label: '更新时间' } },
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
      // The server would take it for no moment at all, and give every record.
      const wrong = await caught(readRows(connector, { ...request, changedSince: 'last night' }));
      expect(wrong.message).toContain('不是列 gxsj');
    });

    it('cannot be asked of a stream whose cursor stays behind later corrections', async () => {
      await fill('one', 1);
      const stream = defineStream({ ...streamOf('one'), cursor: { column: 'mc', kind: 'business' } });
      const reading = readRows(await source.open(), { stream, columns: ['id'], changedSince: 'x' });
      await expect(reading).rejects.toThrow(TypeError);
    });
  });
});
