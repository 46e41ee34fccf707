/**
 * The spine. One system: look at what is delivered, go on with an unfinished run or begin one, run its streams parents
 * first, close the run. A newcomer reads this file first.
 */
import type { Connector } from '../connectors/connector.ts';
import { BusyError, CancelledError, describeCause, GgzyError, SourceError, SourceLostError } from '../core/errors.ts';
import { hashText, newRunId } from '../core/ids.ts';
import type { Database } from '../database/connection.ts';
import { markDescendants } from '../database/load/descendants.ts';
import { recordSourceColumns } from '../database/load/drift.ts';
import { beginRun, endRun, hasOpenRun, recordUnreadStream, type RunRecord } from '../database/load/ledger.ts';
import { dropAbandonedStages } from '../database/load/stage-tables.ts';
import { judgementFingerprint } from './judgement.ts';
import { knownSource } from './known-source.ts';
import { planStream } from './plan.ts';
import { blockedBy, lookAt, recordFindings, type ReadyStream } from './ready-streams.ts';
import type { RunOptions, RunResult } from './run-options.ts';
import { runStream } from './stream-run.ts';
import { findVanishLimit } from './vanish.ts';

export type { RunOptions, RunResult } from './run-options.ts';

/** Of a frozen run records are left out, and what refers to them is judged with leniency: no other run may rely on that. */
async function judgeOf({ judgedBy, frozen, now }: RunOptions): Promise<string> {
  const judge = judgedBy ?? (await judgementFingerprint());
  return frozen ? hashText(`${judge} frozen at ${now.toISOString()}`) : judge;
}

/** An unfinished run goes on only where sources, mappings, rules and chunking are what they were. */
function fingerprintOf(options: RunOptions, ready: readonly ReadyStream[], judgedBy: string): string {
  const parts = ready.map(({ mapping, delivery, fault }) =>
    [mapping.stream.name, mapping.version, mapping.stream.version, delivery?.fingerprint, fault?.message].join(':'),
  );
  const { declaration, chunkSize, complete, day } = options;
  return hashText([declaration.system, chunkSize, complete, day, judgedBy, ...parts].join('\n'));
}

async function runStreams(
  options: RunOptions,
  run: RunRecord,
  { ready, vanishLimit }: { readonly ready: readonly ReadyStream[]; readonly vanishLimit: number },
): Promise<boolean> {
  const { database, declaration, progress } = options;
  const failed = new Set<string>();
  /** Of a frozen run: streams some records of which were left out. Who refers to them is no orphan. */
  const cut = new Set<string>();
  for (const { mapping, delivery, fault } of ready) {
    const isCut = (delivery?.later ?? 0) > 0;
    if (isCut) cut.add(mapping.stream.name);
    const whole = planStream(mapping, declaration.mappings);
    const plan = isCut ? { ...whole, deletesByAbsence: false } : whole;
    // What came before stands in the target: of changes nothing waits for a file that was refused.
    const parent = options.complete ? blockedBy(mapping, failed) : null;
    await recordFindings(options, run, { mapping, delivery, fault });
    if (fault || !delivery) {
      failed.add(plan.stream);
      const message = fault?.message ?? '无法读取';
      await recordUnreadStream(database, run.runId, plan, 'failed', message);
      progress({ kind: 'failed', stream: plan.stream, message, next: fault?.next ?? null });
    } else if (parent !== null) {
      failed.add(plan.stream);
      const message = `等待上级数据 ${parent}：上级未能读取`;
      await recordUnreadStream(database, run.runId, plan, 'held', message);
      progress({ kind: 'held', stream: plan.stream, message });
    } else {
      progress({ kind: 'started', stream: plan.stream, declaredRows: delivery.declaredRows });
      if (isCut) progress({ kind: 'frozen', stream: plan.stream, later: delivery.later ?? 0 });
      if (delivery.shape && options.complete) {
        const found = { runId: run.runId, system: declaration.system, stream: plan.stream, columns: delivery.shape };
        await recordSourceColumns(database, found);
      }
      try {
        await runStream({
          ...options,
          run,
          mapping,
          plan,
          judgedBy: await judgeOf(options),
          delivery,
          readBy: options.readBy ?? null,
          readers: options.readers ?? 1,
          incompleteStreams: new Set([...failed, ...cut]),
          vanishLimit,
          heldTogether: declaration.vanishScope === 'system',
        });
      } catch (thrown) {
        // A lost source may be as it was: the run stays open, and the next one goes on behind the last chunk.
        if (!(thrown instanceof SourceError) || thrown instanceof SourceLostError) throw thrown;
        failed.add(plan.stream);
        await recordUnreadStream(database, run.runId, plan, 'failed', thrown.message);
        progress({ kind: 'failed', stream: plan.stream, message: thrown.message, next: thrown.next ?? null });
      }
    }
  }
  return failed.size === 0;
}

