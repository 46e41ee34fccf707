/** Runs one labelled data set through the engine: train, score, and compare with its truth at the best threshold. */
import { DuckDBInstance } from '@duckdb/node-api';
import type { PairBatch } from '../../reconcile/contract.ts';
import { DuckEngine } from '../../reconcile/engine/duckdb/index.ts';
import { bCubed, countPairs } from '../../reconcile/evaluate/quality.ts';
import { bestThreshold, componentsAt, type ScoredPairs, type Threshold } from '../../reconcile/evaluate/thresholds.ts';
import { weighModel } from '../../reconcile/model/weights.ts';
import { checkModel } from '../../reconcile/model/validate.ts';
import { train } from '../../reconcile/training/train.ts';
import type { MatchBenchmark } from './benchmark.ts';

export interface MatchMeasure {
  readonly records: number;
  readonly truePairs: number;
  readonly scoredPairs: number;
  /** Share of true pairs that any blocking rule finds (and the lowest weight lets through). */
  readonly blockingRecall: number;
  readonly best: Threshold;
  readonly bCubed: number;
  readonly seconds: number;
}

export async function measureMatching({ model, records, truth }: MatchBenchmark, file: string): Promise<MatchMeasure> {
  checkModel(model);
  const labels = await readLabels(truth(file));
  const start = performance.now();
  const engine = await DuckEngine.open(model, { memoryMb: 2000 });
  await engine.loadQuery(records(file));
  const trained = await train(engine, model);
  await engine.use(weighModel(model, trained));
  const pairs = await collectPairs(engine.score({ atLeast: model.bands.review }));
  const seconds = (performance.now() - start) / 1000;
  engine.close();
  const best = bestThreshold(pairs, labels);
  if (best === undefined) throw new Error('no pairs');
  const found = componentsAt(pairs, labels.length, best.weight);
  const truePairs = countPairs(labels);
  const hits = pairs.left.reduce((sum, left, pair) => sum + Number(labels[left] === labels[pairs.right[pair]!]), 0);
  return {
    records: labels.length,
    truePairs,
    scoredPairs: pairs.left.length,
    blockingRecall: hits / truePairs,
    best,
    bCubed: bCubed(found, labels).f1,
    seconds,
  };
}

async function readLabels(sql: string): Promise<Int32Array> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [values = []] = (await connection.runAndReadAll(sql)).getColumns();
  connection.closeSync();
  instance.closeSync();
  const numbers = new Map<unknown, number>();
  return Int32Array.from(values, (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
}

export async function collectPairs(batches: AsyncIterable<PairBatch>): Promise<ScoredPairs> {
  const all: PairBatch[] = [];
  for await (const batch of batches) all.push(batch);
  const size = all.reduce((sum, { left }) => sum + left.length, 0);
  const pairs = { left: new Int32Array(size), right: new Int32Array(size), weight: new Float64Array(size) };
  let at = 0;
  for (const { left, right, weight } of all) {
    pairs.left.set(left, at);
    pairs.right.set(right, at);
    pairs.weight.set(weight, at);
    at += left.length;
  }
  return pairs;
}
