/** Behind the systems: experts, enterprises and matters that the night touched. */
import { CancelledError, describeCause, GgzyError } from '../../core/errors.ts';
import type { Database } from '../../database/connection.ts';
import { ENTITY_KINDS, type EntityKind } from '../../schemas/identity.ts';
import { reconcile } from '../reconcile.ts';
import type { ReconcileResult } from '../reconcile/options.ts';

/** Of the engine: what a night touches is little. */
const MEMORY_MB = 1000;

export interface ReconcileNight {
  readonly database: Database;
  readonly operator: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly directoryOf: (kind: EntityKind) => string;
}

export interface ReconciledKind {
  readonly kind: EntityKind;
  readonly result: ReconcileResult | null;
  /** Why it could not be reconciled; the night goes on. */
  readonly fault: string | null;
}

/** What was not touched costs a look at what has changed. */
export async function reconcileTouched(night: ReconcileNight): Promise<ReconciledKind[]> {
  const { directoryOf, ...shared } = night;
  const results: ReconciledKind[] = [];
  for (const kind of ENTITY_KINDS) {
    night.signal.throwIfAborted();
    try {
      const options = { mode: 'incremental', effect: 'apply', onStep: () => undefined } as const;
      const result = await reconcile({
        ...shared,
        ...options,
        memoryMb: MEMORY_MB,
        kind,
        directory: directoryOf(kind),
      });
      results.push({ kind, result, fault: null });
    } catch (thrown) {
      if (thrown instanceof CancelledError) throw thrown;
      const fault = thrown instanceof GgzyError ? thrown.message : describeCause(thrown);
      results.push({ kind, result: null, fault });
    }
  }
  return results;
}
