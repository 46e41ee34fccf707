/**
 * What the rooms of reconciliation hand each other. Records come in through a reader that pipelines pass; an engine finds
 * and scores pairs; clustering turns pairs into entities. Everything large travels in columns, so that a batch costs no
 * object per record.
 */
import type { Wording } from '../core/language.ts';

export type { EntityKind, Verdict } from '../schemas/identity.ts';

/** Where a canonical record comes from; `role` is empty where the record is the entity itself. */
export interface RecordPlace {
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  readonly role: string;
  readonly ordinal: number;
}

/** Records in columns: `columns[f][r]` is the value of the reader's field f in record r, exact text or null. */
export interface RecordBatch {
  /** Canonical ids (uuid). */
  readonly ids: readonly string[];
  readonly columns: readonly (readonly (string | null)[])[];
}

/**
 * Gives the same records in the same order each time it is read. Fields are named by the entity; besides the canonical
 * ones there are `system`, `stream`, `sourceKey`, `role`, `ordinal`, `deletedAt` (empty where live) and `rowHash`.
 */
export interface RecordReader {
  read(fields: readonly string[]): AsyncIterable<RecordBatch>;
}

/** Pairs in columns. Records are numbered from 0 in the order of reading; left < right. */
export interface PairBatch {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Match weight: log2 of the odds that both are the same, never saturated. */
  readonly weight: Float64Array;
  /** 1 where two valid identifiers contradict each other. */
  readonly conflict: Uint8Array;
}

/** Where a pair ends before anybody has judged it. `apart` pairs are not kept. */
export type Band = 'merge' | 'review' | 'apart';

/** Weights at which the bands begin: merge ≥ `merge`, review ≥ `review`, apart below. */
export interface Bands {
  readonly merge: number;
  readonly review: number;
}

/** One row of a waterfall. The weights of all rows sum to the weight of the pair. */
export interface WaterfallStep {
  /** `prior`, or the name of a comparison. */
  readonly comparison: string;
  readonly label: Wording;
  readonly left: string | null;
  readonly right: string | null;
  /** Level reached, in words. */
  readonly level: Wording;
  readonly weight: number;
}

export interface Explanation {
  readonly left: string;
  readonly right: string;
  readonly weight: number;
  readonly band: Band;
  readonly conflict: boolean;
  readonly steps: readonly WaterfallStep[];
}

/**
 * Standardised records in columns, in the order of the model's `columns`: exact text or null. Lists are joined by
 * `LIST_SEPARATOR` (`model/condition.ts`).
 */
export interface StandardBatch {
  readonly columns: readonly (readonly (string | null)[])[];
}
