import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readStreamBalances } from '../../database/read/balances.ts';
import { landmining } from '../../pipelines/systems/landmining.ts';
import { LAND_STREAMS, writeLandMining } from '../../scripts/demo-data/landmining/centre.ts';
import { textOf, type PlantedDefect, type World } from '../../scripts/demo-data/types.ts';
import { generateWorld } from '../../scripts/demo-data/world/world.ts';
import { useDatabases } from '../setup/database.ts';
import { runSystem } from '../setup/demo.ts';

const KINDS =
  'code_fullwidth code_lowercase code_unknown control_char dangling_party date_placeholder division_retired division_unknown formula_text gbk_lost html_in_text html_script id_15 id_check_digit id_fullwidth id_lowercase_x id_placeholder mojibake money_absurd money_negative money_unit_mismatch money_unit_missing newline_in_text orphan overlong phone_invalid uscc_check_digit';
const DISPOSITIONS = { quarantine: 'quarantined', repair: 'repaired', warn: 'loaded', skip: 'skipped' } as const;

const openFresh = useDatabases();
const directories: string[] = [];
afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
});

function defectsOf({ truth }: World): PlantedDefect[] {
  return truth.defects.filter(({ system }) => system === 'landmining');
}

async function write(world: World): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-landmining-'));
  directories.push(directory);
  await writeLandMining(join(directory, 'landmining'), world.landmining);
  return directory;
}

describe('the land and mining centre of the demo', () => {
  const world = generateWorld({ seed: 1, scale: 20, dirt: 1 });

  it('holds every kind of defect that fits a typed database, and no other', () => {
    expect([...new Set(defectsOf(world).map(({ kind }) => kind))].sort()).toEqual(KINDS.split(' '));
  });

  it('fills every table, and is clean without dirt', () => {
    const clean = generateWorld({ seed: 1, scale: 1, dirt: 0 });
    expect(defectsOf(clean)).toEqual([]);
    for (const { name } of LAND_STREAMS) expect(clean.landmining[name]?.length).toBeGreaterThan(0);
    expect(world.landmining['td_jmr']?.length).toBeGreaterThan(400);
  });

  it('shares companies, persons and offices with the other centres', () => {
    const column = (rows: readonly (typeof world.tables)[string][number][] | undefined, field: string): Set<string> =>
      new Set((rows ?? []).map((row) => textOf(row, field)).filter(Boolean));
    const shared = (left: Set<string>, right: Set<string>): number =>
      [...left].filter((text) => right.has(text)).length;
    const suppliers = column(world.tables['CG_GYS'], 'XYDM');
    expect(shared(column(world.landmining['td_jmr'], 'zjhm'), suppliers)).toBeGreaterThan(50);
    const purchasers = column(world.tables['CG_CGR'], 'DWMC');
    expect(shared(column(world.landmining['td_crgg'], 'lxdw'), purchasers)).toBeGreaterThan(20);
    const persons = world.landmining['td_jmr']?.filter((row) => row.cells['zjlx'] === '身份证');
    expect(shared(column(persons, 'zjhm'), suppliers)).toBeGreaterThan(10);
  });

  it('is the same for the same seed', () => {
    const again = generateWorld({ seed: 1, scale: 20, dirt: 1 });
    expect(again.landmining).toEqual(world.landmining);
    expect(again.truth).toEqual(world.truth);
  });
});

describe.each([7, 2020])('of seed %i', (seed) => {
  it('gives exactly the findings that were planted, and nothing the second time', async () => {
    const world = generateWorld({ seed, scale: 20, dirt: 1 });
    const directory = await write(world);
    const { database } = await openFresh();
    const { status } = await runSystem(database, landmining, directory);
    expect(status).toBe('green');

    const rows = await database.query(
      `select concat_ws(' ', stream, source_key, position, field || ':', rule, disposition) as line, loaded_value as loaded
       from ops.issues where closed_run is null and severity <> 'info'`,
    );
    const found = new Map(rows.map(({ line, loaded }) => [line ?? '', loaded ?? '']));
    const planted = new Map(
      defectsOf(world).map(({ stream, source_key, position, field, kind, outcome, expected }) => {
        const line = `${stream} ${source_key} ${position} ${field}: ${kind} ${DISPOSITIONS[outcome]}`;
        return [line, outcome === 'repair' ? expected : (found.get(line) ?? '')];
      }),
    );
    expect(planted.size).toBeGreaterThan(100);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(planted));

    const { streams } = world.truth;
    const balances = await readStreamBalances(database, { systems: [] });
    expect(balances.map(({ stream, read, deleted }) => ({ stream, read, deleted }))).toEqual(
      streams
        .filter(({ system }) => system === 'landmining')
        .map(({ stream, rows_total, rows_deleted }) => ({ stream, read: rows_total, deleted: rows_deleted })),
    );
    await runSystem(database, landmining, directory, { now: new Date('2020-12-01T18:30:00Z') });
    const again = await readStreamBalances(database, { systems: [] });
    expect(again.filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0)).toEqual([]);
  });
});
