/** Takes one delivery: looked at, judged, run stream by stream, judged again. */
import { readTakenFingerprints, recordDelivery } from '../../database/load/deliveries.ts';
import { addSyncRun } from '../../database/load/syncs.ts';
import type { StreamPast } from '../../database/read/stream-history.ts';
import type { ApprovedSource } from '../approved-source.ts';
import type { Verdict } from '../guards/verdict.ts';
import { knownSource } from '../known-source.ts';
import { migrateSystem, type RunOptions, type RunResult } from '../run.ts';
import { lookAtArrival, repeatedStreams } from './arrival.ts';
import type { PendingDelivery } from './deliveries.ts';
import { holdArrival } from './hold-arrival.ts';
import { recordDayRemarks } from './day-remarks.ts';
import { judgeRuns } from './judge-runs.ts';
import { onlyWhereRead, readLiveChanges, type LiveReading } from './live-changes.ts';
import { chooseReading, type Reading } from './reading.ts';
import type { SyncOptions } from './sync-options.ts';
import type { OpenSystem } from '../workspace.ts';

export interface SyncState {
  readonly syncId: string;
  readonly verdicts: Verdict[];
  readonly runs: string[];
  readonly days: string[];
  /** The first stream that could not be read, or does not balance, and why; null where all is well. */
  fault: string | null;
}

export interface Taking {
  readonly options: SyncOptions;
  readonly state: SyncState;
  readonly delivery: PendingDelivery;
  readonly opened: OpenSystem;
  readonly first: boolean;
  readonly sweep: boolean;
  readonly history: (stream: string) => StreamPast;
}

/** `stopped`: nothing that comes later may be taken before somebody has answered. */
export type Taken = 'taken' | 'held' | 'refused' | 'stopped';

async function settle(taking: Taking, status: 'accepted' | 'incomplete' | 'held' | 'refused', message: string | null) {
  const { options, delivery, state } = taking;
  if (delivery.day === '') return;
  const { day, stamp } = delivery;
  const runId = state.runs.at(-1) ?? null;
  await recordDelivery(options.database, { system: options.declaration.system, day, stamp, status, runId, message });
}

function runOptions(
  { options, delivery, opened }: Taking,
  connector: ApprovedSource | NonNullable<OpenSystem['connector']>,
) {
  const { database, declaration, settings, operator, now, signal, progress } = options;
  const { chunkSize } = settings;
  const base = { database, connector, declaration, chunkSize, operator, now, signal, progress, day: delivery.day };
  return { ...base, readBy: opened.readBy, readers: opened.readers } satisfies Partial<RunOptions>;
}

/** @param reading of a live source, or of the delivery of a day. */
async function runReading(taking: Taking, reading: Reading | LiveReading): Promise<void> {
  const { opened, options, state } = taking;
  if (!opened.connector) return;
  const note = async (run: RunResult | null): Promise<void> => {
    if (!run) return;
    state.runs.push(run.runId);
    await addSyncRun(options.database, state.syncId, run.runId);
  };
  const { complete, changes } = reading;
  if (changes.size > 0 && 'before' in reading) {
    const { readBy: _readBy, ...base } = runOptions(taking, opened.connector);
    const { run, steps } = await readLiveChanges(base, changes, reading.before);
    await note(run);
    state.verdicts.push(...steps);
    // Compared as a whole the same night.
    const stepped = new Set(steps.map(({ stream }) => stream));
    const again = { complete: true, only: stepped };
    if (stepped.size > 0) await note(await migrateSystem({ ...runOptions(taking, opened.connector), ...again }));
  }
  if (changes.size > 0 && !('before' in reading)) {
    const handed = { complete: false, handedOver: true, only: changes } as const;
    await note(await migrateSystem({ ...runOptions(taking, opened.connector), ...handed }));
  }
  if (complete.size > 0) {
    const isWhole = complete.size === options.declaration.mappings.length;
    const only = isWhole ? {} : { only: complete };
    await note(await migrateSystem({ ...runOptions(taking, opened.connector), complete: true, ...only }));
  }
}

/** @throws what stops the system: a source that is lost, a target that fails. */
export async function takeDelivery(taking: Taking): Promise<Taken> {
  const { options, state, delivery, opened, first, sweep, history } = taking;
  const { database, declaration } = options;
  const { system } = declaration;
  if (!opened.connector) throw opened.fault ?? new Error(`${system} has no connector`);
  const { incremental } = opened;
  const chosen = chooseReading({ declaration, ofDay: delivery.day !== '', first, incremental, sweep });
  const source = await knownSource(opened.connector, { system, database });
  const reading = delivery.day === '' ? await onlyWhereRead(options, source, chosen) : chosen;
  const arrival = await lookAtArrival({ source, declaration, reading, looksAtChanges: delivery.day !== '', history });
  const { held, verdicts } = await holdArrival({ database, system, day: delivery.day }, arrival);
  state.verdicts.push(...verdicts);
  if (held !== 'free') {
    await settle(taking, held, verdicts.find(({ level }) => level === 'stop')?.message.zh ?? null);
    if (held === 'refused') return 'refused';
    return reading.changes.size > 0 && delivery.day !== '' ? 'stopped' : 'held';
  }
  const taken = delivery.day === '' ? new Map() : await readTakenFingerprints(database, { system, day: delivery.day });
  const repeated = repeatedStreams(arrival.streams, taken);
  const left = (streams: ReadonlySet<string>): Set<string> =>
    new Set([...streams].filter((name) => !repeated.has(name)));
  const remaining = { ...reading, complete: left(reading.complete), changes: left(reading.changes) };
  const runsBefore = state.runs.length;
  await runReading(taking, remaining);
  const runs = state.runs.slice(runsBefore);
  const judged = await judgeRuns({ options, runs, history, arrival });
  state.verdicts.push(...judged.verdicts);
  state.fault ??= judged.fault;
  const message = remaining.complete.size + remaining.changes.size === 0 ? '与先前交付的内容相同' : null;
  await settle(taking, judged.fault === null ? 'accepted' : 'incomplete', message);
  const { day } = delivery;
  await recordDayRemarks(database, {
    system,
    day,
    late: delivery.late && taken.size === 0,
    repeated: message !== null,
  });
  state.days.push(delivery.day);
  return judged.verdicts.some(({ level }) => level === 'stop') ? 'stopped' : 'taken';
}
