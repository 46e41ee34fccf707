/** What a stream's run is given. */
import type { Connector, StreamDelivery } from '../connectors/connector.ts';
import type { Database } from '../database/connection.ts';
import type { RunRecord } from '../database/load/run-ledger.ts';
import type { StreamPlan } from '../database/load/plan.ts';
import type { Mapping } from '../mappings/mapping.ts';
import type { ProgressListener } from './progress.ts';

export interface StreamRunContext {
  readonly database: Database;
  readonly connector: Connector;
  readonly run: RunRecord;
  readonly mapping: Mapping;
  readonly plan: StreamPlan;
  readonly delivery: StreamDelivery;
  /** Fingerprint of what judges its records. */
  readonly judgedBy: string;
  /** Fingerprint of what reads the delivery; null where nobody says. */
  readonly readBy: string | null;
  readonly incompleteStreams: ReadonlySet<string>;
  readonly complete: boolean;
  readonly vanishLimit: number;
  /** What has vanished is judged for all streams together, and said once. */
  readonly heldTogether: boolean;
  readonly day: string;
  readonly chunkSize: number;
  /** Readings at once at the most. */
  readonly readers: number;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}
