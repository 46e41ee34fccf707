/**
 * Learns a model's numbers from the records themselves, without labels: u from random pairs, m by expectation–maximisation
 * on the pairs of each training rule, the prior from rules that are nearly always right, frequencies by people.
 */
import { hashText } from '../../core/ids.ts';
import { UnionFind } from '../cluster/union-find.ts';
import type { MatchEngine, PatternCounts } from '../engine/engine.ts';
import type { Chances, EntityModel } from '../model/model.ts';
import type { FrequencyTable, TrainedModel } from '../model/trained.ts';
import { maximise, normalise, total, type LevelChances } from './expectation.ts';
import { isHidden } from './hidden.ts';
import { countOthers } from './others.ts';

export interface TrainingOptions {
  /** Random pairs for u. */
  readonly randomPairs: number;
  /** Pairs of each rule for m. */
  readonly rulePairs: number;
  readonly seed: number;
  readonly onStep?: (step: TrainingStep) => void;
}

export type TrainingStep =
  | { readonly step: 'people'; readonly certainPairs: number; readonly people: number }
  | { readonly step: 'frequencies'; readonly columns: number }
  | { readonly step: 'u'; readonly pairs: number }
  | {
      readonly step: 'm';
      readonly rule: string;
      readonly pairs: number;
      readonly share: number;
      readonly iterations: number;
    };

export const TRAINING_DEFAULTS: TrainingOptions = { randomPairs: 300_000, rulePairs: 150_000, seed: 1 };

export async function train(
  engine: MatchEngine,
  model: EntityModel,
  options: TrainingOptions = TRAINING_DEFAULTS,
): Promise<TrainedModel> {
  const { people, prior } = await findPeople(engine, model, options);
  const frequencies = await countFrequencies(engine, model, people);
  options.onStep?.({ step: 'frequencies', columns: Object.keys(frequencies).length });
  const random = await engine.countRandom({ pairs: options.randomPairs, seed: options.seed });
  options.onStep?.({ step: 'u', pairs: total(random.pairs) });
  const observed = observedChances(model, random);
  const m = await learnM(engine, { model, u: observed, options });
  const u = withoutSamePairs(model, { observed, m, prior });
  return freeze(model, { prior, m, u, frequencies });
}

async function countFrequencies(
  engine: MatchEngine,
  model: EntityModel,
  people: Int32Array,
): Promise<Record<string, FrequencyTable>> {
  const { identifiedBy } = model.training;
  const tables = await engine.countHolders(frequencyColumns(model), people, identifiedBy);
  if (identifiedBy === undefined) return tables;
  return Object.fromEntries(Object.entries(tables).map(([column, table]) => [column, countOthers(table)]));
}

function frequencyColumns({ comparisons }: EntityModel): string[] {
  const columns = comparisons.flatMap(({ levels }) => levels.flatMap(({ frequency }) => frequency ?? []));
  return [...new Set(columns)].sort();
}

/** People are the components of certain pairs; the prior is their number of pairs, scaled by what the rules miss. */
async function findPeople(
  engine: MatchEngine,
  { training, prior }: EntityModel,
  { onStep }: TrainingOptions,
): Promise<{ people: Int32Array; prior: number }> {
  const records = await engine.count();
  const sets = new UnionFind(records);
  let certainPairs = 0;
  for await (const { left, right } of engine.findPairs(training.certain)) {
    certainPairs += left.length;
    for (let pair = 0; pair < left.length; pair += 1) sets.join(left[pair]!, right[pair]!);
  }
  const people = sets.labels();
  onStep?.({
    step: 'people',
    certainPairs,
    people: people.reduce((sum, person, record) => sum + Number(person === record), 0),
  });
  if (certainPairs === 0) return { people, prior };
  const found = certainPairs / training.certainRecall / ((records * (records - 1)) / 2);
  return { people, prior: Math.min(found, 0.5) };
}

/** A level that no random pair reaches may still be reached by chance: by half a pair, for all that is known. */
const UNSEEN_PAIRS = 0.5;

