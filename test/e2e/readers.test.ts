/** No verdict depends on how a live source is cut into ranges, nor on how many of them are read at once. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase } from '../../database/connection.ts';
import { landmining } from '../../pipelines/systems/landmining.ts';
import { createLandMiningSource } from '../../scripts/demo-data/landmining/source.ts';
import { generateWorld } from '../../scripts/demo-data/world/world.ts';
import { useDatabases } from '../setup/database.ts';
import { runSystem } from '../setup/demo.ts';
import { takeSnapshot } from '../setup/snapshot.ts';

const SOURCE = `ggzy_test_readers_${process.pid}`;
const openFresh = useDatabases();
let url = '';

beforeAll(async () => {
  const world = generateWorld({ seed: 13, scale: 8, dirt: 3 }).landmining;
  url = await createLandMiningSource(inject('serverUrl'), world, SOURCE);
});
afterAll(async () => {
  const server = openDatabase(inject('serverUrl'), 1);
  await server.query(`drop database ${SOURCE} with (force)`);
  await server.close();
});

async function load(rangeRows: number, readers: number, chunkSize: number) {
  const { database } = await openFresh();
  const deliveries = { landmining: { connector: 'postgres', settings: { url, rangeRows } } };
  expect(await runSystem(database, landmining, '/', { deliveries, readers, chunkSize })).toMatchObject({
    status: 'green',
  });
  const ledger = await database.query(`select s.stream, s.status, s.declared_rows, s.read, s.inserted, s.skipped,
      s.quarantined, s.canonical_read, s.canonical_loaded, a.entity, a.field, a.source_sum + 0 as source,
      a.loaded_sum + 0 as loaded, a.target_sum + 0 as target
    from ops.stream_runs s left join ops.stream_amounts a using (run_id, stream) order by s.position, a.field`);
  const [ranges] = await database.query('select count(*) as n from ops.stream_ranges');
  return { ledger, snapshot: await takeSnapshot(database), ranges: Number(ranges?.['n']) };
}

it('one reader of whole tables and four of small ranges give the same database and ledger', async () => {
  const whole = await load(50_000, 1, 2_500);
  const parted = await load(4, 4, 3);
  expect(parted.ranges).toBeGreaterThan(10 * whole.ranges);
  expect(parted.ledger).toEqual(whole.ledger);
  expect(parted.snapshot).toEqual(whole.snapshot);
}, 180_000);