/** A run of changes does not hold the records below what it deletes. */
async function passOnDeletions({ database, declaration }: RunOptions, runId: string): Promise<void> {
  const plans = declaration.mappings.map((mapping) => planStream(mapping, declaration.mappings));
  await database.transaction((client) => markDescendants(client, plans, runId));
}

async function withSystemLock<T>(database: Database, system: string, work: () => Promise<T>): Promise<T> {
  const holder = await database.connect();
  try {
    const key = `ggzy ${system}`;
    const { rows } = await holder.query<{ ok: string }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as ok', [
      key,
    ]);
    if (rows[0]?.ok !== 't') {
      throw new BusyError(`${system} 正在由另一个进程迁移`, { system, next: '请等待它结束，或先停止那个进程。' });
    }
    return await work();
  } finally {
    await holder.end();
  }
}

async function verdictOf(database: Database, runId: string): Promise<'green' | 'red'> {
  const rows = await database.query(`select 1 from ops.stream_runs where run_id = $1 and status <> 'green' limit 1`, [
    runId,
  ]);
  return rows.length === 0 ? 'green' : 'red';
}

/** Records that wait for another try are as they were delivered: nothing is known of a source behind them. */
async function sourceOf(options: RunOptions): Promise<Connector> {
  const { connector, complete, handedOver, database, declaration, frozen, now } = options;
  if (!complete && !handedOver) return connector;
  return knownSource(connector, { system: declaration.system, database, asOf: frozen && now });
}

/** A frozen run is no acceptance of what it leaves out: it judges by itself, and nothing is settled by it. */
async function frozenOf({ frozen, judgedBy, now }: RunOptions): Promise<Pick<RunOptions, 'judgedBy'>> {
  if (!frozen) return {};
  return { judgedBy: `${judgedBy ?? (await judgementFingerprint())} ${now.toISOString()}` };
}

/** A source that is away altogether says nothing about what it held: a run that was broken off waits for it. */
async function refuseAbsent(database: Database, system: string, ready: readonly ReadyStream[]): Promise<void> {
  const [first] = ready;
  if (!first?.fault || ready.some(({ fault }) => !fault) || !(await hasOpenRun(database, system))) return;
  throw first.fault;
}

export async function migrateSystem(given: RunOptions): Promise<RunResult> {
  const { database, declaration, now, day, complete, operator, progress, signal } = given;
  const { system } = declaration;
  return withSystemLock(database, system, async () => {
    const options = { ...given, ...(await frozenOf(given)), connector: await sourceOf(given) };
    const ready = await lookAt(options);
    await refuseAbsent(database, system, ready);
    const judgedBy = await judgeOf(options);
    const fingerprint = fingerprintOf(options, ready, judgedBy);
    const asOf = now.toISOString();
    const run = await beginRun(database, { runId: newRunId(now), system, fingerprint, asOf, day, complete, operator });
    await dropAbandonedStages(database);
    progress({
      kind: 'system',
      system,
      resumed: run.resumed,
      streams: ready.map(({ mapping }) => mapping.stream.name),
    });
    try {
      const vanishLimit = await findVanishLimit(options, { ready, runId: run.runId });
      const allRead = await runStreams(options, run, { ready, vanishLimit });
      if (!complete) await passOnDeletions(options, run.runId);
      const status = allRead ? await verdictOf(database, run.runId) : 'failed';
      await endRun(database, run.runId, status, null);
      return { runId: run.runId, resumed: run.resumed, status };
    } catch (thrown) {
      if (signal.aborted) {
        // The run stays open: the next one goes on where this one stopped.
        throw new CancelledError('已取消；已提交的部分保留，再次运行将从中断处继续', { system });
      }
      if (thrown instanceof GgzyError) throw thrown;
      throw new Error(`${system}: ${describeCause(thrown)}`, { cause: thrown });
    }
  });
}
