/** Runs in the ledger: begun, gone on with, ended. */
import type { Database } from '../connection.ts';

/** The Beijing day a run stands for: what it first sees deleted is deleted as of that day, whatever the hour it runs. */
const SEEN_ON = `(date_trunc('day', as_of at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')::text`;

export interface RunRecord {
  readonly runId: string;
  readonly seq: string;
  readonly asOf: string;
  readonly resumed: boolean;
}

export interface NewRun {
  readonly runId: string;
  readonly system: string;
  /** Equal when the sources, the mappings and the settings are equal: only then may an unfinished run go on. */
  readonly fingerprint: string;
  readonly asOf: string;
  readonly day: string;
  readonly complete: boolean;
  readonly operator: string;
}

/** Goes on with an unfinished run of the same fingerprint, or begins a new one and abandons what cannot go on. */
export async function beginRun(database: Database, run: NewRun): Promise<RunRecord> {
  const [open] = await database.query(
    `select run_id, seq, ${SEEN_ON} as as_of from ops.runs where system = $1 and status = 'running' and fingerprint = $2
     order by seq desc limit 1`,
    [run.system, run.fingerprint],
  );
  await database.query(
    `update ops.runs set status = 'abandoned', finished_at = now()
     where system = $1 and status = 'running' and run_id <> $2`,
    [run.system, open?.['run_id'] ?? ''],
  );
  if (open) {
    return { runId: open['run_id'] ?? '', seq: open['seq'] ?? '', asOf: open['as_of'] ?? '', resumed: true };
  }
  const [row] = await database.query(
    `insert into ops.runs (run_id, system, status, fingerprint, as_of, day, complete, operator)
     values ($1, $2, 'running', $3, $4, $5, $6, $7) returning seq, ${SEEN_ON} as as_of`,
    [run.runId, run.system, run.fingerprint, run.asOf, run.day, run.complete, run.operator],
  );
  return { runId: run.runId, seq: row?.['seq'] ?? '', asOf: row?.['as_of'] ?? '', resumed: false };
}

/** A run was broken off and may go on. */
export async function hasOpenRun(database: Database, system: string): Promise<boolean> {
  const rows = await database.query(`select 1 from ops.runs where system = $1 and status = 'running' limit 1`, [
    system,
  ]);
  return rows.length > 0;
}

export async function endRun(
  database: Database,
  runId: string,
  status: 'green' | 'red' | 'failed',
  message: string | null,
): Promise<void> {
  await database.query('update ops.runs set status = $2, finished_at = now(), message = $3 where run_id = $1', [
    runId,
    status,
    message,
  ]);
}