/** Share of pairs at each level among those that are not missing. */
function observedChances(model: EntityModel, { levels, pairs }: PatternCounts): LevelChances {
  return model.comparisons.map((comparison, c) => {
    const reached = new Float64Array(comparison.levels.length + 1);
    levels[c]!.forEach((level, pattern) => {
      reached[level]! += pairs[pattern]!;
    });
    reached[0] = 0;
    const least = UNSEEN_PAIRS / Math.max(total(reached), 1);
    return normalise(reached, declared(comparison, 'u'), fixedLevels(comparison)).map((u) => Math.max(u, least));
  });
}

type Declared = EntityModel['comparisons'][number];

function declared({ levels }: Declared, which: keyof Chances): Float64Array {
  return Float64Array.from([1, ...levels.map((level) => level[which])]);
}

function fixedLevels({ levels }: Declared): boolean[] {
  return [true, ...levels.map(({ fixed }) => fixed === true)];
}

interface Learning {
  readonly model: EntityModel;
  readonly u: LevelChances;
  readonly options: TrainingOptions;
}

/** Each rule teaches what it does not hide; rules are averaged by how many same pairs they expect. */
async function learnM(engine: MatchEngine, { model, u, options }: Learning): Promise<LevelChances> {
  const start = model.comparisons.map((comparison) => declared(comparison, 'm'));
  const fixed = model.comparisons.map(fixedLevels);
  const sums = start.map((chances) => new Float64Array(chances.length));
  const weights = new Float64Array(start.length);
  for (const rule of model.training.on) {
    const counts = await engine.countRule(rule, { atMost: options.rulePairs });
    if (counts.pairs.length === 0) continue;
    const active = model.comparisons.map((comparison) => !isHidden(comparison, rule));
    const learnt = maximise({ counts, u, m: start, active, fixed, share: START_SHARE });
    const pairs = total(counts.pairs);
    options.onStep?.({ step: 'm', rule: rule.name, pairs, share: learnt.share, iterations: learnt.iterations });
    learnt.m.forEach((chances, c) => {
      const weight = active[c] === true ? learnt.weight[c]! : 0;
      weights[c]! += weight;
      chances.forEach((chance, level) => {
        sums[c]![level]! += weight * chance;
      });
    });
  }
  return start.map((chances, c) => (weights[c]! > 0 ? sums[c]!.map((sum) => sum / weights[c]!) : chances));
}

/** Same pairs among those of a training rule, before anything is known. */
const START_SHARE = 0.3;
/** Least part of an observed chance that is left to different pairs. */
const LEAST_LEFT = 0.01;

interface Observation {
  readonly observed: LevelChances;
  readonly m: LevelChances;
  readonly prior: number;
}

/** Random pairs hold the same ones too, in proportion to the prior: in small files they would spoil u. */
function withoutSamePairs(model: EntityModel, { observed, m, prior }: Observation): LevelChances {
  return observed.map((chances, c) => {
    const fixed = fixedLevels(model.comparisons[c]!);
    return chances.map((chance, level) => {
      if (fixed[level] === true) return chance;
      return Math.max((chance - prior * m[c]![level]!) / (1 - prior), chance * LEAST_LEFT);
    });
  });
}

interface Learnt {
  readonly prior: number;
  readonly m: LevelChances;
  readonly u: LevelChances;
  readonly frequencies: Readonly<Record<string, FrequencyTable>>;
}

function freeze(
  { entity, version, bands, comparisons }: EntityModel,
  { prior, m, u, frequencies }: Learnt,
): TrainedModel {
  const chances = Object.fromEntries(
    comparisons.map(({ name, levels }, c) => [
      name,
      Object.fromEntries(levels.map(({ name: level }, l) => [level, { m: m[c]![l + 1]!, u: u[c]![l + 1]! }])),
    ]),
  );
  const numbers = { entity, modelVersion: version, prior, chances, frequencies, bands };
  return { ...numbers, version: hashText(JSON.stringify(numbers)) };
}
