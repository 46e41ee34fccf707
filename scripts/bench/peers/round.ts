/** One tool, one table, one route: an empty database, the measured command, the comparison of what arrived. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../../database/connection.ts';
import { measureFloor } from './floor.ts';
import { compareContent } from './parity.ts';
import { measureCommand, type TreeMeasure } from './process-tree.ts';
import { onDatabase } from './sources.ts';
import type { Job, Tool, Workshop } from './tool.ts';

export interface Outcome {
  readonly name: string;
  readonly measure: TreeMeasure;
  /** `equal`, what differs, or the last words of a tool that failed. */
  readonly parity: string;
}

const DATABASE = 'bench_target';
const LAST_WORDS = 160;

export interface Bench {
  /** Server on which target databases are made. */
  readonly server: string;
  readonly workshop: Workshop;
}

async function withTarget<T>(
  { server, workshop }: Bench,
  work: (place: Pick<Job, 'target' | 'directory'>) => Promise<T>,
): Promise<T> {
  const database = openDatabase(server, 1);
  const directory = join(workshop.directory, 'round');
  try {
    await database.query(`drop database if exists ${DATABASE} with (force)`);
    await database.query(`create database ${DATABASE}`);
    // What the tool before has left in memory is written now, not while this one is measured.
    await database.query('checkpoint');
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    return await work({ target: onDatabase(server, DATABASE), directory });
  } finally {
    await rm(directory, { recursive: true, force: true });
    await database.query(`drop database if exists ${DATABASE} with (force)`);
    await database.close();
  }
}

async function runTool(tool: Tool, job: Job, workshop: Workshop): Promise<Outcome> {
  const measure = await measureCommand(await tool.command(job, workshop));
  const { exitCode, output } = measure;
  if (exitCode !== 0) {
    return {
      name: tool.name,
      measure,
      parity: `failed (${exitCode}): ${output.replaceAll(/\s+/g, ' ').slice(-LAST_WORDS)}`,
    };
  }
  const parity = await compareContent(job.sources, job.route, job.table, tool.landed(job)).catch(String);
  return { name: tool.name, measure, parity };
}

/** The tool once. */
export function measureTool(bench: Bench, tool: Tool, given: Omit<Job, 'target' | 'directory'>): Promise<Outcome[]> {
  return withTarget(bench, async (place) => {
    const job = { ...given, ...place };
    await tool.arrange?.(job);
    return [await runTool(tool, job, bench.workshop)];
  });
}

/** The product into empty tables, again with nothing changed, and the floor under both. */
export function measureProduct(bench: Bench, tool: Tool, given: Omit<Job, 'target' | 'directory'>): Promise<Outcome[]> {
  return withTarget(bench, async (place) => {
    const job = { ...given, ...place };
    await tool.arrange?.(job);
    const first = await runTool(tool, job, bench.workshop);
    const again = await runTool(tool, job, bench.workshop);
    const floor = await measureFloor(job);
    return [
      first,
      { ...again, name: `${tool.name}, second run, nothing changed` },
      { name: 'floor: COPY of the same tuples', measure: floor, parity: floor.exitCode === 0 ? '–' : floor.output },
    ];
  });
}
