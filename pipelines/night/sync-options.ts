/** What a sync is given and what it tells. */
import type { GgzyError } from '../../core/errors.ts';
import type { Database } from '../../database/connection.ts';
import type { SyncStatus } from '../../database/load/syncs.ts';
import type { Verdict } from '../guards/verdict.ts';
import type { ProgressListener } from '../progress.ts';
import type { Settings } from '../settings.ts';
import type { SystemDeclaration } from '../system.ts';

export interface SyncOptions {
  readonly database: Database;
  readonly settings: Settings;
  readonly declaration: SystemDeclaration;
  readonly operator: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
  /** `always`: everything is compared tonight, whatever was compared when. */
  readonly sweep: 'due' | 'always';
}

export interface SystemSync {
  readonly system: string;
  readonly syncId: string;
  readonly status: Exclude<SyncStatus, 'running'>;
  /** Business days that were taken, in order. */
  readonly days: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly runs: readonly string[];
  readonly failure: GgzyError | null;
  /** Why it is not green; null where it is. */
  readonly message: string | null;
  readonly next: string | null;
}
