/** `node scale-run.ts FILE OUT DIRECTORY MEMORY_MB CHANGED`: one full run and one increment, in a process of its own. Prints JSON. */
import { writeFile } from 'node:fs/promises';
import { UnionFind } from '../../reconcile/cluster/union-find.ts';
import { DuckEngine } from '../../reconcile/engine/duckdb/index.ts';
import { weighModel } from '../../reconcile/model/weights.ts';
import { train } from '../../reconcile/training/train.ts';
import { collectPairs } from './measure.ts';
import { recordsOf, SCALE_MODEL } from './scale-model.ts';

const [file = '', out = '', directory = '', memory = '1000', changed = '0'] = process.argv.slice(2);
const laps: Record<string, number> = {};
let since = performance.now();
const lap = (name: string): void => {
  laps[name] = (performance.now() - since) / 1000;
  since = performance.now();
};

const engine = await DuckEngine.open(SCALE_MODEL, { memoryMb: Number(memory), threads: 2 });
const records = await engine.loadQuery(recordsOf(file));
lap('load');
const trained = await train(engine, SCALE_MODEL);
const weighed = weighModel(SCALE_MODEL, trained);
lap('train');
await engine.use(weighed);
lap('frequencies');
const pairs = await collectPairs(engine.score({ atLeast: SCALE_MODEL.bands.review }));
lap('score');
const sets = new UnionFind(records);
pairs.weight.forEach((weight, pair) => {
  if (weight >= SCALE_MODEL.bands.merge) sets.join(pairs.left[pair]!, pairs.right[pair]!);
});
sets.labels();
lap('cluster');
const { user, system } = process.cpuUsage();
const cpu = (user + system) / 1e6;
const seconds = Object.values(laps).reduce((sum, lapSeconds) => sum + lapSeconds, 0);

engine.close();
const peakMb = process.resourceUsage().maxRSS / 1024;
const increment = await measureIncrement(Number(changed));
await writeFile(out, Buffer.concat([pairs.left, pairs.right, pairs.weight].map((part) => Buffer.from(part.buffer))));
console.log(JSON.stringify({ seconds, cpu, laps, pairs: pairs.left.length, peakMb, increment }));

/**
 * Every n-th record comes again with its given name changed. The records stand in a file, put there before the clock runs;
 * it is opened anew, the model is frozen.
 */
async function measureIncrement(count: number) {
  const kept = await DuckEngine.open(SCALE_MODEL, { directory, memoryMb: Number(memory), threads: 2 });
  await kept.loadQuery(recordsOf(file));
  await kept.use(weighed);
  kept.close();
  const numbers = Int32Array.from({ length: count }, (_, index) => Math.floor((index * records) / count));
  const unchanged = await DuckEngine.open(SCALE_MODEL, { directory, memoryMb: Number(memory), threads: 2 });
  const names = Object.keys(SCALE_MODEL.columns);
  const values = await unchanged.read(numbers);
  unchanged.close();
  const columns = names.map((name) =>
    Array.from(numbers, (number) => {
      const value = values.get(number)?.[name] ?? null;
      const text = typeof value === 'string' ? value : null;
      return name === 'given' && text !== null ? `${text}a` : text;
    }),
  );
  const start = performance.now();
  const before = process.cpuUsage();
  const again = await DuckEngine.open(SCALE_MODEL, { directory, memoryMb: Number(memory), threads: 2 });
  await again.use(weighed);
  await again.replace(numbers, { columns });
  const found = await collectPairs(again.score({ atLeast: SCALE_MODEL.bands.review, touching: numbers }));
  const taken = (performance.now() - start) / 1000;
  const used = process.cpuUsage(before);
  again.close();
  return { seconds: taken, cpu: (used.user + used.system) / 1e6, pairs: found.left.length, records: count };
}
