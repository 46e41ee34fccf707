/**
 * Every rule has an example that goes the whole way from the delivery to an open issue: most are planted in the demo
 * data (`migrate.test.ts` finds them), the rest stand here, one oddity each.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { openConnector } from '../../connectors/registry.ts';
import type { Database } from '../../database/connection.ts';
import { projects } from '../../mappings/procurement/projects.ts';
import type { SystemDeclaration } from '../../pipelines/system.ts';
import { landmining } from '../../pipelines/systems/landmining.ts';
import { onestop } from '../../pipelines/systems/onestop.ts';
import { procurement } from '../../pipelines/systems/procurement.ts';
import { stateassets } from '../../pipelines/systems/stateassets.ts';
import { RULES, type RuleId } from '../../schemas/rules.ts';
import { nightSchema } from '../../pipelines/night/night-settings.ts';
import { syncSystem } from '../../pipelines/night/sync-system.ts';
import { gbPackage } from '../fixtures/formats/xml-package.ts';
import { writeBooks, writePackage, writeXml } from '../fixtures/deliveries.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';
import { Centre, NOW, runConnector } from '../setup/centre.ts';
import { emptyDatabase, useDatabases } from '../setup/database.ts';
import { useDemo } from '../setup/demo.ts';
import type { Tables } from '../setup/memory-connector.ts';

const openFresh = useDatabases();
const writeDemo = useDemo();

let target: Database;

beforeAll(async () => {
  target = (await openFresh()).database;
});

type Deliver = (database: Database) => Promise<unknown>;

/** Records of a centre, one delivery after the other. */
const records =
  (declaration: SystemDeclaration, ...deliveries: readonly Tables[]): Deliver =>
  async (database) => {
    const centre = new Centre(database, declaration);
    for (const tables of deliveries) await centre.run(tables);
  };

/** Files of a centre, read by the connector the centre's deliveries need. */
const files =
  (declaration: SystemDeclaration, kind: string, write: (directory: string) => Promise<unknown>): Deliver =>
  async (database) => {
    const directory = await temporaryDirectory();
    await write(directory);
    const settings = kind === 'excel' ? { directory, optionalSheets: true } : { directory };
    const connector = await openConnector(kind, settings, { system: declaration.system, baseDirectory: directory });
    const only = new Set(['CG_XM', 'TZXM', '转受让方名录']);
    await runConnector(database, connector, declaration, { only });
    await connector.close();
  };

const packaged = (csv: string, listed: Readonly<Record<string, unknown>> = {}): Deliver =>
  files(procurement, 'offline-package', (directory) => writePackage(directory, 'CG_XM', { csv, listed }));

const books = (rows: Parameters<typeof writeBooks>[1]): Deliver =>
  files(stateassets, 'excel', (directory) => writeBooks(directory, rows));

/** Days of a drop folder, synced as each comes. */
const nights =
  (...days: readonly string[]): Deliver =>
  async (database) => {
    const directory = await temporaryDirectory();
    const systems = new Map([['onestop', { connector: 'xml', settings: { directory, optionalStreams: true } }]]);
    const embedded = { url: '', directory: '' };
    const settings = { file: 'ggzy.yaml', baseDirectory: directory, target: embedded, chunkSize: 1000, systems };
    const signal = new AbortController().signal;
    for (const day of days) {
      await writeFile(join(directory, `TZXM_${day}_001.xml`), gbPackage(`<XMDM>${day}</XMDM><XMMC>甲</XMMC>`));
      await syncSystem({
        database,
        signal,
        operator: 'tester',
        now: NOW,
        sweep: 'due',
        progress: () => undefined,
        settings: { ...settings, night: nightSchema.parse({}) },
        declaration: onestop,
      });
    }
  };

const HEADER = Object.keys(projects.stream.columns).join(',');
/** A record of the table: its key, and nothing else. */
const ROW = `1${','.repeat(Object.keys(projects.stream.columns).length - 1)}`;
const OTHER_HASH = '0'.repeat(64);
const purchasers = (...keys: readonly string[]) => keys.map((CGRID) => ({ CGRID, DWMC: `${CGRID}号单位` }));
const project = { XMID: '1', XMBH: 'P1' };

