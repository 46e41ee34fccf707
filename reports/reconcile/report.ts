/** What the reconciliation report says: figures and masked values, read elsewhere, laid out here. */
import type { Wording } from '../../core/language.ts';
import type { EntityKind } from '../../schemas/identity.ts';

export interface ReconcileReport {
  readonly productVersion: string;
  /** Beijing time, yyyy-MM-dd HH:mm. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly masked: boolean;
  /** Names of systems; one that is missing goes by its id. */
  readonly systems: Readonly<Record<string, Wording>>;
  readonly kinds: readonly KindReport[];
}

export interface KindReport {
  readonly kind: EntityKind;
  readonly run: RunSummary;
  /** Weights at which the bands begin; null where the model does not say. */
  readonly bands: { readonly merge: number; readonly review: number } | null;
  readonly histogram: readonly HistogramBin[];
  readonly systems: readonly SystemFigures[];
  readonly overlap: readonly Overlap[];
  /** Entities by number of their records, ascending. */
  readonly sizes: readonly { readonly records: number; readonly entities: number }[];
  readonly largest: readonly LargeEntity[];
  readonly conflicts: readonly ConflictList[];
  readonly unlinkable: Unlinkable;
}

export interface RunSummary {
  readonly runId: string;
  readonly mode: 'full' | 'incremental';
  /** Beijing time, yyyy-MM-dd HH:mm. */
  readonly finishedAt: string;
  readonly seconds: number;
  readonly operator: string;
  readonly modelVersion: string | null;
  readonly records: number;
  readonly entities: number;
  /** Pairs scored. */
  readonly pairs: number;
  readonly review: number;
  /** Null where nobody counted them. */
  readonly apart: number | null;
  readonly conflicts: number;
}

/** Kept pairs whose weight lies in [from, from + width). */
export interface HistogramBin {
  readonly from: number;
  readonly width: number;
  readonly joined: number;
  readonly waiting: number;
  /** Kept apart although the weight would join or ask: a judgement, an identifier, one system. */
  readonly keptApart: number;
}

export interface SystemFigures {
  readonly system: string;
  readonly records: number;
  readonly entities: number;
  /** Entities that another system holds too. */
  readonly shared: number;
}

/** Entities that both systems hold; left < right. */
export interface Overlap {
  readonly left: string;
  readonly right: string;
  readonly entities: number;
}

export interface RecordPlace {
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  /** Masked unless the report is not. */
  readonly name: string;
}

export interface LargeEntity {
  /** As shown: `X00000042`. */
  readonly entityId: string;
  readonly name: string;
  readonly records: number;
  readonly systems: readonly string[];
  /** The first of its records. */
  readonly members: readonly RecordPlace[];
}

export interface Conflict {
  /** Number, entity or pair it is about; masked unless the report is not. */
  readonly subject: string;
  readonly records: readonly RecordPlace[];
}

export interface ConflictList {
  readonly rule: string;
  readonly total: number;
  /** The first ones. */
  readonly examples: readonly Conflict[];
}

/** Records that hold nothing by which they could ever be linked, and stand alone. */
export interface Unlinkable {
  readonly total: number;
  readonly bySystem: readonly { readonly system: string; readonly records: number }[];
  readonly examples: readonly RecordPlace[];
}
