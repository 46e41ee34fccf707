/**
 * A model as a domain expert reads it: what is compared, in which order of strength, and what each level is worth before
 * anything has been trained. Trained numbers stand beside it (`trained.ts`); the wording and the order stay here.
 */
import type { Wording } from '../../core/language.ts';
import type { Bands } from '../contract.ts';
import type { Condition } from './condition.ts';

/**
 * How a standardised column is read. All of them travel as exact text or null. `number`: decimal text; `date`:
 * `YYYY-MM-DD`; `list`: items joined by `LIST_SEPARATOR`. What cannot be read as its kind counts as missing.
 */
export type ColumnKind = 'text' | 'number' | 'date' | 'list';

/** One column of a blocking key: the value itself, or its first characters. */
export type KeyPart = string | { readonly column: string; readonly characters: number };

/**
 * Which pairs are looked at: those whose key is the same, all of its parts filled. `list` parts are not allowed in `key`;
 * `items` names one list column whose records meet in each shared item.
 */
export interface BlockingRule {
  /** Short and stable: reports and trained models refer to it. */
  readonly name: string;
  readonly key: readonly KeyPart[];
  readonly items?: string;
  /** Further condition on the pair. */
  readonly where?: Condition;
}

/** Both probabilities are of reaching the level where there is evidence: among same pairs (m), among different ones (u). */
export interface Chances {
  readonly m: number;
  readonly u: number;
}

export interface Level extends Chances {
  /** Stable within its comparison: trained models refer to it. */
  readonly name: string;
  readonly label: Wording;
  /** The first level whose condition holds is reached. Left out of the last one: everything else. */
  readonly when?: Condition;
  /**
   * A frequency column: the level's u is replaced by how many people (not records) share the very value, so that rare
   * values count more than frequent ones. Where the two values differ, the more frequent counts.
   */
  readonly frequency?: string;
  /** Two valid identifiers contradict each other: the pair is marked, whatever its weight. */
  readonly conflict?: true;
  /** Kept as declared by training: levels too rare, or too clear, to be learnt. */
  readonly fixed?: true;
}

export interface Comparison {
  readonly name: string;
  readonly label: Wording;
  /** Columns shown in explanations, most telling first. */
  readonly shows: readonly string[];
  /** No evidence either way: weight 0. */
  readonly missing: Condition;
  /** Ordered from strongest agreement to disagreement; the last one has no `when`. */
  readonly levels: readonly Level[];
}

/** A blocking rule on whose pairs m is estimated. */
export interface TrainingRule extends BlockingRule {
  /**
   * Comparisons its pairs cannot teach, besides those on a column of its key: comparisons on columns derived from the same
   * value.
   */
  readonly hides?: readonly string[];
}

export interface TrainingPlan {
  readonly on: readonly TrainingRule[];
  /** Rules whose pairs are the same in nearly all cases: they give the prior, and the people that frequencies count. */
  readonly certain: readonly BlockingRule[];
  /** Share of all true pairs the certain rules are thought to find, above 0 up to 1. */
  readonly certainRecall: number;
  /**
   * Columns of identifiers, where most people have one: then frequencies count identified people only, and of a pair's value
   * the *others* who hold it (`training/others.ts`). A record without identifier would else count as a namesake of itself.
   */
  readonly identifiedBy?: readonly string[];
}

export interface EntityModel {
  /** `expert`, `enterprise`, or the name of a benchmark. */
  readonly entity: string;
  /** Goes up with every change of columns, rules or levels: trained models of another version are refused. */
  readonly version: number;
  /** Standardised columns the model uses. */
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly blocking: readonly BlockingRule[];
  readonly comparisons: readonly Comparison[];
  /** Probability that two records taken at random are the same, before training. */
  readonly prior: number;
  readonly bands: Bands;
  readonly training: TrainingPlan;
}
