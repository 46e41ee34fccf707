/**
 * `npm run bench:match -- --data DIR [--only febrl3,fake_1000]`: public labelled data sets, read where they lie, through the
 * engine that reconciles. Prints four figures beside those of the field.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fake1000 } from './bench-match/fake1000.ts';
import { febrl3 } from './bench-match/febrl3.ts';
import { historical } from './bench-match/historical.ts';
import { measureMatching } from './bench-match/measure.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
const { data } = values;
if (data === undefined) throw new Error('--data DIR: where the labelled data sets lie');

const wanted = values.only?.split(',');
const benchmarks = [febrl3, fake1000, ...historical].filter(
  ({ name }) => wanted === undefined || wanted.some((part) => name.includes(part)),
);
const number = (value: number): string => value.toFixed(4);

for (const benchmark of benchmarks) {
  const file = join(data, benchmark.file);
  if (!existsSync(file)) {
    console.log(`${benchmark.name}: ${file} is not there`);
    continue;
  }
  const { records, truePairs, scoredPairs, blockingRecall, best, bCubed, seconds } = await measureMatching(
    benchmark,
    file,
  );
  const { reference } = benchmark;
  console.log(
    `${benchmark.name}: ${records} records, ${truePairs} true pairs, ${scoredPairs} scored, ${seconds.toFixed(1)} s`,
  );
  console.log(
    `  blocking recall ${number(blockingRecall)}   edge F1 ${number(best.edges.f1)}   best at weight ${best.weight.toFixed(2)}`,
  );
  console.log(`  component F1    ${number(best.components.f1)}   reference ${reference.component}`);
  console.log(`  B-cubed F1      ${number(bCubed)}   reference ${reference.bCubed}`);
}
