/** What a sync would take, without writing anything: days, how each stream is read, how much is expected, what guards say. */
import { describeCause, GgzyError } from '../../core/errors.ts';
import type { Database } from '../../database/connection.ts';
import { findLastSweep, readStreamHistory } from '../../database/read/stream-history.ts';
import type { Verdict } from '../guards/verdict.ts';
import { expectedRows } from '../guards/volume.ts';
import { knownSource } from '../known-source.ts';
import type { Settings } from '../settings.ts';
import type { SystemDeclaration } from '../system.ts';
import { openSystem } from '../workspace.ts';
import { lookAtArrival, type ArrivedStream } from './arrival.ts';
import { findPending, type PendingDelivery } from './deliveries.ts';
import { chooseReading, isSweepDue } from './reading.ts';

export interface PreviewedStream {
  readonly stream: string;
  /** Compared as a whole, or read by what was changed. */
  readonly sort: 'state' | 'changes';
  /** Records the delivery says it holds; null where nobody says before it is read. */
  readonly declared: number | null;
  /** Records of deliveries before, in the middle. */
  readonly expected: number | null;
  readonly fault: string | null;
}

export interface PreviewedDelivery {
  readonly day: string;
  readonly late: boolean;
  readonly streams: readonly PreviewedStream[];
  readonly verdicts: readonly Verdict[];
}

export interface SystemPreview {
  readonly system: string;
  readonly deliveries: readonly PreviewedDelivery[];
  /** Why nothing can be said; null where something can. */
  readonly fault: { readonly message: string; readonly next: string | null } | null;
}

export interface PreviewOptions {
  readonly database: Database;
  readonly settings: Settings;
  readonly declaration: SystemDeclaration;
  readonly now: Date;
  readonly sweep: 'due' | 'always';
}

async function previewDelivery(
  options: PreviewOptions,
  delivery: PendingDelivery,
  { first, sweep }: { readonly first: boolean; readonly sweep: boolean },
): Promise<PreviewedDelivery> {
  const { database, settings, declaration } = options;
  const { system } = declaration;
  const { day, late } = delivery;
  const opened = await openSystem(settings, declaration, delivery.settings);
  if (!opened.connector) throw opened.fault ?? new Error(`${system} has no connector`);
  try {
    const history = await readStreamHistory(database, { system, without: [] });
    const reading = chooseReading({ declaration, ofDay: day !== '', first, incremental: opened.incremental, sweep });
    const source = await knownSource(opened.connector, { system, database });
    const arrival = await lookAtArrival({ source, declaration, reading, looksAtChanges: day !== '', history });
    const streams = arrival.streams.map(({ stream, sort, delivery: found, fault }: ArrivedStream): PreviewedStream => {
      const past = sort === 'state' ? history(stream).states : history(stream).changes;
      const error = found?.findings.find(({ level }) => level === 'error')?.message.zh ?? fault?.message ?? null;
      return { stream, sort, declared: found?.declaredRows ?? null, expected: expectedRows(past), fault: error };
    });
    return { day, late, streams, verdicts: arrival.verdicts };
  } finally {
    await opened.connector.close();
  }
}

/** Never throws for a system that cannot be looked at: the preview says why. */
export async function previewSystem(options: PreviewOptions): Promise<SystemPreview> {
  const { database, settings, declaration, now } = options;
  const { system } = declaration;
  const deliveries: PreviewedDelivery[] = [];
  try {
    const pending = await findPending(database, { settings, system });
    const sweep = options.sweep === 'always' || isSweepDue(declaration, await findLastSweep(database, system), now);
    for (const [index, delivery] of pending.deliveries.entries()) {
      deliveries.push(await previewDelivery(options, delivery, { first: pending.first && index === 0, sweep }));
    }
    return { system, deliveries, fault: null };
  } catch (thrown) {
    const next = thrown instanceof GgzyError ? (thrown.next ?? null) : null;
    return { system, deliveries, fault: { message: describeCause(thrown), next } };
  }
}
