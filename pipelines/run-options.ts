/** What a run is given and what it tells. */
import type { Connector } from '../connectors/connector.ts';
import type { Database } from '../database/connection.ts';
import type { ProgressListener } from './progress.ts';
import type { SystemDeclaration } from './system.ts';

export interface RunOptions {
  readonly database: Database;
  readonly connector: Connector;
  readonly declaration: SystemDeclaration;
  readonly chunkSize: number;
  /** Readings of one stream at once at the most; one when absent. */
  readonly readers?: number;
  readonly operator: string;
  readonly now: Date;
  /** Leaves out what changed behind `now`, where a source says when a record changed. */
  readonly frozen?: true;
  /** Business day of the delivery; empty for the first state. */
  readonly day: string;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
  /** False when only some records are delivered (a retry of quarantine, changes): absence then means nothing. */
  readonly complete: boolean;
  /** A day of changes that somebody handed over: absence means nothing, and what is wrong with the hand-over is on record. */
  readonly handedOver?: true;
  /** Runs these streams alone; all when absent. */
  readonly only?: ReadonlySet<string>;
  /** Fingerprint of what judges records; that of this program when absent. */
  readonly judgedBy?: string;
  /** Fingerprint of what reads deliveries; when absent, one that is the same as the last is read again. */
  readonly readBy?: string;
}

export interface RunResult {
  readonly runId: string;
  readonly resumed: boolean;
  readonly status: 'green' | 'red' | 'failed';
}
