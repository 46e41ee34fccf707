/** Trained numbers of a model: plain JSON, frozen once written. A run with the same file and the same records is the same. */
import type { Bands } from '../contract.ts';
import type { Chances, EntityModel } from './model.ts';

/**
 * How many people (not records) hold a value. Values that one person holds are left out and count as 1, unseen ones too.
 * Where others are counted (`training/others.ts`) all numbers are scaled so that this still holds.
 */
export interface FrequencyTable {
  /** Sum of all holders: a person with two values counts twice. */
  readonly people: number;
  readonly holders: Readonly<Record<string, number>>;
}

export interface TrainedModel {
  readonly entity: string;
  /** Version of the `EntityModel` the numbers belong to. */
  readonly modelVersion: number;
  /** Hash of everything below: changes when any number does. */
  readonly version: string;
  readonly prior: number;
  /** comparison → level → chances. */
  readonly chances: Readonly<Record<string, Readonly<Record<string, Chances>>>>;
  /** By column. */
  readonly frequencies: Readonly<Record<string, FrequencyTable>>;
  readonly bands: Bands;
}

/** The numbers a model declares itself: used before anything has been trained. */
export function untrained(model: EntityModel): TrainedModel {
  const chances = Object.fromEntries(
    model.comparisons.map(({ name, levels }) => [
      name,
      Object.fromEntries(levels.map(({ name: level, m, u }) => [level, { m, u }])),
    ]),
  );
  const { entity, version: modelVersion, prior, bands } = model;
  return { entity, modelVersion, version: `declared-${modelVersion}`, prior, chances, frequencies: {}, bands };
}
