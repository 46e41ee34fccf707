/** A live source read by what was changed in it. */
import { readStreamBalances } from '../../database/read/balances.ts';
import { findNewestLive, findNewestNumber } from '../../database/read/newest-change.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';
import type { ApprovedSource } from '../approved-source.ts';
import { findSince, migrateChanges, type ChangeOptions } from '../changes.ts';
import { stopsStream } from '../drift.ts';
import { isBehind, judgeCursor } from '../guards/freshness.ts';
import type { Verdict } from '../guards/verdict.ts';
import type { RunResult } from '../run.ts';
import type { Reading } from './reading.ts';
import type { SyncOptions } from './sync-options.ts';

/** The newest cursor that was read of each stream, before tonight. */
async function newestBefore(
  { database, declaration, now }: Pick<SyncOptions, 'database' | 'declaration' | 'now'>,
  streams: ReadonlySet<string>,
) {
  const newest = new Map<string, string | null>();
  for (const { stream } of declaration.mappings) {
    const { name, cursor } = stream;
    if (!cursor || !streams.has(name)) continue;
    const from = { system: declaration.system, stream: name, column: cursor.column };
    const find =
      cursor.kind === 'sequence' ? findNewestNumber(database, from) : findNewestLive(database, from, beijingTime(now));
    newest.set(name, await find);
  }
  return newest;
}

/** What was read before tonight, asked once. */
export interface CursorsBefore {
  /** From where on each stream is read. */
  readonly since: ReadonlyMap<string, string>;
  /** The newest cursor of each; null where it shows none. */
  readonly newest: ReadonlyMap<string, string | null>;
}

export interface LiveReading extends Reading {
  readonly before: CursorsBefore;
}

function ofStreams<T>(all: ReadonlyMap<string, T>, names: ReadonlySet<string>): Map<string, T> {
  return new Map([...all].filter(([name]) => names.has(name)));
}

export interface LiveChanges {
  readonly run: RunResult | null;
  /** Streams whose cursor stepped back. */
  readonly steps: readonly Verdict[];
}

/** The streams of a run that can be judged: one that failed, or went on where another run stopped, did not show everything. */
async function goodStreams({ database, declaration }: ChangeOptions, run: RunResult | null): Promise<Set<string>> {
  if (!run || run.resumed) return new Set();
  const balances = await readStreamBalances(database, { systems: [declaration.system], runId: run.runId });
  return new Set(balances.filter(({ status }) => status === 'green').map(({ stream }) => stream));
}

/**
 * What is read overlaps with what was read before: where the record that was the newest does not come again, the cursor
 * stepped back, and what was written meanwhile lies behind it.
 */
export async function readLiveChanges(
  options: ChangeOptions,
  only: ReadonlySet<string>,
  { since, newest }: CursorsBefore,
): Promise<LiveChanges> {
  const seen = new Map<string, string>();
  const onCursor = (stream: string, cursor: string): void => {
    const last = seen.get(stream);
    if (last === undefined || isBehind(last, cursor)) seen.set(stream, cursor);
  };
  const run = await migrateChanges({ ...options, onCursor, since: ofStreams(since, only) });
  const good = await goodStreams(options, run);
  const steps = [...ofStreams(newest, only)].flatMap(([stream, was]) =>
    good.has(stream) ? (judgeCursor({ stream, before: was, now: seen.get(stream) ?? '' }) ?? []) : [],
  );
  return { run, steps };
}

/** Streams that are no longer what they were declared to be: asks the catalog alone. */
async function findDrifted(source: ApprovedSource, { declaration }: SyncOptions): Promise<ReadonlySet<string>> {
  const drifted = new Set<string>();
  for (const { stream } of declaration.mappings) {
    const delivery = await source.describeColumns(stream);
    if (delivery?.drifts.some(stopsStream)) drifted.add(stream.name);
  }
  return drifted;
}

/**
 * A stream of which nothing was read yet has nothing to go on from. One whose newest record lies before everything that
 * would be read has stepped back: until it has caught up, changes may lie there too. Of one that has drifted nobody knows
 * what its values mean. All of them are looked at as a whole.
 */
export async function onlyWhereRead(
  options: SyncOptions,
  source: ApprovedSource,
  reading: Reading,
): Promise<LiveReading> {
  const { database, declaration, now } = options;
  const { complete, changes } = reading;
  if (changes.size === 0) return { ...reading, before: { since: new Map(), newest: new Map() } };
  const since = await findSince({ database, declaration, now, only: changes });
  const newest = await newestBefore(options, changes);
  const drifted = await findDrifted(source, options);
  const canBeRead = (name: string): boolean => {
    const [from, last] = [since.get(name), newest.get(name) ?? null];
    return from !== undefined && last !== null && !isBehind(last, from) && !drifted.has(name);
  };
  return {
    complete: new Set([...complete, ...[...changes].filter((name) => !canBeRead(name))]),
    changes: new Set([...changes].filter(canBeRead)),
    before: { since, newest },
  };
}