/** Oddity by rule, and the issue it leaves: disposition, stream, key and column. */
const FIXTURES: Partial<Readonly<Record<RuleId, readonly [Deliver, string]>>> = {
  code_malformed: [
    records(procurement, { CG_GYS: [{ GYSID: '1', MC: '甲公司', XYDM: '内部-17' }] }),
    'loaded CG_GYS 1 XYDM',
  ],
  date_unreadable: [records(procurement, { CG_XM: [{ ...project, XGSJ: '去年底' }] }), 'loaded CG_XM 1 XGSJ'],
  number_unreadable: [
    records(procurement, { CG_XM: [project], CG_FB: [{ FBID: '1', XMID: '1' }], CG_HT: [{ HTID: '1', HTQX: '若干' }] }),
    'loaded CG_HT 1 HTQX',
  ],
  schema_violation: [records(procurement, { CG_HT: [{ HTID: '1', HTQX: '12345678901' }] }), 'quarantined CG_HT 1 HTQX'],
  area_unit_missing: [records(landmining, { td_dk: [{ dk_id: '1', mj: '7' }] }), 'loaded td_dk 1 mj'],
  key_missing: [records(procurement, { CG_XM: [{ XMBH: 'P1' }] }), 'quarantined CG_XM CG_XM:1 XMID'],
  key_overlong: [
    records(procurement, { CG_XM: [{ XMID: '长'.repeat(9000), XMBH: 'P1' }, project] }),
    'quarantined CG_XM CG_XM:1 XMID',
  ],
  parent_not_live: [
    records(procurement, { CG_XM: [{ ...project, IS_DEL: '1' }], CG_FB: [{ FBID: '1', XMID: '1' }] }),
    'loaded CG_FB 1 XMID',
  ],
  mass_delete: [
    records(
      procurement,
      { CG_XM: '123456'.split('').map((XMID) => ({ XMID, XMBH: `P${XMID}` })) },
      { CG_XM: '123456'.split('').map((XMID) => ({ XMID, XMBH: `P${XMID}`, IS_DEL: '1' })) },
    ),
    Array.from('123456', (key) => `quarantined CG_XM ${key}`).join(),
  ],
  mass_vanish: [
    records(procurement, { CG_CGR: purchasers('1', '2', '3', '4') }, { CG_CGR: purchasers('1', '2') }),
    'quarantined CG_CGR CG_CGR',
  ],
  day_late: [nights('20201130', '20201202', '20201201'), 'loaded  2020-12-01'],
  day_repeated: [nights('20201130', '20201201', '20201201'), 'skipped  2020-12-01'],
  record_malformed: [packaged(`${HEADER}\r\n${ROW},\r\n`), 'quarantined CG_XM 1'],
  new_column: [packaged(`${HEADER},新列\r\n${ROW},甲\r\n`), 'loaded CG_XM CG_XM.csv'],
  manifest_rows_mismatch: [packaged(`${HEADER}\r\n${ROW}\r\n`, { rows: 2 }), 'quarantined CG_XM CG_XM.csv'],
  manifest_hash_mismatch: [packaged(`${HEADER}\r\n${ROW}\r\n`, { sha256: OTHER_HASH }), 'quarantined CG_XM CG_XM.csv'],
  file_truncated: [
    packaged(`${HEADER}\r\n${ROW}\r\n2,"P`, { rows: 2, sha256: OTHER_HASH }),
    'quarantined CG_XM CG_XM.csv',
  ],
  delivery_unreadable: [
    files(onestop, 'xml', (directory) => writeXml(directory, 'TZXM', '<XMDM>1</XMDM><XMMC>')),
    'quarantined TZXM TZXM_20201130_001.xml',
  ],
  excel_error: [books({ error: '#REF!' }), 'loaded 转受让方名录 1 代码'],
  excel_hidden: [books({ hidden: true }), 'loaded 转受让方名录 1'],
};

it.each(Object.entries(FIXTURES))('%s', async (rule, [deliver, expected]) => {
  await emptyDatabase(target);
  await deliver(target);
  const issues = await target.query(
    `select concat_ws(' ', disposition, stream, source_key, nullif(field, '')) as line from ops.issues
     where rule = $1 and closed_run is null order by 1`,
    [rule],
  );
  expect(issues.map(({ line }) => line).join()).toBe(expected);
});

/** What no delivery of the seven centres can show. */
const ELSEWHERE: readonly RuleId[] = [
  // No column of theirs carries a unified transaction code: `codes-of-matters.test.ts`.
  'unified_code_check',
  // No value is known that passes the schema and not the database: `stage.test.ts` makes one up.
  'record_rejected',
];

it('no rule is without an example', async () => {
  const { truth } = await writeDemo({ seed: 11, scale: 4, dirt: 1 });
  const shown = new Set([...truth.defects.map(({ kind }) => kind), ...Object.keys(FIXTURES), ...ELSEWHERE]);
  expect(Object.keys(RULES).filter((rule) => !shown.has(rule))).toEqual([]);
});
