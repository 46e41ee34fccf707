import type { EntityModel } from '../../reconcile/model/model.ts';

/** A public labelled data set: where its records and its truth stand in the file, and what the field reaches on it. */
export interface MatchBenchmark {
  readonly name: string;
  readonly file: string;
  /** F1 of pairs inside components, and of B-cubed, at the best threshold. */
  readonly reference: { readonly component: number; readonly bCubed: number };
  readonly model: EntityModel;
  /** SQL that gives the model's columns, in the order of the file. */
  readonly records: (file: string) => string;
  /** SQL that gives one label per record, in the same order. */
  readonly truth: (file: string) => string;
}
