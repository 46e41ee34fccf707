/**
 * The spine. One system: look at what is delivered, go on with an unfinished run or begin one, run its streams parents
 * first, close the run. A newcomer reads this file first.
 */
import type { Connector } from '../connectors/connector.ts';
import { CancelledError, describeCause, GgzyError } from '../core/errors.ts';
import { hashText, newRunId } from '../core/ids.ts';
import type { Database } from '../database/connection.ts';
import { markDescendants } from '../database/load/descendants.ts';
import { beginRun, endRun, hasOpenRun } from '../database/load/run-ledger.ts';
import { dropAbandonedStages } from '../database/load/stage-tables.ts';
import { judgementFingerprint } from './judgement.ts';
import { knownSource } from './known-source.ts';
import { planStream } from './plan.ts';
import { lookAt, type ReadyStream } from './ready-streams.ts';
import type { RunOptions, RunResult } from './run-options.ts';
import { judgeOf, runStreams } from './run-streams.ts';
import { withSystemLock } from './system-lock.ts';
import { findVanishLimit } from './vanish.ts';

export type { RunOptions, RunResult } from './run-options.ts';

/** An unfinished run goes on only where sources, mappings, rules and chunking are what they were. */
function fingerprintOf(options: RunOptions, ready: readonly ReadyStream[], judgedBy: string): string {
  const parts = ready.map(({ mapping, delivery, fault }) =>
    [mapping.stream.name, mapping.version, mapping.stream.version, delivery?.fingerprint, fault?.message].join(':'),
  );
  const { declaration, chunkSize, complete, day } = options;
  return hashText([declaration.system, chunkSize, complete, day, judgedBy, ...parts].join('\n'));
}

/** A run of changes does not hold the records below what it deletes. */
async function passOnDeletions({ database, declaration }: RunOptions, runId: string): Promise<void> {
  const plans = declaration.mappings.map((mapping) => planStream(mapping, declaration.mappings));
  await database.transaction((client) => markDescendants(client, plans, runId));
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
  const lock = {
    system,
    key: `ggzy ${system}`,
    busy: '正在由另一个进程迁移',
    next: '请等待它结束，或先停止那个进程。',
  };
  return withSystemLock(database, lock, async () => {
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
