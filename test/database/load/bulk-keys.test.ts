/** Keys that a first load takes off its tables and builds again. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../database/connection.ts';
import { restoreKeys, setKeysAside } from '../../../database/load/bulk-keys.ts';
import { createStage, stageTables } from '../../../database/load/stage-tables.ts';
import { planStream } from '../../../pipelines/plan.ts';
import { procurement } from '../../../pipelines/systems/procurement.ts';
import { Centre } from '../../setup/centre.ts';
import { useDatabases } from '../../setup/database.ts';

const openFresh = useDatabases();
const MANY = 1_000_000;
const [mapping] = procurement.mappings.filter(({ stream }) => stream.name === 'CG_ZJ');
if (!mapping) throw new Error('no CG_ZJ');
const plan = planStream(mapping, procurement.mappings);
const tables = stageTables('1', plan);
const RAW = 'raw.procurement_cg_zj';
const CANONICAL = 'canonical.experts';
let database: Database;

/** Definitions of the keys of both tables. */
async function keys(): Promise<(string | null | undefined)[]> {
  const rows = await database.query(`select pg_get_indexdef(indexrelid) as key from pg_index
    where indrelid in ('${RAW}'::regclass, '${CANONICAL}'::regclass) order by 1`);
  return rows.map(({ key }) => key);
}

/** @param records that wait to be merged. */
async function stage(records: number): Promise<void> {
  await database.transaction((client) => createStage(client, tables, plan));
  await database.query(`insert into ${tables.raw} (ord, source_key, hash, deleted, bare, position, verdict)
    select n, n, gen_random_uuid(), false, false, n, 'ok' from generate_series(1, ${records}) n`);
  const [entity] = plan.parts.map((part) => part.entity);
  if (entity) {
    await database.query(`insert into ${tables.canonical(entity)} (ord, id, role, ordinal, row_hash)
      select n, gen_random_uuid(), '', 0, gen_random_uuid() from generate_series(1, ${records}) n`);
  }
}

beforeEach(async () => {
  ({ database } = await openFresh());
});

describe('a first load', () => {
  it('of many records takes every key off its empty tables, and building them gives the same keys', async () => {
    const before = await keys();
    await stage(1000);
    await setKeysAside(database, { plan, tables, total: MANY });
    expect(await keys()).toEqual([]);
    await restoreKeys(database, plan, tables);
    expect(await keys()).toEqual(before);
    expect(before).toHaveLength(3);
  });

  it('of few records leaves them', async () => {
    const before = await keys();
    await stage(1000);
    await setKeysAside(database, { plan, tables, total: 1000 });
    expect(await keys()).toEqual(before);
  });

  it('leaves those of a table in which others hold more than what comes', async () => {
    await stage(1000);
    await database.query(`insert into ${CANONICAL} (id, system, stream, source_key, role, ordinal, raw_hash, row_hash,
        mapping_version, run_id)
      select gen_random_uuid(), 'construction', 'ZJ_JBXX', n, '', 0, gen_random_uuid(), gen_random_uuid(), 1, 'r'
      from generate_series(1, 2000) n`);
    await setKeysAside(database, { plan, tables, total: MANY });
    expect(await keys()).toEqual([expect.stringContaining('experts_source'), expect.stringContaining('experts_pkey')]);
  });

  it('leaves those of a table that somebody reads', async () => {
    await stage(1000);
    const reader = await database.connect();
    try {
      await reader.query('begin');
      await reader.query(`select count(*) from ${CANONICAL}`);
      await setKeysAside(database, { plan, tables, total: MANY });
    } finally {
      await reader.end();
    }
    expect(await keys()).toHaveLength(2);
  });
});

describe('keys that a killed load left off', () => {
  it('come back with the next run, whatever it loads', async () => {
    const centre = new Centre(database);
    const before = await keys();
    const experts = [{ ZJID: '1', ZJXM: '扎西' }];
    await centre.run({ CG_ZJ: experts });
    await stage(1000);
    await setKeysAside(database, { plan, tables, total: MANY });
    expect(await keys()).toEqual([]);
    await centre.run({ CG_ZJ: experts });
    expect(await keys()).toEqual(before);
  });

  it('are built once where two runs find them missing', async () => {
    await stage(1000);
    await setKeysAside(database, { plan, tables, total: MANY });
    await Promise.all([restoreKeys(database, plan, tables), restoreKeys(database, plan, tables)]);
    expect(await keys()).toHaveLength(3);
  });
});
