/** Writes the demo data of every system: `node scripts/demo-data/generate.ts --out DIR --seed 1 --scale 20`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateConstruction } from './construction/centre.ts';
import { generateEgov } from './egov/centre.ts';
import { writeLandMining } from './landmining/centre.ts';
import { generateOnestop } from './onestop/centre.ts';
import { writeProcurement } from './procurement/centre.ts';
import { writeStateAssets } from './stateassets/centre.ts';
import { writeTradeCatalogue } from './trade-catalogue.ts';
import { generateTransport } from './transport/centre.ts';
import type { DemoTruth, WorldOptions } from './types.ts';
import { writeIdentities } from './world/identities.ts';
import { generateWorld } from './world/world.ts';

export type { DemoTruth, PlantedDefect, StreamTruth } from './types.ts';

/** Writes one folder per system below the directory and says what was planted. */
export async function generateDemo(directory: string, options: WorldOptions): Promise<DemoTruth> {
  const world = generateWorld(options);
  await mkdir(directory, { recursive: true });
  await writeProcurement(join(directory, 'procurement'), world.tables);
  await writeStateAssets(join(directory, 'stateassets'), world.books);
  await writeLandMining(join(directory, 'landmining'), world.landmining);
  const others = [
    await generateEgov(join(directory, 'egov'), options),
    await generateOnestop(join(directory, 'onestop'), options),
    await generateConstruction(join(directory, 'construction'), options),
    await generateTransport(join(directory, 'transport'), options),
  ];
  const catalogue = await writeTradeCatalogue(join(directory, 'catalogue'));
  const streams = [catalogue, ...world.truth.streams, ...others.flatMap((truth) => truth.streams)];
  const defects = [...world.truth.defects, ...others.flatMap((truth) => truth.defects)];
  return { ...world.truth, streams, defects };
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
  await writeIdentities(join(values.out, 'truth'), options);
  await writeFile(join(values.out, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
  const rows = truth.streams.reduce((total, stream) => total + stream.rows_total, 0);
  process.stdout.write(`${rows} rows, ${truth.defects.length} defects → ${values.out}\n`);
}

if (import.meta.main) await main();
