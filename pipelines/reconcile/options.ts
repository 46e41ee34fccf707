/** What a run of reconciliation is given, and what it tells. */
import type { Database } from '../../database/connection.ts';
import type { MentionTotals } from '../../database/identity/mention-write.ts';
import type { ReconcileCounts, ReconcileMode } from '../../database/identity/runs.ts';
import type { EntityModel } from '../../reconcile/model/model.ts';
import type { Standard } from '../../reconcile/standardise/standard.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { OnePerStream } from './one-per-stream.ts';
import type { IdChange } from '../../reconcile/cluster/stable-ids.ts';

/** How records of a kind are compared. */
export interface Matching {
  readonly model: EntityModel;
  readonly standard: Standard;
}

export type ReconcileStep = 'sync' | 'load' | 'train' | 'score' | 'cluster' | 'write' | 'golden' | 'mentions';

/** @param done records or pairs so far. */
export type StepListener = (step: ReconcileStep, done: number) => void;

export interface ReconcileOptions {
  readonly database: Database;
  readonly kind: EntityKind;
  readonly mode: ReconcileMode;
  readonly operator: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly onStep: StepListener;
  /** Where the engine keeps its records between runs; in memory where it is left out. */
  readonly directory?: string;
  /** What the engine may hold before it spills. */
  readonly memoryMb: number;
  /** `what-if` writes nothing and says what would change. */
  readonly effect: 'apply' | 'what-if';
  /** Streams that hold each entity once; as the systems declare where it is left out. */
  readonly once?: OnePerStream;
  /** Version of the model to weigh with; the current one where it is left out. It takes effect with `apply`. */
  readonly modelVersion?: number;
}

export interface ReconcileResult extends ReconcileCounts {
  readonly runId: string;
  readonly mode: ReconcileMode;
  readonly modelVersion: number;
  /** Records whose neighbourhood was clustered. */
  readonly scope: number;
  readonly changes: readonly IdChange[];
  readonly created: number;
  /** Of enterprises: parties that are only named inside other records. */
  readonly mentions?: MentionTotals;
}
