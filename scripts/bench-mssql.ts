/**
 * `npm run bench:mssql [-- --rows 100000]`: the SQL Server connector beside the bare stream of its driver, on a double that
 * speaks the protocol and never was a SQL Server. The double is slower than both readers: their processor time is what
 * compares them, elapsed time says how fast the double sends.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { acquireEmbeddedServer } from '../database/embedded.ts';
import type { ReadMeasure } from './bench/mssql/read.ts';
import { createPostgresSource } from './bench/postgres-source.ts';
import { createParcelTables } from './bench/mssql/parcels.ts';
import { NODE_FLAGS } from './node-flags.ts';

const run = promisify(execFile);
const ROUNDS = 3;
const script = (name: string): string => join(import.meta.dirname, 'bench', 'mssql', name);
const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } });

async function measure(way: 'bare' | 'connector', port: string): Promise<ReadMeasure> {
  const { stdout } = await run(process.execPath, [...NODE_FLAGS, script('read.ts'), way, port]);
  return JSON.parse(stdout) as ReadMeasure;
}

function show(way: string, { rows, seconds, cpuSeconds }: ReadMeasure): void {
  const perSecond = Math.round(rows / cpuSeconds).toLocaleString('en');
  console.log(
    `${way.padEnd(10)} ${rows} rows, ${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s CPU, ${perSecond} rows per CPU second`,
  );
}

const home = await mkdtemp(join(tmpdir(), 'ggzy-bench-mssql-'));
await chmod(home, 0o755);
const server = await acquireEmbeddedServer(home);
try {
  const { url } = await createPostgresSource(server.connectionString, Number(values.rows));
  await createParcelTables(url);
  const double = spawn(process.execPath, [script('double.ts'), url, values.rows], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = (await once(double.stdout, 'data')) as [Buffer];
  const shares: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await measure('bare', String(port).trim());
    const connector = await measure('connector', String(port).trim());
    show('bare', bare);
    show('connector', connector);
    if (bare.rows !== connector.rows) throw new Error(`${connector.rows} of ${bare.rows} rows`);
    shares.push((100 * bare.cpuSeconds) / connector.cpuSeconds);
  }
  double.stdin.end();
  console.log(
    `the connector reads at ${shares.map((share) => share.toFixed(0)).join(', ')} % of the bare stream (processor time)`,
  );
} finally {
  await server.release();
  await rm(server.directory, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}
