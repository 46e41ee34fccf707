/**
 * `npm run bench:kinds [-- --rows 1000000 --sheet-rows 200000 --only csv,excel,xml,postgres]`: each kind of delivery, loaded
 * beside the floor in one run on one server. Ratios carry over to other machines, seconds do not.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import { migrateDatabase } from '../database/migrate.ts';
import type { LoadMeasure } from './bench/load.ts';
import { measureFloor } from './bench/floor.ts';
import type { MapMeasure } from './bench/map-only.ts';
import { createPostgresSource } from './bench/postgres-source.ts';
import { printHead, printRow } from './bench/table.ts';
import { writeBenchPackage, writeBenchWorkbook } from './demo-data/bench/csv.ts';
import { writeBenchXml } from './demo-data/bench/xml.ts';
import { NODE_FLAGS } from './node-flags.ts';

const run = promisify(execFile);

interface Delivery {
  readonly system: string;
  readonly connector: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly stream: string;
}

interface Bench {
  readonly url: string;
  readonly directory: string;
  readonly rows: number;
  readonly sheetRows: number;
}

async function measure<T>(script: string, args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [...NODE_FLAGS, join(import.meta.dirname, 'bench', script), ...args]);
  return JSON.parse(stdout) as T;
}

function argumentsOf({ system, connector, settings, stream }: Delivery): string[] {
  return [system, connector, JSON.stringify(settings), stream];
}

/** Loads twice, then copies the very tuples that stand in the target. */
async function benchLoads(
  name: string,
  { url, directory }: Bench,
  delivery: Delivery & { readonly rows: number; readonly megabytes: number; readonly tables: readonly string[] },
): Promise<void> {
  const { rows, megabytes } = delivery;
  const first = await measure<LoadMeasure>('load.ts', [url, ...argumentsOf(delivery)]);
  printRow(`${name}: first load`, { rows, megabytes, ...first });
  const again = await measure<LoadMeasure>('load.ts', [url, ...argumentsOf(delivery)]);
  printRow(`${name}: second run, nothing changed`, { rows, megabytes, ...again });
  const floor = await measureFloor(url, delivery.tables, directory);
  printRow('floor: COPY of the same tuples', { rows, megabytes, seconds: floor });
  const share = (seconds: number) => `${((100 * floor) / seconds).toFixed(0)} %`;
  console.log(`${name}: ${share(first.seconds)} of the floor into empty, ${share(again.seconds)} into existing rows\n`);
}

async function benchMapping(name: string, delivery: Delivery & { readonly megabytes: number }): Promise<void> {
  const mapped = await measure<MapMeasure>('map-only.ts', argumentsOf(delivery));
  printRow(`${name}: read and map`, { ...mapped, rows: mapped.records, megabytes: delivery.megabytes });
}

async function benchCsv(bench: Bench): Promise<void> {
  const directory = join(bench.directory, 'package');
  await writeBenchPackage(directory, { rows: bench.rows, table: 'CG_ZJ', seed: 1 });
  const delivery = { system: 'procurement', connector: 'offline-package', settings: { directory }, stream: 'CG_ZJ' };
  const size = { rows: bench.rows, megabytes: (bench.rows * 331) / 1e6 };
  await benchLoads('csv', bench, { ...delivery, ...size, tables: ['raw.procurement_cg_zj', 'canonical.experts'] });
}

async function benchExcel(bench: Bench): Promise<void> {
  const directory = join(bench.directory, 'books');
  await mkdir(directory);
  await writeBenchWorkbook(directory, { rows: bench.sheetRows, seed: 1 });
  const delivery = { system: 'stateassets', connector: 'excel', settings: { directory }, stream: '实物资产挂牌' };
  await benchMapping('excel', { ...delivery, megabytes: 0 });
  const tables = ['raw.stateassets_实物资产挂牌', 'canonical.asset_listings', 'canonical.party_mentions'];
  await benchLoads('excel', bench, { ...delivery, rows: bench.sheetRows, megabytes: 0, tables });
}

async function benchXml(bench: Bench): Promise<void> {
  const directory = join(bench.directory, 'xml');
  const { bytes, rows } = await writeBenchXml(directory, { rows: bench.rows, seed: 1 });
  const delivery = { system: 'onestop', connector: 'xml', settings: { directory }, stream: 'ZJXX' };
  const megabytes = bytes / 1e6;
  await benchMapping('xml', { ...delivery, megabytes });
  await benchLoads('xml', bench, { ...delivery, rows, megabytes, tables: ['raw.onestop_zjxx', 'canonical.experts'] });
}

async function benchPostgres(bench: Bench): Promise<void> {
  const { url, bytes } = await createPostgresSource(bench.url, bench.rows);
  const delivery = { system: 'landmining', connector: 'postgres', settings: { url }, stream: 'td_dk' };
  const megabytes = bytes / 1e6;
  await benchMapping('postgres', { ...delivery, megabytes });
  const tables = ['raw.landmining_td_dk', 'canonical.land_parcels'];
  await benchLoads('postgres', bench, { ...delivery, rows: bench.rows, megabytes, tables });
}

const KINDS: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  csv: benchCsv,
  excel: benchExcel,
  xml: benchXml,
  postgres: benchPostgres,
};

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    'sheet-rows': { type: 'string', default: '200000' },
    only: { type: 'string', default: Object.keys(KINDS).join(',') },
  },
});
printHead();
for (const kind of values.only.split(',')) {
  // A server of its own for each kind: what one load left behind must not slow the next.
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-bench-'));
  const server = await acquireEmbeddedServer(join(directory, 'postgres'));
  try {
    await migrateDatabase(server.connectionString);
    const sizes = { rows: Number(values.rows), sheetRows: Number(values['sheet-rows']) };
    await KINDS[kind]?.({ url: server.connectionString, directory, ...sizes });
  } finally {
    await server.release();
    await rm(server.directory, { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  }
}
