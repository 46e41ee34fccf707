/** How each stream of a delivery is read: as a whole, or by what was changed. */
import type { StreamContract } from '../../connectors/stream.ts';
import type { SystemDeclaration } from '../system.ts';

/** A week, less the hours by which one night may begin earlier than another. */
const SWEEP_AFTER_MS = (7 * 24 - 12) * 3_600_000;

export interface Reading {
  /** Streams that are compared as a whole: absence means deletion where a stream says so. */
  readonly complete: ReadonlySet<string>;
  /** Streams of which only changes are read. */
  readonly changes: ReadonlySet<string>;
}

export interface ReadingOptions {
  readonly declaration: SystemDeclaration;
  /** The delivery of a day; otherwise the source is read as it stands. */
  readonly ofDay: boolean;
  /** Nothing was taken before: the first delivery is complete. */
  readonly first: boolean;
  /** The source can deliver changed records alone. */
  readonly incremental: boolean;
  /** Everything is compared tonight. */
  readonly sweep: boolean;
}

/** The records of a stream are what happened, not what is: its contract says which of a key counts. */
export function deliversChanges({ repeated }: StreamContract): boolean {
  return repeated !== undefined;
}

/** Only a time or a number that moves with every change says what was changed; a business time is swept every night. */
function isReadByChanges(stream: StreamContract, reading: ReadingOptions): boolean {
  const { declaration, ofDay, first, incremental, sweep } = reading;
  if (first) return false;
  if (ofDay) return declaration.laterDeliveries === 'changes' || deliversChanges(stream);
  return incremental && !sweep && stream.cursor !== undefined && stream.cursor.kind !== 'business';
}

export function chooseReading(options: ReadingOptions): Reading {
  const complete = new Set<string>();
  const changes = new Set<string>();
  for (const { stream } of options.declaration.mappings) {
    (isReadByChanges(stream, options) ? changes : complete).add(stream.name);
  }
  return { complete, changes };
}

/** @param last when everything was compared last; null where it never was. */
export function isSweepDue(declaration: SystemDeclaration, last: Date | null, now: Date): boolean {
  if (declaration.sweep === 'nightly' || last === null) return true;
  return now.getTime() - last.getTime() >= SWEEP_AFTER_MS;
}
