/** The first half of a stream's run: what the delivery holds comes into the staging tables. */
import { carryRanges } from '../database/load/carry-ranges.ts';
import { findAccepted, type Accepted } from '../database/load/comparison.ts';
import { ComparingSession } from '../database/load/comparing-session.ts';
import { beginStream, findProgress, type StreamProgress } from '../database/load/stream-ledger.ts';
import { recordRanges } from '../database/load/ranges.ts';
import { createStage, dropStage, type StageTables } from '../database/load/stage-tables.ts';
import { MappingStager, type ChunkStager } from './chunk-stager.ts';
import { ComparingStager } from './comparing-stager.ts';
import { stageDoubted } from './doubted-records.ts';
import { extractStream } from './extract.ts';
import { readersWithin } from './memory-budget.ts';
import { planReadings } from './reading-plan.ts';
import { amountsStandAlone, RecordStager } from './record-stager.ts';
import type { StreamRunContext } from './stream-context.ts';

/** Staging starts anew when nothing of it is there, or when a server crash emptied the unlogged tables. */
export async function openStage(context: StreamRunContext, tables: StageTables): Promise<StreamProgress> {
  const { database, run, plan, delivery, judgedBy, readBy } = context;
  const progress = await findProgress(database, run.runId, plan.stream);
  // A stream that is done has no stage any more.
  if (progress?.status === 'green' || progress?.status === 'red') return progress;
  if (progress && planReadings({ ranges: delivery.ranges, staged: progress.staged })) {
    const [exists] = await database.query('select to_regclass($1) as name', [tables.raw]);
    const rows = exists?.['name'] ? await database.query(`select count(*) as n from ${tables.raw}`) : [];
    if (rows[0]?.['n'] === String(progress.stagedRows)) return progress;
  }
  await dropStage(database, tables, plan);
  await beginStream(database, run.runId, plan, { ...delivery, judgedBy, readBy });
  await recordRanges(database, { runId: run.runId, stream: plan.stream, ranges: delivery.ranges ?? [] });
  await database.transaction((client) => createStage(client, tables, plan));
  return { status: 'staging', staged: [], stagedRows: 0, nextChunk: 0, ruled: false, merged: progress?.merged ?? [] };
}

interface Stagers {
  /** For one reading at a time. */
  readonly open: () => ChunkStager;
  readonly close: () => Promise<void>;
}

/** Deliveries of changes hold little that is as it was. Records that this very run merged are in its ledger already. */
async function findComparable(context: StreamRunContext, { merged }: StreamProgress): Promise<Accepted | null> {
  const { database, plan, run, mapping, complete, judgedBy } = context;
  const comparable = complete && !plan.lastOfKeyCounts && merged.length === 0 && amountsStandAlone(mapping, plan);
  return comparable ? findAccepted(database, plan, { runId: run.runId, judgedBy }) : null;
}

/** Ranges that the source says are as they were are not read. @returns what is staged then. */
async function carryOnRanges(
  context: StreamRunContext,
  state: StreamProgress,
  { tables, accepted }: { readonly tables: StageTables; readonly accepted: Accepted | null },
): Promise<StreamProgress> {
  const { database, plan, run, delivery, readBy, progress } = context;
  const isReadAsThen = accepted !== null && readBy !== null && accepted.readBy === readBy;
  if (!isReadAsThen || state.nextChunk > 0 || !delivery.ranges) return state;
  const stager = new RecordStager(context.mapping, plan, tables);
  const rows = await carryRanges(database, {
    plan,
    tables,
    runId: run.runId,
    accepted,
    ranges: delivery.ranges,
    judge: (client, records) => stageDoubted(client, stager, records),
  });
  if (rows === 0) return state;
  progress({ kind: 'kept', stream: plan.stream, rows });
  return (await findProgress(database, run.runId, plan.stream)) ?? state;
}

/** Where the last acceptance holds, records that are as they were then are not judged again. */
async function openStagers(
  { database, plan, run, mapping }: StreamRunContext,
  { tables, accepted }: { readonly tables: StageTables; readonly accepted: Accepted | null },
): Promise<Stagers> {
  const target = { runId: run.runId, stream: plan.stream };
  const stager = (): RecordStager => new RecordStager(mapping, plan, tables);
  if (!accepted) return { open: () => new MappingStager(database, stager(), target), close: async () => undefined };
  const session = await ComparingSession.open(database, { plan, tables, accepted });
  return { open: () => new ComparingStager(session, stager(), target), close: () => session.close() };
}

/** @returns how many records are staged, those of an interrupted run included. */
export async function stageStream(
  context: StreamRunContext,
  begun: StreamProgress,
  tables: StageTables,
): Promise<number> {
  const { delivery, mapping, plan, chunkSize, signal, progress } = context;
  progress({ kind: 'resumed', stream: plan.stream, rows: begun.stagedRows });
  const accepted = await findComparable(context, begun);
  const state = await carryOnRanges(context, begun, { tables, accepted });
  const parts = planReadings({ ranges: delivery.ranges, staged: state.staged }) ?? [];
  const stagers = await openStagers(context, { tables, accepted });
  try {
    const last = await extractStream({
      ...context,
      parts,
      readers: readersWithin({ ...context, bytes: delivery.bytes, rows: delivery.declaredRows }),
      firstChunk: state.nextChunk,
      request: { stream: mapping.stream, columns: plan.columns, chunkSize, signal },
      openStager: stagers.open,
      onProgress: (read, quarantined) => progress({ kind: 'read', stream: plan.stream, rows: read, quarantined }),
    });
    return delivery.ranges ? delivery.ranges.reduce((sum, { rows }) => sum + rows, 0) : last;
  } finally {
    await stagers.close();
  }
}
