/**
 * `npm run bench:match -- --data DIR [--only febrl3,fake_1000]`: public labelled data sets, read where they lie, through the
 * engine that reconciles. Prints four figures beside those of the field.
 *
 * `npm run bench:match -- --scale 1000000 [--memory 1000] [--python PATH]`: generated people end to end, beside Splink where
 * PATH is a Python that has it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { MatchBenchmark } from './bench-match/benchmark.ts';
import { fake1000 } from './bench-match/fake1000.ts';
import { febrl3 } from './bench-match/febrl3.ts';
import { historical } from './bench-match/historical.ts';
import { measureMatching } from './bench-match/measure.ts';
import { benchScale } from './bench-match/scale.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    scale: { type: 'string' },
    memory: { type: 'string', default: '900' },
    python: { type: 'string' },
  },
});
const { data, only, scale, memory, python } = values;
if (data === undefined && scale === undefined) throw new Error('Say --data DIR or --scale RECORDS');
if (data !== undefined) await benchLabelled(data, only?.split(','));
if (scale !== undefined) {
  const size = { records: Number(scale), memoryMb: Number(memory) };
  await benchScale(python === undefined ? size : { ...size, python });
}

async function benchLabelled(directory: string, wanted: readonly string[] | undefined): Promise<void> {
  for (const benchmark of [febrl3, fake1000, ...historical]) {
    if (wanted !== undefined && !wanted.some((part) => benchmark.name.includes(part))) continue;
    const file = join(directory, benchmark.file);
    if (existsSync(file)) await benchOne(benchmark, file);
    else console.log(`${benchmark.name}: ${file} is not there`);
  }
}

async function benchOne(benchmark: MatchBenchmark, file: string): Promise<void> {
  const { records, truePairs, scoredPairs, blockingRecall, best, bCubed, seconds } = await measureMatching(
    benchmark,
    file,
  );
  const { name, reference } = benchmark;
  const number = (value: number): string => value.toFixed(4);
  console.log(`${name}: ${records} records, ${truePairs} true pairs, ${scoredPairs} scored, ${seconds.toFixed(1)} s`);
  console.log(
    `  blocking recall ${number(blockingRecall)}   edge F1 ${number(best.edges.f1)}   best at weight ${best.weight.toFixed(2)}`,
  );
  console.log(`  component F1    ${number(best.components.f1)}   reference ${reference.component}`);
  console.log(`  B-cubed F1      ${number(bCubed)}   reference ${reference.bCubed}`);
}
