/**
 * `npm run bench [-- --rows 1000000 --sheet-rows 200000]`: a GB18030 hand-over package and a workbook, loaded beside the
 * floor in one run on one server. Ratios carry over to other machines, seconds do not.
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
import { writeBenchPackage, writeBenchWorkbook } from './demo-data/bench-csv.ts';

const run = promisify(execFile);
/** Small young generation: chunks die young, and the process stays small. `cli/ggzy.ts` runs with the same. */
const FLAGS = ['--max-semi-space-size=4'];

async function measure<T>(script: string, args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [...FLAGS, join(import.meta.dirname, 'bench', script), ...args]);
  return JSON.parse(stdout) as T;
}

function report(name: string, rows: number, megabytes: number, seconds: number, peak: number | null, note = ''): void {
  const memory = peak === null ? '' : `${peak.toFixed(0)} MB`;
  const cells = [seconds.toFixed(1), Math.round(rows / seconds).toLocaleString('en'), (megabytes / seconds).toFixed(1)];
  console.log([name.padEnd(34), ...cells.map((cell) => cell.padStart(10)), memory.padStart(10), note].join(' '));
}

async function benchCsv(directory: string, url: string, rows: number): Promise<void> {
  const packagePath = join(directory, 'package');
  await writeBenchPackage(packagePath, { rows, table: 'CG_ZJ', seed: 1 });
  const megabytes = (rows * 331) / 1e6;
  const args = [url, 'procurement', 'offline-package', packagePath, 'CG_ZJ'];
  const first = await measure<LoadMeasure>('load.ts', args);
  const again = await measure<LoadMeasure>('load.ts', args);
  const floor = await measureFloor(url, ['raw.procurement_cg_zj', 'canonical.experts'], directory);
  report('csv: first load', rows, megabytes, first.seconds, first.peakMegabytes, first.status);
  report('csv: second run, nothing changed', rows, megabytes, again.seconds, again.peakMegabytes, again.status);
  report('floor: COPY of the same tuples', rows, megabytes, floor, null);
  console.log(`csv first load: ${((100 * floor) / first.seconds).toFixed(0)} % of the floor's speed`);
}

async function benchSheet(directory: string, url: string, rows: number): Promise<void> {
  const books = join(directory, 'books');
  await mkdir(books);
  await writeBenchWorkbook(books, { rows, seed: 1 });
  const args = ['stateassets', 'excel', books, '实物资产挂牌'];
  const mapped = await measure<{ records: number; seconds: number; peakMegabytes: number }>('map-only.ts', args);
  const loaded = await measure<LoadMeasure>('load.ts', [url, ...args]);
  report('excel: read and map', mapped.records, 0, mapped.seconds, mapped.peakMegabytes);
  report('excel: first load', rows, 0, loaded.seconds, loaded.peakMegabytes, loaded.status);
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, 'sheet-rows': { type: 'string', default: '200000' } },
});
const directory = await mkdtemp(join(tmpdir(), 'ggzy-bench-'));
const server = await acquireEmbeddedServer(join(directory, 'postgres'));
try {
  await migrateDatabase(server.connectionString);
  console.log(['', 'seconds', 'rows/s', 'MB/s', 'peak'].map((head, i) => head.padStart(i === 0 ? 34 : 10)).join(' '));
  await benchCsv(directory, server.connectionString, Number(values.rows));
  await benchSheet(directory, server.connectionString, Number(values['sheet-rows']));
} finally {
  await server.release();
  await rm(server.directory, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
}
