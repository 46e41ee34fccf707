/** A guest: one state for the whole run, nothing written or locked behind it, nothing left running. */
import { expect, it } from 'vitest';
import { caught } from '../../contract/delivery.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import {
  describeChanges,
  describeInterruptions,
  describeSnapshot,
  describeWaiting,
  streamOf,
  type LiveKind,
  type LiveSource,
} from '../database/live-reading.ts';
import { readRows } from '../database/read-rows.ts';
import { numbersTo, useSource } from './source.ts';

const kind: LiveKind = {
  system: 'egov',
  impatience: 'set session lock_wait_timeout = 2',
  slowView: 'create or replace view slow as select 1 as id, sleep(60) as mc',
  momentType: 'datetime',
  faults: { emptied: '表结构被改动', noMoment: '不是列 gxsj' },
};

describeOnMariadb('a reading of mysql', () => {
  const source = useSource();

  async function fill(name: string, rows: number, engine = 'InnoDB'): Promise<void> {
    await source.query(
      `drop table if exists ${name}; create table ${name} (id bigint primary key, mc text) engine ${engine}`,
    );
    await source.query(`insert into ${name} select seq, repeat('藏', 200) from ${numbersTo(rows)} order by seq`);
  }

  /** Ends what the reader does, as an administrator would. */
  async function kill(what: 'query' | 'connection'): Promise<void> {
    const rows = await source.query(`select id from information_schema.processlist where user = ?`, [
      source.settings['user'],
    ]);
    for (const row of rows) await source.query(`kill ${what} ${String(row['id'])}`);
  }

  const live: LiveSource = {
    query: source.query,
    open: source.open,
    connections: () => source.sessions(),
    running: () => source.sessions('running'),
    async waiting() {
      const state = `select 1 from information_schema.processlist
        where user = ? and command = 'Query' and state in ('Sending data', 'Writing to net')`;
      return (await source.query(state, [source.settings['user']])).length === 1;
    },
    fill,
    cut: () => kill('connection'),
  };

  describeSnapshot(live, kind);
  describeInterruptions(live, kind);
  describeWaiting(live, kind);
  describeChanges(live, kind);

  it('takes turns with another one on the one connection', async () => {
    await fill('one', 4000);
    const connector = await source.open();
    const request = { stream: streamOf('one'), columns: ['id'], chunkSize: 500 };
    const both = await Promise.all([readRows(connector, request), readRows(connector, request)]);
    expect(both.map((rows) => rows.length)).toEqual([4000, 4000]);
    expect(both[0]).toEqual(both[1]);
  });

  it('refuses a table without a snapshot whose rows became fewer, and says beforehand that it may', async () => {
    await fill('old', 3, 'MyISAM');
    const connector = await source.open();
    const { declaredRows, findings } = await connector.describe(streamOf('old'));
    expect(declaredRows).toBe(3);
    expect(findings).toMatchObject([{ level: 'warning', rule: 'table_without_snapshot', position: 'old' }]);
    await source.query('delete from old where id = 2');
    const refusal = await caught(readRows(connector, { stream: streamOf('old'), columns: ['id'] }));
    expect(refusal.message).toContain('应有3行，实有2行');
  });

  it('whose query is killed says so, and keeps the state for the next stream', async () => {
    await source.query(kind.slowView);
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
});
