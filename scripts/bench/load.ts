/**
 * One measured load in a process of its own: prints seconds, rows and the peak memory of the process as JSON. With
 * `--compile` it does nothing but start.
 */
import { openConnector } from '../../connectors/registry.ts';
import { openDatabase } from '../../database/connection.ts';
import { findSystem } from '../../pipelines/registry.ts';
import type { ProgressEvent } from '../../pipelines/progress.ts';
import { migrateSystem } from '../../pipelines/run.ts';
import { declaredFor } from './peers/dialect.ts';
import { orders } from './peers/lineitem.ts';

export interface LoadMeasure {
  readonly seconds: number;
  /** Of these, until the last record was staged. */
  readonly staged: number;
  readonly status: string;
  /** Processor time of the process until the last record was staged, and in all. */
  readonly stagedCpu: number;
  readonly cpu: number;
  readonly peakMegabytes: number;
}

if (process.argv[2] === '--compile') process.exit(0);
const [url = '', system = '', connectorKind = '', settings = '{}', stream = ''] = process.argv.slice(2);
const declared = system === orders.system ? orders : findSystem(system);
if (!declared) throw new Error(`no system ${system}`);
const declaration = declaredFor(declared, connectorKind);
const READERS = Number(process.env['GGZY_BENCH_READERS'] ?? 1);
const database = openDatabase(url);
const connector = await openConnector(connectorKind, JSON.parse(settings) as Readonly<Record<string, unknown>>, {
  system,
  baseDirectory: '/',
  readers: READERS,
});
let staged = 0;
let finished = 0;
let stagedCpu = 0;
const cpuSeconds = (): number => {
  const { user, system: kernel } = process.cpuUsage();
  return (user + kernel) / 1e6;
};
const progress = (event: ProgressEvent): void => {
  if (!('stream' in event) || event.stream !== stream) return;
  const now = performance.now();
  if (event.kind === 'read') {
    staged = now;
    stagedCpu = cpuSeconds();
  }
  if (event.kind === 'finished' || event.kind === 'carried') finished = now;
};
const begun = performance.now();
const result = await migrateSystem({
  database,
  connector,
  declaration,
  chunkSize: Number(process.env['GGZY_BENCH_CHUNK'] ?? 2_500),
  readers: READERS,
  operator: 'bench',
  now: new Date(),
  day: '',
  signal: new AbortController().signal,
  complete: true,
  only: new Set([stream]),
  // A delivery that is the same as the last is read again, unless somebody says what reads it.
  ...(process.env['GGZY_BENCH_READER'] ? { readBy: process.env['GGZY_BENCH_READER'] } : {}),
  progress,
});
await connector.close();
await database.close();
const measure: LoadMeasure = {
  seconds: (finished - begun) / 1000,
  staged: (staged - begun) / 1000,
  stagedCpu,
  cpu: cpuSeconds(),
  status: result.status,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(measure));
// Whoever measures must not take a run that failed for a fast one.
if (result.status === 'failed') process.exitCode = 1;
