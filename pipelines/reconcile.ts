/**
 * One kind of entity, reconciled: what has changed → standardise → engine → judgements → clusters → ids → golden records.
 * Everything is written in one transaction: a run that is broken off anywhere leaves things as they were.
 */
import { BusyError, CancelledError, describeCause, GgzyError } from '../core/errors.ts';
import { newRunId } from '../core/ids.ts';
import type { Client, Database } from '../database/connection.ts';
import {
  beginReconcileRun,
  failReconcileRun,
  findLastReconcileRun,
  type ReconcileMode,
  type ReconcileRun,
} from '../database/identity/runs.ts';
import type { EntityKind } from '../schemas/identity.ts';
import { EngineHome } from './reconcile/engine-home.ts';
import { runMatters } from './reconcile/matter-run.ts';
import { MatchRun } from './reconcile/match-run.ts';
import { chooseModel, MATCHINGS, type ChosenModel, type MatchedKind } from './reconcile/models.ts';
import type { ReconcileOptions, ReconcileResult } from './reconcile/options.ts';

/** One reconciliation of a kind at a time. */
async function withKindLock<T>(database: Database, kind: EntityKind, work: () => Promise<T>): Promise<T> {
  const holder = await database.connect();
  try {
    const { rows } = await holder.query<{ ok: string }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as ok', [
      `ggzy reconcile ${kind}`,
    ]);
    if (rows[0]?.ok !== 't') {
      throw new BusyError(`${kind} 正在由另一个进程归一`, { next: '请等待它结束，或先停止那个进程。' });
    }
    return await work();
  } finally {
    await holder.end();
  }
}

/** What is looked at is one state of the database; what is written is seen by others all at once. */
async function inOneState<T>({ database, effect }: ReconcileOptions, work: (client: Client) => Promise<T>): Promise<T> {
  return database.transaction(async (client) => {
    await client.query('set transaction isolation level repeatable read');
    await client.query('savepoint before_run');
    const result = await work(client);
    if (effect === 'what-if') await client.query('rollback to savepoint before_run');
    return result;
  });
}

/** Increments stand on the numbers of the run before: another model looks at everything anew. */
function modeOf(options: ReconcileOptions, last: ReconcileRun | null, chosen: ChosenModel | null): ReconcileMode {
  return last && chosen && last.modelId === chosen.stored.id ? options.mode : 'full';
}

/** The run row is there from the beginning and says how it ended. */
async function onRecord<T>(
  options: ReconcileOptions,
  { runId, mode }: { readonly runId: string; readonly mode: ReconcileMode },
  work: () => Promise<T>,
): Promise<T> {
  const { database, kind, operator, effect, signal } = options;
  if (effect === 'apply') await beginReconcileRun(database, { runId, kind, mode, operator });
  try {
    return await work();
  } catch (thrown) {
    await failReconcileRun(database, runId, describeCause(thrown));
    if (signal.aborted) throw new CancelledError('已取消；数据保持原样', { cause: thrown });
    if (thrown instanceof GgzyError) throw thrown;
    throw new Error(`${kind}: ${describeCause(thrown)}`, { cause: thrown });
  }
}

async function reconcileMatched(options: ReconcileOptions, kind: MatchedKind): Promise<ReconcileResult> {
  const { database, now, effect, memoryMb } = options;
  const matching = MATCHINGS[kind];
  const last = await findLastReconcileRun(database, kind);
  const chosen = await chooseModel(database, { kind, version: options.modelVersion, effect });
  const mode = modeOf(options, last, chosen);
  const runId = newRunId(now);
  return onRecord(options, { runId, mode }, async () => {
    const place = effect === 'apply' ? { directory: options.directory } : { spill: options.directory };
    const goesOnFrom = mode === 'incremental' ? (last?.runId ?? null) : null;
    const home = await EngineHome.open(matching.model, { ...place, memoryMb }, goesOnFrom);
    let committed: string | null = null;
    try {
      const run = new MatchRun({ options, kind, matching, mode, runId, last, home });
      const result = await inOneState(options, (client) => run.run(client, chosen));
      if (effect === 'apply') committed = runId;
      return result;
    } finally {
      await home.close(committed);
    }
  });
}

function reconcileMatters(options: ReconcileOptions): Promise<ReconcileResult> {
  const runId = newRunId(options.now);
  return onRecord(options, { runId, mode: 'full' }, () =>
    inOneState(options, (client) => runMatters(client, options, runId)),
  );
}

/** @throws BusyError while another process reconciles the kind. */
export async function reconcile(options: ReconcileOptions): Promise<ReconcileResult> {
  const { database, kind } = options;
  return withKindLock(database, kind, () =>
    kind === 'matter' ? reconcileMatters(options) : reconcileMatched(options, kind),
  );
}
