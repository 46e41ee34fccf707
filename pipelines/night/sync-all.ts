/** One night: every system on its own, a few at a time. */
import PQueue from 'p-queue';
import { BusyError } from '../../core/errors.ts';
import type { ProgressListener } from '../progress.ts';
import type { SystemDeclaration } from '../system.ts';
import type { SyncOptions, SystemSync } from './sync-options.ts';
import { syncSystem } from './sync-system.ts';

export interface NightOptions extends Omit<SyncOptions, 'declaration' | 'progress'> {
  readonly declarations: readonly SystemDeclaration[];
  readonly listenTo: (system: string) => ProgressListener;
  /** Systems at work at the same time in this process. */
  readonly parallel: number;
  readonly onSystem?: (sync: SystemSync) => void;
}

function busy(system: string, failure: BusyError): SystemSync {
  const none = { syncId: '', days: [], verdicts: [], runs: [] };
  return { ...none, system, status: 'busy', failure, message: failure.message, next: failure.next ?? null };
}

/** In the order of the declarations, whichever is done first. A system that stops or fails never stops the others. */
export async function syncAll(options: NightOptions): Promise<SystemSync[]> {
  const { declarations, listenTo, parallel, onSystem, ...shared } = options;
  const queue = new PQueue({ concurrency: parallel });
  const outcomes = new Map<string, SystemSync>();
  const work = declarations.map((declaration) => async () => {
    const { system } = declaration;
    const sync = await syncSystem({ ...shared, declaration, progress: listenTo(system) }).catch((thrown: unknown) => {
      if (thrown instanceof BusyError) return busy(system, thrown);
      throw thrown;
    });
    outcomes.set(system, sync);
    onSystem?.(sync);
  });
  // All of them end before anything is thrown: what is at work goes on with a database that is still open.
  const ended = await Promise.allSettled(work.map((each) => queue.add(each)));
  const fault = ended.find((end) => end.status === 'rejected');
  if (fault) throw fault.reason;
  return declarations.flatMap(({ system }) => outcomes.get(system) ?? []);
}
