import { expect, it, onTestFinished } from 'vitest';
import { DuckEngine } from '../../../reconcile/engine/duckdb/index.ts';
import { bestThreshold } from '../../../reconcile/evaluate/thresholds.ts';
import { weighModel } from '../../../reconcile/model/weights.ts';
import { train, type TrainingStep } from '../../../reconcile/training/train.ts';
import { batchOf, makePeople, SMALL_MODEL } from '../engine/small-model.ts';

const OPTIONS = { randomPairs: 50_000, rulePairs: 50_000, seed: 3 };
const { people, truth } = makePeople(400);

async function open(): Promise<DuckEngine> {
  const engine = await DuckEngine.open(SMALL_MODEL, { memoryMb: 512, threads: 2 });
  onTestFinished(() => engine.close());
  await engine.load([batchOf(people)]);
  return engine;
}

it('learns chances that sum to one, keeps what is fixed, and counts people', async () => {
  const trained = await train(await open(), SMALL_MODEL, OPTIONS);
  for (const [name, levels] of Object.entries(trained.chances)) {
    const learnt = Object.values(levels);
    expect
      .soft(
        learnt.reduce((sum, { m }) => sum + m, 0),
        name,
      )
      .toBeCloseTo(1, 6);
    expect
      .soft(
        learnt.every(({ m, u }) => m > 0 && m <= 1 && u > 0 && u <= 1),
        name,
      )
      .toBe(true);
  }
  expect(trained.chances['code']?.['equal']).toEqual({ m: 0.95, u: 0.0001 });
  expect(trained.chances['year']?.['near']?.m).toBeGreaterThan(0.9);
  expect(trained.chances['year']?.['near']?.u).toBeLessThan(0.2);
  const { people: counted, holders } = trained.frequencies['name']!;
  // 534 records, 45 of them nameless, 45 more joined to a person that has been counted.
  expect(counted).toBe(444);
  expect(Object.values(holders).reduce((sum, count) => sum + count, 0)).toBe(444);
});

it('is the same for the same records and seed', async () => {
  const [first, second] = [
    await train(await open(), SMALL_MODEL, OPTIONS),
    await train(await open(), SMALL_MODEL, OPTIONS),
  ];
  expect(second).toEqual(first);
  expect(first.version).toMatch(/^[0-9a-f]{32}$/);
});

it('finds the people again', async () => {
  const engine = await open();
  await engine.use(weighModel(SMALL_MODEL, await train(engine, SMALL_MODEL, OPTIONS)));
  const [left, right, weight]: [number[], number[], number[]] = [[], [], []];
  for await (const batch of engine.score({ atLeast: -20 })) {
    left.push(...batch.left);
    right.push(...batch.right);
    weight.push(...batch.weight);
  }
  const pairs = { left: Int32Array.from(left), right: Int32Array.from(right), weight: Float64Array.from(weight) };
  expect(bestThreshold(pairs, truth)?.components.f1).toBeGreaterThan(0.97);
});

it('says what it does', async () => {
  const steps: TrainingStep[] = [];
  await train(await open(), SMALL_MODEL, { ...OPTIONS, onStep: (step) => steps.push(step) });
  expect(steps.map(({ step }) => step)).toEqual(['people', 'frequencies', 'u', 'm']);
  expect(steps[0]).toMatchObject({ certainPairs: 45, people: 489 });
});

it('refuses numbers of another version of the model', async () => {
  const trained = await train(await open(), SMALL_MODEL, OPTIONS);
  expect(() => weighModel({ ...SMALL_MODEL, version: 4 }, trained)).toThrow('are of expert 3, the model is expert 4');
});
