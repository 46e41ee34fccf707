/**
 * `npm run bench:centres [-- --scale 100]`: all seven centres with the dirt of the demo, by the command itself. One after
 * another into an empty database, the same content from another place, and side by side in a process each; the content
 * of the target has to be the same every time. Scale 100 is about 290,000 records.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { openDatabase, type Database } from '../database/connection.ts';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import { CENTRES } from '../pipelines/registry.ts';
import { measureCommand, type TreeMeasure } from './bench/peers/process-tree.ts';
import { onDatabase } from './bench/peers/sources.ts';
import { printHead, printRow } from './bench/table.ts';
import { demoSystems } from './demo-data/deliveries.ts';
import { generateDemo } from './demo-data/generate.ts';
import { takeSnapshot, type Snapshot } from './faults/snapshot.ts';
import { NODE_FLAGS } from './node-flags.ts';

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { scale: { type: 'string', default: '100' } } });
const SYSTEMS = CENTRES.map(({ system }) => system);

/** @param packages name of the folder beside the file that holds the hand-over packages. */
async function writeSettings(file: string, url: string, packages: string): Promise<void> {
  const text = stringify({ target: { url }, systems: demoSystems() });
  await writeFile(file, text.replaceAll('./', `./${packages}/`), { mode: 0o600 });
}

/** `ggzy migrate` of these systems; several lists run at the same time. */
async function migrate(config: string, lists: readonly (readonly string[])[]): Promise<TreeMeasure> {
  const command = [process.execPath, ...NODE_FLAGS, join(ROOT, 'cli', 'ggzy.ts'), '--config', config, 'migrate'];
  const lines = lists.map((systems) => [...command, ...systems].map((word) => `'${word}'`).join(' '));
  const line = `${lines.map((one) => `(${one}) & ids="$ids $!"`).join('; ')}; for id in $ids; do wait $id || exit 1; done`;
  const measure = await measureCommand({ line, directory: tmpdir() });
  if (measure.exitCode !== 0)
    throw new Error(`migrate ended with ${measure.exitCode}:\n${measure.output.slice(-2000)}`);
  return measure;
}

async function report(database: Database, name: string, { seconds, peakMegabytes, cpuSeconds }: TreeMeasure) {
  const [row] = await database.query(
    `select sum(s.read) as n, sum(s.bytes) / 1e6 as megabytes from ops.stream_runs s
    join ops.runs r using (run_id) where r.seq > (select max(seq) from ops.runs) - $1`,
    [String(SYSTEMS.length)],
  );
  const size = { rows: Number(row?.['n']), megabytes: Number(row?.['megabytes']) };
  printRow(name, { ...size, seconds, peakMegabytes, status: `${cpuSeconds.toFixed(1)} s CPU` });
}

function compare(name: string, before: Snapshot, after: Snapshot): void {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const different = tables.filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]));
  console.log(`${name}: ${tables.length - different.length} of ${tables.length} tables equal ${different.join(' ')}`);
  if (different.length > 0) process.exitCode = 1;
}

const directory = await mkdtemp(join(tmpdir(), 'ggzy-centres-'));
const server = await acquireEmbeddedServer(join(directory, 'postgres'));
const admin = openDatabase(server.connectionString, 1);
try {
  const packages = join(directory, 'packages');
  await generateDemo(packages, { seed: 2020, scale: Number(values.scale), dirt: 1 });
  await cp(packages, join(directory, 'moved'), { recursive: true });
  const into = async (name: string, from: string): Promise<{ config: string; database: Database }> => {
    const url = onDatabase(server.connectionString, name);
    const config = join(directory, `${name}-${from}.yaml`);
    await writeSettings(config, url, from);
    return { config, database: openDatabase(url, 1) };
  };
  for (const name of ['alone', 'together']) await admin.query(`create database ${name}`);
  printHead();
  const alone = await into('alone', 'packages');
  await report(alone.database, 'one after another', await migrate(alone.config, [[]]));
  const loaded = await takeSnapshot(alone.database);
  const moved = await into('alone', 'moved');
  await report(moved.database, 'the same from another place', await migrate(moved.config, [[]]));
  const again = await takeSnapshot(moved.database);
  await moved.database.close();
  await alone.database.close();
  const together = await into('together', 'packages');
  await report(
    together.database,
    'side by side',
    await migrate(
      together.config,
      SYSTEMS.map((system) => [system]),
    ),
  );
  compare('the same from another place', loaded, again);
  compare('side by side', loaded, await takeSnapshot(together.database));
  await together.database.close();
} finally {
  await admin.close();
  await server.release();
  await rm(directory, { recursive: true, force: true });
}
