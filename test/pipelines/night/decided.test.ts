/** Nights somebody has answered for: nobody is sent to look again, and what was approved comes with the next sync. */
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { decideHold } from '../../../database/load/delivery-holds.ts';
import { readHolds } from '../../../database/read/holds.ts';
import { readOperations } from '../../../database/read/operations.ts';
import { readLastSyncs } from '../../../database/read/syncs.ts';
import { findCauses } from '../../../pipelines/alerts/causes.ts';
import { gatherNightReport } from '../../../pipelines/night/report.ts';
import { project, syncAt, useNight, type NightPlace } from './place.ts';

const openNight = useNight();
let database: Database;
let place: NightPlace;

beforeEach(() => {
  ({ database, place } = openNight());
});

const land = (at: string) => syncAt(place, database, { system: 'landmining', at, sweep: 'always' });

async function answer(verdict: 'approved' | 'refused', guard: string): Promise<void> {
  const holds = await readHolds(database, { systems: [], states: ['open'] });
  const hold = holds.find((each) => each.guard === guard);
  const decision = { id: hold?.id ?? '', verdict, by: '扎西', reason: '已核实' };
  expect(await decideHold(database, decision)).toBe(true);
}

async function reported(night: string) {
  const given = { database, night, systems: ['landmining', 'onestop'], operator: 'tester', productVersion: '1' };
  const { systems } = await gatherNightReport({ ...given, now: new Date() });
  return systems[0];
}

const parties = async (): Promise<number> =>
  (await database.query(`select 1 from canonical.parties where source_deleted_at is null`)).length;

/** Five nights of thirty bidders teach what is usual; then two are left. */
async function shrink(): Promise<void> {
  await place.land.query(`insert into td_jmr (jmr_id, mc, del_flag, updated_at)
    select n, '公司' || n, false, '2020-11-01' from generate_series(1, 30) n`);
  for (const day of [1, 2, 3, 4, 5]) await land(`2020-12-0${day}T02:00:00`);
  await place.land.query('delete from td_jmr where jmr_id > 2');
  const held = await land('2020-12-06T02:00:00');
  expect(held.verdicts.map(({ guard, level }) => `${guard} ${level}`)).toContain('volume stop');
  expect(held.status).toBe('stopped');
}

it('a delivery that was refused stays out, and the report sends nobody to the source', async () => {
  await shrink();
  expect((await reported('2020-12-06'))?.status).toBe('stopped');
  await answer('refused', 'volume');
  const report = await reported('2020-12-06');
  expect(report).toMatchObject({ status: 'decided', holds: [{ state: 'refused', decision: { by: '扎西' } }] });
  const standing = { syncs: await readLastSyncs(database), holds: [], dead: [] };
  expect(findCauses(standing)).toEqual([]);
  expect((await readOperations(database)).syncs[0]?.status).toBe('decided');
  const next = await land('2020-12-07T02:00:00');
  expect(next).toMatchObject({ status: 'decided', next: null, runs: [] });
  expect(next.message).toContain('已由 扎西 于');
  expect(await parties()).toBe(30);
});

it('once the source delivers something else, it is judged anew', async () => {
  await shrink();
  await answer('refused', 'volume');
  await place.land.query('delete from td_jmr where jmr_id > 1');
  expect((await land('2020-12-07T02:00:00')).status).toBe('stopped');
  await place.land.query(`insert into td_jmr (jmr_id, mc, del_flag, updated_at)
    select n, '公司' || n, false, '2020-11-01' from generate_series(2, 30) n`);
  expect((await land('2020-12-08T02:00:00')).status).toBe('green');
});

it('a delivery that was approved is loaded with the next sync, which warns and no longer stops', async () => {
  await shrink();
  await answer('approved', 'volume');
  expect((await reported('2020-12-06'))?.status).toBe('decided');
  const next = await land('2020-12-07T02:00:00');
  expect(next.verdicts.find(({ guard }) => guard === 'volume')).toMatchObject({ level: 'warn' });
  expect(await readHolds(database, { systems: [], states: ['approved'] })).toEqual([]);
  expect((await readHolds(database, { systems: [], states: ['released'] })).map(({ guard }) => guard)).toEqual([
    'volume',
  ]);
  // What the source no longer holds is another question.
  expect(next.runs).not.toEqual([]);
});

it('deletions that were refused leave a quiet night behind, and the decision in its report', async () => {
  const onestop = (at: string) => syncAt(place, database, { system: 'onestop', at });
  const keys = Array.from({ length: 10 }, (_, index) => String(index));
  await place.drop('20201130', ...keys.map((key) => project(key, '甲')));
  await onestop('2020-12-01T02:00:00');
  await place.drop('20201201', ...keys.slice(0, 6).map((key) => project(key, '甲', '<CZBZ>D</CZBZ>')));
  expect((await onestop('2020-12-02T02:00:00')).status).toBe('stopped');
  await answer('refused', 'mass_delete');
  expect(await reported('2020-12-02')).toMatchObject({ status: 'decided' });
  await place.drop('20201202', project('99', '新'));
  expect((await onestop('2020-12-03T02:00:00')).status).toBe('green');
  expect(await reported('2020-12-03')).toMatchObject({ status: 'green', holds: [{ state: 'refused' }] });
});
