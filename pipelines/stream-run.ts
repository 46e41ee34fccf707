/** One stream of one run, from delivery to balance: stage → set rules → merge → finish, each resumable. */
import { passFaultPoint } from '../core/fault.ts';
import { avoidLoops } from '../database/connection.ts';
import { restoreKeys, setKeysAside } from '../database/load/bulk-keys.ts';
import { carryStream } from '../database/load/carry.ts';
import { findAccepted } from '../database/load/comparison.ts';
import { insertDeliveryIssue } from '../database/load/delivery-issues.ts';
import { finishStream } from '../database/load/finish.ts';
import { findPreviousRun, findProgress, setStreamStatus } from '../database/load/stream-ledger.ts';
import type { ChunkRange, MergeContext } from '../database/load/merge-context.ts';
import { findMergeRanges } from '../database/load/merge-ranges.ts';
import { isFresh, mergeChunk } from '../database/load/merge.ts';
import { dropStage, indexStage, stageTables, type StageTables } from '../database/load/stage-tables.ts';
import { takeSettled } from '../database/load/settled-balance.ts';
import { SET_RULES } from '../database/rules/index.ts';
import { openStage, stageStream } from './staging.ts';
import type { StreamRunContext } from './stream-context.ts';

const MERGE_CONNECTIONS = 2;

async function applySetRules(context: StreamRunContext, tables: StageTables, staged: number): Promise<void> {
  const { database, plan, run, day, incompleteStreams, vanishLimit: deletionLimit } = context;
  const given = { plan, tables, incompleteStreams, runId: run.runId, day, deletionLimit };
  await database.transaction(async (client) => {
    await avoidLoops(client, staged);
    await indexStage(client, tables, plan);
    for (const rule of SET_RULES) {
      passFaultPoint('rules');
      await rule.run(client, given);
    }
    const settled = await takeSettled(client, { plan, tables, runId: run.runId });
    await client.query(
      `insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to, canonical)
       values ($1, $2, 'rules', 0, 0, 0, $3)`,
      [run.runId, plan.stream, settled],
    );
    await client.query(`update ops.stream_runs set status = 'ruled' where run_id = $1 and stream = $2`, [
      run.runId,
      plan.stream,
    ]);
  });
}

async function mergeAll(context: StreamRunContext, merge: MergeContext, ranges: readonly ChunkRange[]): Promise<void> {
  const { database, plan, progress, signal } = context;
  const queue = [...ranges];
  const work = async (): Promise<void> => {
    for (let range = queue.shift(); range; range = queue.shift()) {
      signal.throwIfAborted();
      const chunk = range;
      await database.transaction(async (client) => {
        await mergeChunk(client, merge, chunk);
        passFaultPoint('merge');
      });
      progress({ kind: 'merged', stream: plan.stream, rows: chunk.to - chunk.from + 1 });
    }
  };
  await Promise.all(Array.from({ length: MERGE_CONNECTIONS }, work));
}

/** @returns false where the stream has to be read. */
async function carryOn(context: StreamRunContext): Promise<boolean> {
  const { database, run, plan, delivery, judgedBy, readBy, complete, progress } = context;
  if (!complete || readBy === null || (await findProgress(database, run.runId, plan.stream))) return false;
  const accepted = await findAccepted(database, plan, { runId: run.runId, judgedBy });
  const same = accepted?.newest && accepted.readBy === readBy && accepted.fingerprint === delivery.fingerprint;
  if (!same) return false;
  const rows = await database.transaction(async (client) => {
    const carried = await carryStream(client, { plan, runId: run.runId, accepted });
    passFaultPoint('commit');
    return carried;
  });
  if (rows === null) return false;
  progress({ kind: 'carried', stream: plan.stream, rows });
  return true;
}

export async function runStream(context: StreamRunContext): Promise<void> {
  const { database, plan, run, progress } = context;
  if (await carryOn(context)) return;
  const tables = stageTables(run.seq, plan);
  const state = await openStage(context, tables);
  if (state.status === 'green' || state.status === 'red') return;
  let total = state.stagedRows;
  if (state.status === 'staging') {
    total = await stageStream(context, state, tables);
    await setStreamStatus(database, run.runId, plan.stream, 'staged');
  }
  if (!state.ruled) await applySetRules(context, tables, total);
  const previousRun = await findPreviousRun(database, plan.system, plan.stream, run.runId);
  const fresh = await isFresh(database, plan, run.runId, state.merged.length > 0);
  const merge: MergeContext = { plan, tables, runId: run.runId, previousRun, asOf: run.asOf, day: context.day, fresh };
  if (fresh) await setKeysAside(database, { plan, tables, total });
  else await restoreKeys(database, plan, tables);
  await mergeAll(context, merge, await findMergeRanges(database, tables, { total, done: state.merged }));
  if (fresh) await restoreKeys(database, plan, tables);
  await database.transaction(async (client) => {
    const { held, vanished } = await finishStream(client, merge, { ...context, staged: total });
    if (held && !context.heldTogether) {
      const where = { runId: run.runId, system: plan.system, day: context.day };
      const issue = { rule: 'mass_vanish', blocking: true, position: plan.stream, detail: String(vanished) };
      await insertDeliveryIssue(client, where, plan.stream, issue);
    }
    passFaultPoint('commit');
  });
  await dropStage(database, tables, plan);
  progress({ kind: 'finished', stream: plan.stream });
}
