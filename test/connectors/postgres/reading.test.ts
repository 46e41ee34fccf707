/** A guest: one state for the whole run, nothing written or locked behind it, nothing left running. */
import { describe } from 'vitest';
import {
  describeChanges,
  describeInterruptions,
  describeSnapshot,
  describeWaiting,
  type LiveKind,
  type LiveSource,
} from '../database/live-reading.ts';
import { useSource } from './source.ts';

const source = useSource();
const READS = `datname = current_database() and application_name = 'ggzy'`;

const live: LiveSource = {
  query: source.query,
  open: source.open,
  connections: () => source.sessions(),
  running: () => source.sessions('active'),
  async waiting() {
    const rows = await source.query(
      `select 1 from pg_stat_activity where ${READS} and state = 'active' and wait_event = 'ClientWrite'`,
    );
    return rows.length === 1;
  },
  async fill(name, rows) {
    await source.query(`drop table if exists ${name}; create table ${name} (id bigint primary key, mc text)`);
    await source.query(`insert into ${name} select i, repeat('藏', 200) from generate_series(1, ${rows}) i`);
  },
  async cut() {
    await source.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${READS}`);
  },
};

const kind: LiveKind = {
  system: 'landmining',
  impatience: `set lock_timeout = '2s'`,
  slowView: 'create or replace view slow as select 1::bigint as id, pg_sleep(60)::text as mc',
  momentType: 'timestamp(0)',
  faults: { emptied: '应有3行，实有0行', noMoment: '22007' },
};

describe('a reading of postgres', () => {
  describeSnapshot(live, kind);
  describeInterruptions(live, kind);
  describeWaiting(live, kind);
  describeChanges(live, kind);
});
