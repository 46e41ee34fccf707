/** Nights of two systems: packages that come a day at a time, and a live database. */
import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { decideHold } from '../../../database/load/delivery-holds.ts';
import { readHolds } from '../../../database/read/holds.ts';
import { readSyncs } from '../../../database/read/syncs.ts';
import { previewSystem } from '../../../pipelines/night/preview.ts';
import { declared, project, syncAt, useNight, type NightPlace } from './place.ts';

const openNight = useNight();
let database: Database;
let place: NightPlace;

beforeEach(() => {
  ({ database, place } = openNight());
});

const projects = async (): Promise<string[]> => {
  const rows = await database.query(
    `select source_key || ' ' || name as line from canonical.projects where source_deleted_at is null order by 1`,
  );
  return rows.map(({ line }) => line ?? '');
};
const days = async (): Promise<string[]> => {
  const rows = await database.query(`select day || ' ' || status as line from ops.deliveries order by 1`);
  return rows.map(({ line }) => line ?? '');
};

describe('packages of days', () => {
  const onestop = (at: string) => syncAt(place, database, { system: 'onestop', at });

  it('are caught up day by day, in order, and not looked at again', async () => {
    await place.drop('20201202', project('1', '丙'), project('3', '新'));
    await place.drop('20201130', project('1', '甲'), project('2', '乙'));
    await place.drop('20201201', project('1', '乙'));
    const first = await onestop('2020-12-03T02:00:00');
    expect(first).toMatchObject({ status: 'green', days: ['2020-11-30', '2020-12-01', '2020-12-02'] });
    expect(await projects()).toEqual(['1 丙', '2 乙', '3 新']);
    const again = await onestop('2020-12-03T03:00:00');
    expect(again).toMatchObject({ status: 'green', days: [], runs: [] });
  });

  it('that hold a day once more change nothing', async () => {
    await place.drop('20201130', project('1', '甲'));
    await place.drop('20201201', project('1', '乙'));
    await place.drop('20201202', project('1', '丙'));
    await onestop('2020-12-03T02:00:00');
    await utimes(join(place.directory, 'drop/TZXM_20201201_001.xml'), 5, 5);
    const repeated = await onestop('2020-12-03T03:00:00');
    expect(repeated).toMatchObject({ status: 'green', days: ['2020-12-01'], runs: [] });
    expect(await projects()).toEqual(['1 丙']);
    const [row] = await database.query(`select message from ops.deliveries where day = '2020-12-01'`);
    expect(row).toEqual({ message: '与先前交付的内容相同' });
  });

  it('that are missing or do not come any more are told', async () => {
    await place.drop('20201130', project('1', '甲'));
    await place.drop('20201202', project('1', '乙'));
    const missing = await onestop('2020-12-03T02:00:00');
    expect(missing.status).toBe('warned');
    expect(missing.verdicts.map(({ guard, measured }) => `${guard} ${measured}`)).toEqual(['freshness 2020-12-01']);
    const absent = await onestop('2020-12-06T02:00:00');
    expect(absent.status).toBe('stopped');
    expect(absent.message).toContain('逾期');
  });

  it('that cannot be read stop their stream, not the day, and are taken once they are mended', async () => {
    await place.drop('20201130', project('1', '甲'));
    await onestop('2020-12-01T02:00:00');
    await place.drop('20201201', project('1', '乙<XMMC>'));
    const broken = await onestop('2020-12-02T02:00:00');
    expect(broken).toMatchObject({ status: 'failed', days: ['2020-12-01'] });
    expect(broken.message).toContain('TZXM');
    expect(broken.next).not.toBeNull();
    expect(await days()).toEqual(['2020-11-30 accepted', '2020-12-01 incomplete']);
    expect(await projects()).toEqual(['1 甲']);
    await place.drop('20201201', project('1', '乙'));
    expect(await onestop('2020-12-02T03:00:00')).toMatchObject({ status: 'green' });
    expect(await days()).toEqual(['2020-11-30 accepted', '2020-12-01 accepted']);
    expect(await projects()).toEqual(['1 乙']);
  });

  it('whose deletions are held load the rest; an approval takes effect on the next night', async () => {
    const keys = Array.from({ length: 10 }, (_, index) => String(index));
    await place.drop('20201130', ...keys.map((key) => project(key, '甲')));
    await onestop('2020-12-01T02:00:00');
    const deleted = keys.slice(0, 6).map((key) => project(key, '甲', '<CZBZ>D</CZBZ>'));
    await place.drop('20201201', ...deleted, project('99', '新'));
    const held = await onestop('2020-12-02T02:00:00');
    expect(held).toMatchObject({ status: 'stopped' });
    // They wait for an answer, and are not bad records besides.
    expect(held.verdicts.map(({ guard }) => guard)).toEqual(['mass_delete']);
    expect(held.next).toContain('ggzy approve onestop.TZXM.mass_delete');
    expect(await projects()).toHaveLength(11);
    const [hold] = await readHolds(database, { systems: ['onestop'], states: ['open'] });
    await decideHold(database, { id: hold?.id ?? '', verdict: 'approved', by: '扎西', reason: '已核实' });
    expect((await onestop('2020-12-02T03:00:00')).status).toBe('green');
    expect(await projects()).toHaveLength(5);
  });

  it('in a folder that is gone fail the system and say what to do', async () => {
    await rm(join(place.directory, 'drop'), { recursive: true });
    const sync = await onestop('2020-12-01T02:00:00');
    expect(sync.status).toBe('failed');
    expect(sync.failure?.next).toBeTruthy();
    expect((await readSyncs(database, { systems: ['onestop'], limit: 1 }))[0]).toMatchObject({ status: 'failed' });
  });
});

