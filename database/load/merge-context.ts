/** What every step of a merge needs to know. */
import type { StreamPlan } from './plan.ts';
import type { StageTables } from './stage-tables.ts';

export interface MergeContext {
  readonly plan: StreamPlan;
  readonly tables: StageTables;
  readonly runId: string;
  /** The run that delivered this stream before: it was the last to see a raw row that now gives way. */
  readonly previousRun: string | null;
  readonly asOf: string;
  readonly day: string;
  /** Nothing of the stream was there before this run. */
  readonly fresh: boolean;
}

export interface ChunkRange {
  readonly chunkNo: number;
  readonly from: number;
  readonly to: number;
}
