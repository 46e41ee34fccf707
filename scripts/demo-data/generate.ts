/** Writes the demo data of both centres: `node scripts/demo-data/generate.ts --out DIR --seed 1 --scale 20`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeProcurement } from './procurement.ts';
import { writeStateAssets } from './stateassets.ts';
import type { DemoTruth, WorldOptions } from './types.ts';
import { generateWorld } from './world.ts';

export type { DemoTruth, PlantedDefect, StreamTruth } from './types.ts';

/** Writes `procurement/` and `stateassets/` below the directory and says what was planted. */
export async function generateDemo(directory: string, options: WorldOptions): Promise<DemoTruth> {
  const world = generateWorld(options);
  await mkdir(directory, { recursive: true });
  await writeProcurement(join(directory, 'procurement'), world.tables);
  await writeStateAssets(join(directory, 'stateassets'), world.books);
  return world.truth;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      scale: { type: 'string', default: '20' },
      dirt: { type: 'string', default: '1' },
    },
  });
  if (values.out === undefined) throw new Error('--out DIR is needed');
  const options = { seed: Number(values.seed), scale: Number(values.scale), dirt: Number(values.dirt) };
  const truth = await generateDemo(values.out, options);
  await writeFile(join(values.out, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
  const rows = truth.streams.reduce((total, stream) => total + stream.rows_total, 0);
  process.stdout.write(`${rows} rows, ${truth.defects.length} defects → ${values.out}\n`);
}

if (import.meta.main) await main();
