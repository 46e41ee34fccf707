/** Generated people end to end, training included and apart; where a Python with Splink is given, Splink on the same file. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { bestThreshold, componentsAt, type ScoredPairs } from '../../reconcile/evaluate/thresholds.ts';
import { pairQuality } from '../../reconcile/evaluate/quality.ts';
import { SCALE_MODEL } from './scale-model.ts';
import { writePeople } from './people.ts';

const run = promisify(execFile);
const MERGE = SCALE_MODEL.bands.merge;

interface Measured {
  readonly seconds: number;
  /** Seconds of processor time: what a shared machine leaves comparable. */
  readonly cpu: number;
  readonly laps: Readonly<Record<string, number>>;
  readonly pairs: number;
  readonly peakMb: number;
  readonly increment?: {
    readonly seconds: number;
    readonly cpu: number;
    readonly pairs: number;
    readonly records: number;
  };
}

export interface ScaleOptions {
  readonly records: number;
  readonly memoryMb: number;
  /** A Python that has Splink. */
  readonly python?: string;
}

export async function benchScale({ records, memoryMb, python }: ScaleOptions): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-match-'));
  try {
    const file = join(directory, 'people.parquet');
    await writePeople(file, records);
    const truth = Int32Array.from(await readColumn(`select person from '${file}' order by record`));
    const ours = join(directory, 'pairs.bin');
    const own = await measure(process.execPath, [
      join(import.meta.dirname, 'scale-run.ts'),
      file,
      ours,
      directory,
      String(memoryMb),
      String(records / 100),
    ]);
    report(`ggzy, ${records} records`, own, { pairs: await readOwnPairs(ours), truth });
    if (own.increment !== undefined) {
      const { seconds, cpu, pairs, records: changed } = own.increment;
      const share = ((100 * seconds) / own.seconds).toFixed(1);
      console.log(
        `  increment: ${changed} records changed, ${pairs} pairs, ${seconds.toFixed(2)} s, processor ${cpu.toFixed(2)} s, ${share} % of the full run`,
      );
    }
    if (python === undefined) return;
    const theirs = join(directory, 'splink.parquet');
    const splink = await measure(python, [join(import.meta.dirname, 'splink-run.py'), file, theirs, String(MERGE)]);
    report(`Splink, ${records} records`, splink, { pairs: await readSplinkPairs(theirs), truth });
    console.log(
      `ggzy takes ${((100 * own.seconds) / splink.seconds).toFixed(0)} % of Splink's time, ${((100 * own.cpu) / splink.cpu).toFixed(0)} % of its processor time`,
    );
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function measure(command: string, args: readonly string[]): Promise<Measured> {
  const { stdout } = await run(command, [...args], { maxBuffer: 1e8 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

interface Outcome {
  readonly pairs: ScoredPairs;
  readonly truth: Int32Array;
}

function report(
  name: string,
  { seconds, cpu, laps, pairs, peakMb }: Measured,
  { pairs: scored, truth }: Outcome,
): void {
  const steps = Object.entries(laps).map(([step, lap]) => `${step} ${lap.toFixed(1)}`);
  const best = bestThreshold(scored, truth)?.components.f1 ?? 0;
  const at = pairQuality(componentsAt(scored, truth.length, MERGE), truth);
  console.log(
    `${name}: ${seconds.toFixed(1)} s, processor ${cpu.toFixed(1)} s (${steps.join(', ')}), ${pairs} pairs kept, peak ${peakMb.toFixed(0)} MB`,
  );
  console.log(
    `  component F1 ${best.toFixed(4)} at the best threshold; at weight ${MERGE}: F1 ${at.f1.toFixed(4)}, precision ${at.precision.toFixed(4)}`,
  );
}

async function readColumn(sql: string): Promise<number[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [values = []] = (await connection.runAndReadAll(sql)).getColumns();
  connection.closeSync();
  instance.closeSync();
  return values.map(Number);
}

async function readSplinkPairs(file: string): Promise<ScoredPairs> {
  const column = (name: string) => readColumn(`select ${name} from '${file}' order by left_no, right_no`);
  const [left, right, weight] = [await column('left_no'), await column('right_no'), await column('weight')];
  return { left: Int32Array.from(left), right: Int32Array.from(right), weight: Float64Array.from(weight) };
}

/** Left and right as 4 bytes, weight as 8. */
async function readOwnPairs(file: string): Promise<ScoredPairs> {
  const { buffer } = new Uint8Array(await readFile(file));
  const size = buffer.byteLength / 16;
  return {
    left: new Int32Array(buffer, 0, size),
    right: new Int32Array(buffer, size * 4, size),
    weight: new Float64Array(buffer, size * 8, size),
  };
}
