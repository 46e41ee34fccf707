/** Scoring: every pair once, sums that explain themselves, and an increment that is part of the whole. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { PairBatch } from '../../../reconcile/contract.ts';
import { Database } from '../../../reconcile/engine/duckdb/database.ts';
import { DuckEngine } from '../../../reconcile/engine/duckdb/index.ts';
import { analyseBlocking } from '../../../reconcile/engine/analysis.ts';
import { explainPair } from '../../../reconcile/explain/explain.ts';
import { untrained, type TrainedModel } from '../../../reconcile/model/trained.ts';
import { weighModel } from '../../../reconcile/model/weights.ts';
import { batchOf, forms, makePeople, SMALL_MODEL, type Person } from './small-model.ts';

const OPTIONS = { memoryMb: 512, threads: 1 };

const trained: TrainedModel = {
  ...untrained(SMALL_MODEL),
  frequencies: { name: { people: 200, holders: { 扎西: 20, 次仁: 5 } } },
};
const weighed = weighModel(SMALL_MODEL, trained);

async function openWith(people: readonly Person[]): Promise<DuckEngine> {
  const engine = await DuckEngine.open(SMALL_MODEL, OPTIONS);
  onTestFinished(() => engine.close());
  await engine.load([batchOf(people)]);
  await engine.use(weighed);
  return engine;
}

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
  readonly conflict: number;
}

async function pairsOf(batches: AsyncIterable<PairBatch>): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for await (const { left, right, weight, conflict } of batches) {
    left.forEach((record, at) => {
      pairs.push({ left: record, right: right[at]!, weight: weight[at]!, conflict: conflict[at]! });
    });
  }
  return pairs;
}

const PEOPLE: readonly Person[] = [
  ['扎西', forms('扎西', '札西'), 'A1', '1970-01-01', '1970', '1'],
  ['扎西', forms('扎西'), 'A1', null, '1970', '2'],
  ['札西', forms('札西'), null, null, '1971', '1'],
  ['次仁', forms('次仁', '扎西'), 'B9', null, '1999', '1'],
  ['次仁', null, 'B8', null, '1970', '1'],
  [null, null, 'B9', null, null, null],
];

it('finds each pair once, however many rules find it, ordered', async () => {
  const engine = await openWith(PEOPLE);
  const pairs = await pairsOf(engine.score({ atLeast: -Infinity }));
  expect(pairs.map(({ left, right }) => [left, right])).toEqual([
    [0, 1], // code, and a form
    [0, 2], // a form
    [0, 3],
    [0, 4], // phone and year
    [1, 3],
    [3, 5],
  ]);
});

it('gives weights that their explanation adds up to exactly', async () => {
  const engine = await openWith(PEOPLE);
  const values = await engine.read(Int32Array.from(PEOPLE.keys()));
  const pairs = await pairsOf(engine.score({ atLeast: -Infinity }));
  const record = (number: number) => ({ id: String(number), values: values.get(number) ?? {} });
  for (const { left, right, weight, conflict } of pairs) {
    const explained = explainPair(weighed, SMALL_MODEL.bands, [record(left), record(right)]);
    expect({ left, right, weight: explained.weight, conflict: Number(explained.conflict) }).toEqual({
      left,
      right,
      weight,
      conflict,
    });
  }
});

it('marks two different identifiers, and lets a frequent name weigh less than a rare one', async () => {
  const engine = await openWith([
    ['扎西', forms('扎西'), 'A1', null, null, null],
    ['扎西', forms('扎西'), 'C7', null, null, null],
    ['旺堆', forms('旺堆'), null, null, null, null],
    ['旺堆', forms('旺堆'), null, null, null, null],
  ]);
  const [frequent, rare] = await pairsOf(engine.score({ atLeast: -Infinity }));
  expect([frequent?.conflict, rare?.conflict]).toEqual([1, 0]);
  // 20 of 200 people against 1 of 200, and the codes' disagreement beside.
  expect(rare!.weight - frequent!.weight).toBeCloseTo(Math.log2(20) - Math.log2(0.01 / 0.9998), 9);
});

it('leaves out what is below the wanted weight', async () => {
  const engine = await openWith(PEOPLE);
  const all = await pairsOf(engine.score({ atLeast: -Infinity }));
  const some = await pairsOf(engine.score({ atLeast: 0 }));
  expect(some).toEqual(all.filter(({ weight }) => weight >= 0));
  expect(some.length).toBeLessThan(all.length);
});

it('scores the pairs of some records as a whole run does', async () => {
  const { people } = makePeople(120);
  const engine = await openWith(people);
  const all = await pairsOf(engine.score({ atLeast: -Infinity }));
  const touching = Int32Array.from([0, 3, 4, 77, 150]);
  const some = await pairsOf(engine.score({ atLeast: -Infinity, touching }));
  expect(some).toEqual(all.filter(({ left, right }) => touching.includes(left) || touching.includes(right)));
  expect(some.length).toBeGreaterThan(0);
});

it('takes changed, new and vanished records into a database it has closed before', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-engine-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const first = await DuckEngine.open(SMALL_MODEL, { ...OPTIONS, directory });
  await first.load([batchOf(PEOPLE.slice(0, 5))]);
  await first.use(weighed);
  first.close();

  const changed: Person = ['次仁', forms('次仁'), 'A1', null, '1970', null];
  const again = await DuckEngine.open(SMALL_MODEL, { ...OPTIONS, directory });
  await again.use(weighed);
  await again.replace(Int32Array.from([2, 5]), batchOf([changed, PEOPLE[5]!]));
  await again.remove(Int32Array.from([1]));
  const incremental = await pairsOf(again.score({ atLeast: -Infinity }));
  again.close();

  const fresh = await openWith([PEOPLE[0]!, Array<null>(6).fill(null), changed, ...PEOPLE.slice(3)]);
  expect(incremental).toEqual(await pairsOf(fresh.score({ atLeast: -Infinity })));
});

it('says what rules would cost, and how many pairs would wait', async () => {
  const { people } = makePeople(200);
  const engine = await openWith(people);
  const analysis = await analyseBlocking(engine, SMALL_MODEL, { weighed, bands: SMALL_MODEL.bands, samplePairs: 1e6 });
  const [code, , phone] = analysis.rules;
  expect(code).toMatchObject({ rule: 'code', pairs: 33, cumulative: 33 });
  expect(phone?.pairs).toBe(67);
  expect(analysis.rules[1]?.largest[0]?.records).toBeGreaterThan(10);
  expect(analysis.predicted.merge).toBeGreaterThanOrEqual(33);
});

it('counts people, not records', async () => {
  const engine = await openWith([...PEOPLE.slice(0, 2), ['扎西', null, null, null, null, null]]);
  const { name } = await engine.countHolders(['name'], Int32Array.from([0, 0, 2]));
  expect(name).toEqual({ people: 2, holders: { 扎西: 2 } });
});

it('spills where it is told, and leaves nothing behind', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ggzy-spill-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const database = await Database.open({ memoryMb: 64, threads: 1, spill: join(directory, 'spill') });
  await database.run(
    'create temp table wide as select i, md5(i::varchar) || md5((i + 1)::varchar) as t from range(2000000) s(i)',
  );
  expect(await readdir(directory)).toEqual(['spill']);
  expect(await database.number('select count(distinct t) from wide where i % 10 = 0')).toBe(200_000);
  database.close();
  expect(await readdir(directory)).toEqual([]);
});
