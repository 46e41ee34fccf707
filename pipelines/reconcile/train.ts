/** What is done with a model apart from a run: training it, and looking at what its blocking rules would cost. */
import type { Database } from '../../database/connection.ts';
import { syncRecords } from '../../database/identity/records.ts';
import type { RuleLoad } from '../../reconcile/engine/engine.ts';
import { train, type TrainingStep } from '../../reconcile/training/train.ts';
import { EngineHome } from './engine-home.ts';
import { loadAll } from './find-pairs.ts';
import { trainingFor } from './match-run.ts';
import { keepModel, MATCHINGS, type ChosenModel, type MatchedKind } from './models.ts';
import { OnePerStream } from './one-per-stream.ts';
import type { StepListener } from './options.ts';
import type { Scope } from './scope.ts';
import { SOURCES } from './sources.ts';

export interface ModelWork {
  readonly database: Database;
  readonly kind: MatchedKind;
  readonly memoryMb: number;
  /** Where the engine spills. */
  readonly spill?: string;
  readonly signal: AbortSignal;
  readonly onStep: StepListener;
}

/** All records in an engine of their own; what the database learnt of them on the way is taken back. */
export async function withRecords<T>(work: ModelWork, use: (home: EngineHome, scope: Scope) => Promise<T>): Promise<T> {
  const { database, kind, memoryMb, spill } = work;
  const matching = MATCHINGS[kind];
  const home = await EngineHome.open(matching.model, { spill, memoryMb }, null);
  try {
    const scope = await database.transaction(async (client) => {
      await client.query('savepoint before_load');
      await syncRecords(client, { kind, runId: 'load', sources: SOURCES[kind] });
      const loaded = await loadAll({ ...work, client, matching, home, once: new OnePerStream([]) });
      await client.query('rollback to savepoint before_load');
      return loaded;
    });
    return await use(home, scope);
  } finally {
    await home.close(null);
  }
}

export interface TrainOptions extends ModelWork {
  readonly madeBy: string;
  readonly onTraining: (step: TrainingStep) => void;
}

/** @returns the draft; it takes effect when a run is told to use it. */
export function trainModel(options: TrainOptions): Promise<ChosenModel> {
  const { database, kind, madeBy, onTraining } = options;
  const { model } = MATCHINGS[kind];
  return withRecords(options, async (home) => {
    const trained = await train(home.engine, model, { ...trainingFor(home.numbers.length), onStep: onTraining });
    return database.transaction((client) => keepModel(client, { kind, model, madeBy }, trained));
  });
}

export interface BlockingAnalysis {
  readonly records: number;
  readonly rules: readonly RuleLoad[];
}

export function analyseBlocking(work: ModelWork): Promise<BlockingAnalysis> {
  return withRecords(work, async (home) => ({
    records: home.numbers.length,
    rules: await home.engine.analyseBlocking(MATCHINGS[work.kind].model.blocking),
  }));
}
