/** From chances to weights: log2 of how much likelier a level is among same pairs than among different ones. */
import { ConfigurationError } from '../../core/errors.ts';
import type { Condition } from './condition.ts';
import type { Chances, EntityModel, Level } from './model.ts';
import type { FrequencyTable, TrainedModel } from './trained.ts';

/** Weight of a level is `base`, less the larger log2 share of the two values of `frequency` where it has one. */
export interface LevelWeight {
  readonly base: number;
  readonly frequency?: string;
  /** Weight for a value of usual frequency. */
  readonly usual: number;
}

export interface WeighedModel {
  readonly model: EntityModel;
  /** Version of the trained numbers. */
  readonly version: string;
  /** log2 odds that two records taken at random are the same. */
  readonly prior: number;
  /** `levels[c][i]`. */
  readonly levels: readonly (readonly LevelWeight[])[];
  readonly frequencies: Readonly<Record<string, FrequencyTable>>;
}

/** Chances never reach 0 or 1: no single level decides for ever. */
const SMALLEST = 1e-12;

export function weighModel(model: EntityModel, trained: TrainedModel): WeighedModel {
  if (trained.entity !== model.entity || trained.modelVersion !== model.version) {
    throw new ConfigurationError(
      `The trained numbers are of ${trained.entity} ${trained.modelVersion}, the model is ${model.entity} ${model.version}`,
      { next: 'Train the model again.' },
    );
  }
  const levels = model.comparisons.map(({ name, levels: declared }) =>
    declared.map((level) => weighLevel(level, chancesOf(trained, name, level.name), trained.frequencies)),
  );
  const prior = log2Odds(trained.prior);
  return { model, version: trained.version, prior, levels, frequencies: trained.frequencies };
}

function chancesOf(trained: TrainedModel, comparison: string, level: string): Chances {
  const chances = trained.chances[comparison]?.[level];
  if (chances === undefined) {
    throw new ConfigurationError(`The trained model knows no level ${level} of ${comparison}`, {
      next: 'Train the model again.',
    });
  }
  return chances;
}

/**
 * Equality of the very column: the chance of an accidental agreement is the value's own share. Other levels keep the ratio
 * of m and u and shift it by how much more frequent than usual the value is.
 */
function weighLevel(
  level: Level,
  { m, u }: Chances,
  frequencies: Readonly<Record<string, FrequencyTable>>,
): LevelWeight {
  const table = level.frequency === undefined ? undefined : frequencies[level.frequency];
  const plain = Math.log2(Math.max(m, SMALLEST)) - Math.log2(Math.max(u, SMALLEST));
  if (level.frequency === undefined || table === undefined || table.people === 0) return { base: plain, usual: plain };
  const { frequency } = level;
  if (isEquality(level.when, frequency)) {
    return { base: Math.log2(Math.max(m, SMALLEST)), frequency, usual: plain };
  }
  return { base: plain + Math.log2(expectedShare(table)), frequency, usual: plain };
}

function isEquality(condition: Condition | undefined, column: string): boolean {
  return condition?.is === 'equal' && condition.column === column;
}

/** Chance that two different people hold the same value, at least one agreement among all of them. */
function expectedShare({ people, holders }: FrequencyTable): number {
  const pairs = people * Math.max(people - 1, 1);
  const agreeing = Object.values(holders).reduce((sum, count) => sum + count * (count - 1), 0);
  return Math.max(agreeing, 1) / pairs;
}

export function log2Odds(probability: number): number {
  return Math.log2(probability) - Math.log2(1 - probability);
}

export function log2Share({ people, holders }: FrequencyTable, value: string): number {
  const count = Object.hasOwn(holders, value) ? holders[value]! : 1;
  return Math.log2(count / people);
}

/** Share of a value nobody else holds. */
export function log2Rarest({ people }: FrequencyTable): number {
  return Math.log2(1 / people);
}
