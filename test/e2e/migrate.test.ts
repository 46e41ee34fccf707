/** The whole way of all demo systems: what was planted is found, what was found was planted, twice changes nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../database/connection.ts';
import { readAmountBalances, readStreamBalances } from '../../database/read/balances.ts';
import { CENTRES } from '../../pipelines/registry.ts';
import type { PlantedDefect } from '../../scripts/demo-data/types.ts';
import type { CentreRun } from '../setup/centre.ts';
import { useDatabases } from '../setup/database.ts';
import { editTable, runDemo, useDemo, type Demo } from '../setup/demo.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

const openFresh = useDatabases();
const writeDemo = useDemo();
const ALL = { systems: [] };
let database: Database;
let demo: Demo;
let first: CentreRun[];

beforeAll(async () => {
  ({ database } = await openFresh());
  demo = await writeDemo({ seed: 11, scale: 4, dirt: 1 });
  first = await runDemo(database, demo.directory);
});

const DISPOSITIONS = { quarantine: 'quarantined', repair: 'repaired', warn: 'loaded', skip: 'skipped' } as const;
/** Kinds whose `expected` is the value that is loaded, besides all repairs. */
const DECIDED = new Set(['dob_mismatch']);

function describeDefect(defect: PlantedDefect): string {
  const { system, stream, source_key, field, kind, outcome, expected, position } = defect;
  const loaded = expected !== '' && (outcome === 'repair' || DECIDED.has(kind)) ? ` → ${expected}` : '';
  return `${system} ${stream} ${source_key} ${position} ${field}: ${kind}, ${DISPOSITIONS[outcome]}${loaded}`;
}

/** Open issues, written as the planted defects are. A cell of a sheet is placed by its row. */
async function readFindings(): Promise<{ line: string; short: string; severity: string }[]> {
  const rows = await database.query(`
    select concat_ws(' ', system, stream, source_key, regexp_replace(position, '@[A-Z]+', '@'), field || ':') || ' '
      || rule || ', ' || disposition as short, loaded_value as loaded, severity
    from ops.issues where closed_run is null`);
  return rows.map(({ short, loaded, severity }) => ({
    line: `${short} → ${loaded}`,
    short: short ?? '',
    severity: severity ?? '',
  }));
}

describe('the first run', () => {
  it('is green in every stream, and every stream balances', async () => {
    expect(first.map(({ status }) => status)).toEqual(CENTRES.map(() => 'green'));
    const balances = await readStreamBalances(database, ALL);
    expect(balances.map(({ stream, read, status }) => ({ stream, read, status }))).toEqual(
      expect.arrayContaining(
        demo.truth.streams.map(({ stream, rows_total }) => ({ stream, read: rows_total, status: 'green' })),
      ),
    );
    expect(balances).toHaveLength(demo.truth.streams.length);
    const amounts = await readAmountBalances(database, ALL);
    expect(amounts.length).toBeGreaterThan(10);
    expect(amounts.filter((amount) => !amount.balances)).toEqual([]);
  });

  it('finds every planted defect in its place, with what became of the value', async () => {
    const findings = await readFindings();
    const found = new Set(findings.flatMap(({ line, short }) => [line, short]));
    const planted = demo.truth.defects.map(describeDefect);
    expect(planted.length).toBeGreaterThan(150);
    expect(planted.filter((defect) => !found.has(defect))).toEqual([]);
  });

  it('raises no false alarm', async () => {
    const planted = new Set(demo.truth.defects.map((defect) => describeDefect(defect).replace(/ → .*$/s, '')));
    const alarms = (await readFindings()).filter(({ severity, short }) => severity !== 'info' && !planted.has(short));
    expect(alarms.map(({ line }) => line)).toEqual([]);
  });

  it('deletes what the source says is deleted', async () => {
    const [row] = await database.query(`select count(*) as n from canonical.purchase_projects
      where source_deleted_at is not null`);
    expect(Number(row?.['n'])).toBe(demo.truth.streams.find(({ stream }) => stream === 'CG_XM')?.rows_deleted);
  });
});

describe('the second run of the same delivery', () => {
  it('changes nothing at all', async () => {
    const before = await takeSnapshot(database, 'all');
    await runDemo(database, demo.directory, { now: new Date('2020-12-01T18:30:00Z') });
    expect(await takeSnapshot(database, 'all')).toEqual(before);
    const balances = await readStreamBalances(database, ALL);
    const changed = balances.filter(({ inserted, updated, deleted, vanished, status }) => {
      return inserted + updated + deleted + vanished > 0 || status !== 'green';
    });
    expect(changed).toEqual([]);
  }, 120_000);
});

describe('a delivery with one other cell', () => {
  it('updates one record and nothing else', async () => {
    const before = await takeSnapshot(database, 'all');
    const touched = new Set(demo.truth.defects.map(({ source_key }) => source_key));
    await editTable(demo.directory, 'CG_ZJ_ZY', (bytes) => {
      const line = bytes.split('\r\n').find((text) => {
        const [expert = '', item = '', , flag] = text.split(',');
        return (flag === '0' || flag === '1') && !touched.has(`${expert}|${item}`);
      });
      if (line === undefined) throw new Error('no row to change');
      return bytes.replace(line, line.slice(0, -1) + (line.endsWith('1') ? '0' : '1'));
    });
    await runDemo(database, demo.directory, { now: new Date('2020-12-02T18:30:00Z') });
    const after = await takeSnapshot(database, 'all');
    const changes = Object.keys(after).flatMap((table) => {
      const known = new Set(before[table]);
      const others = after[table]?.filter((row) => !known.has(row)) ?? [];
      return others.length === 0 ? [] : [`${table}: ${others.length}`];
    });
    // The new version and the one that gave way.
    expect(changes.toSorted()).toEqual(['canonical."expert_specialties": 1', 'raw."procurement_cg_zj_zy": 2']);
    const balances = await readStreamBalances(database, ALL);
    const moved = balances.filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0);
    expect(moved.map(({ stream, updated, status }) => ({ stream, updated, status }))).toEqual([
      { stream: 'CG_ZJ_ZY', updated: 1, status: 'green' },
    ]);
  }, 120_000);
});
