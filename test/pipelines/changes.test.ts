/** Reading what was changed, by the column that moves with every change. */
import { beforeEach, describe, expect, it } from 'vitest';
import { beforeTime, migrateChanges } from '../../pipelines/changes.ts';
import type { RunResult } from '../../pipelines/run.ts';
import { NOW, useCentre, type Centre } from '../setup/centre.ts';
import { MemoryConnector, type Cells, type Tables } from '../setup/memory-connector.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

let centre: Centre;
const openCentre = useCentre();

beforeEach(() => {
  centre = openCentre();
});

const supplier = (GYSID: string, XGSJ: string | null, more: Cells = {}): Cells => {
  return { GYSID, MC: `${GYSID}公司`, IS_DEL: '0', XGSJ, ...more };
};
const BEFORE = [
  supplier('1', '2020-11-01 08:00:00'),
  supplier('2', '2020-11-20 08:00:00'),
  supplier('3', '2020-11-20 08:05:00.500'),
];

/** @returns null where the source was not asked. */
async function readChanges(tables: Tables): Promise<RunResult | null> {
  const connector = new MemoryConnector(tables);
  const { database, declaration } = centre;
  return migrateChanges({
    database,
    connector,
    declaration,
    chunkSize: 1000,
    operator: 'tester',
    now: NOW,
    day: '',
    signal: new AbortController().signal,
    progress: () => undefined,
    only: new Set(Object.keys(tables)),
  });
}

describe('what was changed', () => {
  it('is all that is read, beside what lies shortly before', async () => {
    await centre.run({ CG_GYS: BEFORE });
    const changed = supplier('1', '2020-11-21 08:00:00', { MC: '新名公司' });
    const deleted = supplier('2', '2020-11-21 08:01:00', { IS_DEL: '1' });
    await readChanges({ CG_GYS: [changed, deleted, BEFORE[2] ?? {}, supplier('4', '2020-11-21 09:00:00')] });
    const counts = { status: 'green', read: '4', inserted: '1', updated: '1', unchanged: '1', deleted: '1' };
    expect(await centre.counts('CG_GYS')).toEqual(counts);
    const names = await centre.rows('parties', 'name, source_deleted_at is not null as gone');
    expect(names.map(({ name, gone }) => `${name} ${gone}`)).toEqual(['新名公司 f', '2公司 t', '3公司 f', '4公司 f']);
  });

  it('may be nothing: what is read again changes nothing', async () => {
    await centre.run({ CG_GYS: BEFORE });
    const before = await takeSnapshot(centre.database, 'all');
    await readChanges({ CG_GYS: BEFORE });
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '2', unchanged: '2' });
    expect(await takeSnapshot(centre.database, 'all')).toEqual(before);
  });

  it('includes records without a time', async () => {
    await centre.run({ CG_GYS: BEFORE });
    await readChanges({ CG_GYS: [...BEFORE, supplier('5', null)] });
    expect(await centre.counts('CG_GYS')).toMatchObject({ read: '3', inserted: '1' });
  });

  it('deletes nothing by absence', async () => {
    const purchasers = ['1', '2', '3'].map((CGRID) => ({ CGRID, DWMC: `${CGRID}单位`, XGSJ: '2020-11-01 08:00:00' }));
    await centre.run({ CG_CGR: purchasers });
    await readChanges({ CG_CGR: purchasers.slice(1) });
    expect(await centre.rows('parties', 'source_key', 'source_deleted_at is not null')).toEqual([]);
  });

  it('is measured from what was read, not from a clock that runs ahead', async () => {
    await centre.run({ CG_GYS: [...BEFORE, supplier('9', '2099-01-01 00:00:00')] });
    await readChanges({ CG_GYS: [...BEFORE, supplier('9', '2099-01-01 00:00:00')] });
    expect(await centre.counts('CG_GYS')).toMatchObject({ read: '3', unchanged: '3' });
  });

  it('is measured from times, not from what was typed where one belongs', async () => {
    const tables = { CG_GYS: [...BEFORE, supplier('9', '2020-11-2O 08:00')] };
    await centre.run(tables);
    await readChanges(tables);
    expect(await centre.counts('CG_GYS')).toMatchObject({ read: '3', unchanged: '3' });
  });

  it('is unknown where nothing was read before, or no column tells', async () => {
    expect(await readChanges({ CG_GYS: BEFORE })).toBeNull();
  });

  it('is settled by the next complete delivery, which finds nothing to do', async () => {
    await centre.run({ CG_GYS: BEFORE }, { judgedBy: 'one judge' });
    const later = [...BEFORE, supplier('4', '2020-11-21 09:00:00')];
    await readChanges({ CG_GYS: later });
    await centre.run({ CG_GYS: later }, { judgedBy: 'one judge' });
    expect(await centre.counts('CG_GYS')).toEqual({ status: 'green', read: '4', unchanged: '4' });
  });
});

it.each([
  ['2020-11-20 08:05:00.500', '2020-11-20 07:55:00'],
  ['2020-11-20', '2020-11-19 23:50:00'],
  ['today', null],
])('ten minutes before %s', (time, expected) => {
  expect(beforeTime(time, 600)).toBe(expected);
});
