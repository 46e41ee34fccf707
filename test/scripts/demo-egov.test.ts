import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAmountBalances, readStreamBalances } from '../../database/read/balances.ts';
import { egov } from '../../pipelines/systems/egov.ts';
import { generateEgov, makeEgov } from '../../scripts/demo-data/egov/centre.ts';
import { commonWorld } from '../../scripts/demo-data/world/shared.ts';
import type { SystemTruth } from '../../scripts/demo-data/truth.ts';
import { textOf, type PlantedDefect, type WorldOptions } from '../../scripts/demo-data/types.ts';
import { layFoundations } from '../../scripts/demo-data/world/world.ts';
import { useDatabases } from '../setup/database.ts';
import { runSystem } from '../setup/demo.ts';

const DISPOSITIONS = { quarantine: 'quarantined', repair: 'repaired', warn: 'loaded', skip: 'skipped' } as const;
const ALL = { systems: [] };

const openFresh = useDatabases();
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ggzy-egov-'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Writes one package below the root: `<name>/egov`. */
function deliver(name: string, options: WorldOptions): Promise<SystemTruth> {
  return generateEgov(join(root, name, 'egov'), options);
}

describe('the public site of the demo', () => {
  it('shares companies, offices, persons and matters with the other centres', () => {
    const options = { seed: 1, scale: 4, dirt: 0 };
    const { tables } = makeEgov(options);
    const plain = (text: string) => text.replaceAll(/[\s\u3000]|（(?:曾用名：|原).*$/g, '').replaceAll('(', '（');
    const held = (stream: string, field: string) =>
      new Set((tables[stream] ?? []).map((row) => plain(textOf(row, field)).replaceAll(')', '）')));
    const missing = (known: readonly string[], texts: Set<string>) => known.filter((text) => !texts.has(text));
    const { companies, offices } = commonWorld(options);
    const names = held('ztk_qyjbxx', 'QYMC');
    expect(
      missing(
        [...companies, ...offices].map(({ name }) => name),
        names,
      ),
    ).toEqual([]);
    const purchases = layFoundations(options).tables;
    const persons = (purchases['CG_GYS'] ?? []).filter((row) => row.cells['GYSLX'] === '2');
    expect(
      missing(
        persons.map((row) => textOf(row, 'XYDM')),
        held('ztk_qyjbxx', 'TYSHXYDM'),
      ),
    ).toEqual([]);
    const announced = (purchases['CG_XM'] ?? []).filter((row) => row.cells['ZT'] !== '10');
    expect(
      missing(
        announced.map((row) => textOf(row, 'XMMC')),
        held('xx_gg', 'XMMC'),
      ),
    ).toEqual([]);
    const senders = ['construction', 'landmining', 'procurement', 'stateassets', 'transport'];
    expect([...held('xx_gg', 'LYDW')].sort()).toEqual(senders);
  });
});

function describeDefect({ stream, source_key: key, position, field, kind, outcome }: PlantedDefect): string {
  return `${stream} ${key} ${position} ${field}: ${kind} ${DISPOSITIONS[outcome]}`;
}

describe.each([7, 2020])('of seed %i', (seed) => {
  it('gives exactly the findings that were planted, and nothing the second time', async () => {
    const { streams, defects } = await deliver(`seed-${seed}`, { seed, scale: 5, dirt: 1 });
    const { database } = await openFresh();
    const first = await runSystem(database, egov, join(root, `seed-${seed}`));
    expect(first.status).toBe('green');

    const rows = await database.query(
      `select concat_ws(' ', stream, source_key, position, field || ':', rule, disposition) as line, loaded_value as loaded
       from ops.issues where closed_run is null and severity <> 'info' or rule like 'duplicate%'`,
    );
    const found = new Map(rows.map(({ line, loaded }) => [line ?? '', loaded ?? '']));
    const planted = defects.map((defect) => {
      const line = describeDefect(defect);
      return [line, defect.outcome === 'repair' ? defect.expected : (found.get(line) ?? '')] as const;
    });
    expect(planted.length).toBeGreaterThan(250);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(planted));

    const balances = await readStreamBalances(database, ALL);
    expect(balances.map(({ stream, read, deleted, status }) => ({ stream, read, deleted, status }))).toEqual(
      streams.map(({ stream, rows_total: read, rows_deleted: deleted }) => ({
        stream,
        read,
        deleted,
        status: 'green',
      })),
    );
    expect((await readAmountBalances(database, ALL)).filter(({ balances: equal }) => !equal)).toEqual([]);
    const [handedOn] = await database.query(
      `select count(*) as n from canonical.complaints where trade_category like 'D%' or government_procurement`,
    );
    expect(handedOn?.['n']).toBe('0');

    await runSystem(database, egov, join(root, `seed-${seed}`), { now: new Date('2020-12-01T18:30:00Z') });
    const again = await readStreamBalances(database, ALL);
    expect(again.filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0)).toEqual([]);
  });
});
