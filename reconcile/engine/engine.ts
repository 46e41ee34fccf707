/**
 * The one interface to what is large: records in columns, pairs found by blocking, levels counted, weights summed. An engine
 * decides nothing about models or training. DuckDB is the first; another holds the same golden tables of levels.
 */
import type { PairBatch, StandardBatch } from '../contract.ts';
import type { ColumnValue } from '../model/column-value.ts';
import type { BlockingRule } from '../model/model.ts';
import type { FrequencyTable } from '../model/trained.ts';
import type { WeighedModel } from '../model/weights.ts';

/** How many pairs reach each combination of levels. Per comparison 0 is missing, i + 1 its level i. */
export interface PatternCounts {
  /** `levels[c][p]`: what pattern p reaches in comparison c. */
  readonly levels: readonly Uint8Array[];
  /** Pairs per pattern. */
  readonly pairs: Float64Array;
}

/** What a blocking rule would cost. */
export interface RuleLoad {
  readonly rule: string;
  /** Pairs of the rule by itself, before its `where`; of an `items` rule, pairs that share two items count twice. */
  readonly pairs: number;
  readonly largest: readonly { readonly key: string; readonly records: number; readonly pairs: number }[];
}

export interface PairList {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export interface ScoreRequest {
  /** Pairs below are not delivered. */
  readonly atLeast: number;
  /** Only pairs of these records with each other and with all others. */
  readonly touching?: Int32Array;
  /** Called after each blocking rule. */
  readonly onRule?: (rule: string, kept: number) => void;
}

export interface MatchEngine {
  /** Appends records and numbers them from those already there. Returns how many there are now. */
  load(batches: AsyncIterable<StandardBatch> | Iterable<StandardBatch>): Promise<number>;
  /** Puts other content under given numbers; numbers beyond the last one are appended. */
  replace(numbers: Int32Array, batch: StandardBatch): Promise<void>;
  /** Records that take part no longer; their numbers stay empty. */
  remove(numbers: Int32Array): Promise<void>;
  /** One more than the highest number. */
  count(): Promise<number>;
  /** Values of some records by column; unknown numbers are left out. */
  read(numbers: Int32Array): Promise<ReadonlyMap<number, Readonly<Record<string, ColumnValue>>>>;

  analyseBlocking(rules: readonly BlockingRule[]): Promise<RuleLoad[]>;
  /** Levels of about `pairs` random pairs; the same for the same records and seed. All pairs where there are fewer. */
  countRandom(options: { readonly pairs: number; readonly seed: number }): Promise<PatternCounts>;
  /** Levels of the rule's pairs; of whole blocks chosen by the hash of their key where there are more than `atMost`. */
  countRule(rule: BlockingRule, options: { readonly atMost: number }): Promise<PatternCounts>;
  /** Pairs of any of the rules, each once. */
  findPairs(rules: readonly BlockingRule[]): AsyncIterable<PairList>;
  /**
   * `people[n]` is whom record n belongs to: the number of one of that person's records. With `among`, only people count of
   * whom a record fills one of its columns.
   */
  countHolders(
    columns: readonly string[],
    people: Int32Array,
    among?: readonly string[],
  ): Promise<Record<string, FrequencyTable>>;

  /** The weights used from here on, with their frequencies. */
  use(model: WeighedModel): Promise<void>;
  /** Pairs of the model's blocking rules, ordered by left and right. Needs `use`. */
  score(request: ScoreRequest): AsyncIterable<PairBatch>;
  close(): void;
}