describe('a live source', () => {
  const land = (at: string, more: { sweep?: 'due' | 'always' } = {}) =>
    syncAt(place, database, { system: 'landmining', at, ...more });
  const bidder = (id: number, name: string, at: string) =>
    place.land.query(
      `insert into td_jmr (jmr_id, mc, del_flag, updated_at) values ($1, $2, false, $3)
       on conflict (jmr_id) do update set mc = excluded.mc, updated_at = excluded.updated_at`,
      [id, name, at],
    );
  const names = async (): Promise<string[]> => {
    const rows = await database.query(
      `select source_key || ' ' || name as line from canonical.parties where stream = 'td_jmr' and source_deleted_at is null
       order by 1`,
    );
    return rows.map(({ line }) => line ?? '');
  };
  const lastReads = async (): Promise<string[]> => {
    const rows = await database.query(`
      select s.stream || ' ' || r.complete || ' ' || s.read as line from ops.stream_runs s join ops.runs r using (run_id)
      where r.run_id in (select run_id from ops.sync_runs where sync_id = (select max(id) from ops.syncs)) and s.read > 0 order by 1`);
    return rows.map(({ line }) => line ?? '');
  };

  beforeEach(async () => {
    for (const id of [1, 2, 3]) await bidder(id, `公司${id}`, `2020-11-2${id} 10:00:00`);
  });

  it('whose columns are not what they were is told the next night, not when everything is compared again', async () => {
    await land('2020-12-01T02:00:00');
    await place.land.query('alter table td_jmr add column bz text');
    await bidder(1, '改名公司', '2020-12-01 12:00:00');
    const warned = await land('2020-12-02T02:00:00');
    expect(warned.verdicts.map(({ guard, level, stream }) => `${guard} ${level} ${stream}`)).toEqual([
      'drift warn td_jmr',
    ]);
    expect(await names()).toContain('1 改名公司');
  });

  it('is read as a whole first, by changes then, and compared as a whole again after a week', async () => {
    expect(await land('2020-12-01T02:00:00')).toMatchObject({ status: 'green', days: [''] });
    await bidder(2, '新名', '2020-12-01 12:00:00');
    await land('2020-12-02T02:00:00');
    expect(await lastReads()).toEqual(['td_jmr false 2']);
    expect(await names()).toEqual(['1 公司1', '2 新名', '3 公司3']);
    // Changed behind the cursor: only a comparison finds it.
    await place.land.query(`update td_jmr set mc = '暗改' where jmr_id = 1`);
    await land('2020-12-03T02:00:00');
    expect(await names()).toContain('1 公司1');
    await database.query(`update ops.runs set as_of = '2020-12-01T02:00:00+08'`);
    await land('2020-12-08T02:00:00');
    expect(await lastReads()).toEqual(['td_jmr true 3']);
    expect(await names()).toContain('1 暗改');
  });

  it('whose clock steps back is compared as a whole the same night', async () => {
    await land('2020-12-01T02:00:00');
    await place.land.query(`update td_jmr set mc = '甲', updated_at = '2020-11-20 10:00:00' where jmr_id = 1`);
    await place.land.query(`update td_jmr set mc = '乙', updated_at = '2020-11-19 10:00:00' where jmr_id = 3`);
    const stepped = await land('2020-12-02T02:00:00');
    expect(stepped).toMatchObject({ status: 'warned' });
    expect(stepped.verdicts.map(({ guard, stream }) => `${guard} ${stream}`)).toEqual(['cursor td_jmr']);
    expect(await names()).toEqual(['1 甲', '2 公司2', '3 乙']);
    expect(await land('2020-12-03T02:00:00')).toMatchObject({ status: 'green' });
  });

  it('whose newest record went back into quarantine is told of once', async () => {
    const parcel = (id: number, price: number, at: string) =>
      place.land.query(
        `insert into td_dk (dk_id, qsj, qsj_dw, del_flag, updated_at) values ($1, $2, '元', false, $3)
         on conflict (dk_id) do update set qsj = excluded.qsj, updated_at = excluded.updated_at`,
        [id, price, at],
      );
    await parcel(1, 100_000, '2020-11-20 10:00:00');
    await parcel(2, 100_000, '2020-11-23 10:00:00');
    await land('2020-12-01T02:00:00');
    await parcel(2, -5, '2020-11-01 10:00:00');
    const stepped = await land('2020-12-02T02:00:00');
    expect(stepped.verdicts.map(({ guard, stream }) => `${guard} ${stream}`)).toEqual(['cursor td_dk']);
    expect((await land('2020-12-03T02:00:00')).verdicts).toEqual([]);
  });

  it('whose column changed its type is stopped by name, and the others are read', async () => {
    await land('2020-12-01T02:00:00');
    await place.land.query('alter table td_jmr alter column zjhm type text');
    await bidder(4, '丁', '2020-12-01 10:00:00');
    const sync = await land('2020-12-02T02:00:00');
    expect(sync.status).toBe('failed');
    expect(sync.verdicts).toContainEqual(expect.objectContaining({ guard: 'drift', stream: 'td_jmr', level: 'stop' }));
    expect(await names()).toHaveLength(3);
    await place.land.query('alter table td_jmr alter column zjhm type varchar(30)');
    expect(await land('2020-12-03T02:00:00')).toMatchObject({ status: 'green' });
    expect(await names()).toHaveLength(4);
  });

  it('can be previewed: how each stream is read and how much is usual, and nothing is written', async () => {
    await land('2020-12-01T02:00:00');
    const before = await database.query('select count(*) as n from ops.runs');
    const options = {
      database,
      settings: place.settings,
      declaration: declared('landmining'),
      sweep: 'always',
    } as const;
    const preview = await previewSystem({ ...options, now: new Date('2020-12-02T02:00:00+08:00') });
    expect(preview.fault).toBeNull();
    expect(preview.deliveries[0]?.streams).toContainEqual({
      stream: 'td_jmr',
      sort: 'state',
      declared: 3,
      expected: 3,
      fault: null,
    });
    expect(await database.query('select count(*) as n from ops.runs')).toEqual(before);
  });
});
