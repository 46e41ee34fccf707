/** Streams of a run in the ledger, and their chunks: what was begun, how far it came, how it ended. */
import type { Database } from '../connection.ts';
import type { ChunkRange } from './merge-context.ts';
import type { StreamPlan } from './plan.ts';

export interface StreamProgress {
  readonly status: string;
  /** Chunks that are staged: numbers of their records, and the cursor behind them. */
  readonly staged: readonly { readonly from: number; readonly to: number; readonly cursor: string | null }[];
  readonly stagedRows: number;
  /** Number of the next chunk. */
  readonly nextChunk: number;
  readonly ruled: boolean;
  readonly merged: readonly ChunkRange[];
}

/** @returns null where the stream was not begun. */
export async function findProgress(database: Database, runId: string, stream: string): Promise<StreamProgress | null> {
  const [row] = await database.query('select status from ops.stream_runs where run_id = $1 and stream = $2', [
    runId,
    stream,
  ]);
  if (!row) return null;
  const chunks = await database.query(
    'select phase, chunk_no, ord_from, ord_to, cursor from ops.chunks where run_id = $1 and stream = $2 order by chunk_no',
    [runId, stream],
  );
  const staged = chunks.filter(({ phase }) => phase === 'stage');
  return {
    status: row['status'] ?? '',
    staged: staged.map((chunk) => ({
      from: Number(chunk['ord_from']),
      to: Number(chunk['ord_to']),
      cursor: chunk['cursor'] ?? null,
    })),
    stagedRows: staged.reduce((sum, chunk) => sum + Number(chunk['ord_to']) - Number(chunk['ord_from']) + 1, 0),
    nextChunk: Number(staged.at(-1)?.['chunk_no'] ?? -1) + 1,
    ruled: chunks.some(({ phase }) => phase === 'rules'),
    merged: chunks
      .filter(({ phase }) => phase === 'merge')
      .map((chunk) => ({
        chunkNo: Number(chunk['chunk_no']),
        from: Number(chunk['ord_from']),
        to: Number(chunk['ord_to']),
      })),
  };
}

export interface BegunDelivery {
  readonly declaredRows: number | null;
  readonly fingerprint: string;
  readonly bytes: number;
  /** Fingerprint of what judges its records. */
  readonly judgedBy: string;
  /** Fingerprint of what reads it; null where nobody says. */
  readonly readBy: string | null;
}

export async function beginStream(
  database: Database,
  runId: string,
  plan: StreamPlan,
  delivery: BegunDelivery,
): Promise<void> {
  const key = [runId, plan.stream];
  // Where staging was lost behind a merge, ranges that were merged stay merged: reading again gives the same order.
  await database.query(`delete from ops.chunks where run_id = $1 and stream = $2 and phase <> 'merge'`, key);
  await database.query('delete from ops.chunk_amounts where run_id = $1 and stream = $2', key);
  await database.query('delete from ops.stream_amounts where run_id = $1 and stream = $2', key);
  await database.query('delete from ops.stream_runs where run_id = $1 and stream = $2', key);
  await database.query(
    `insert into ops.stream_contracts (system, stream, version, columns, first_run) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [plan.system, plan.stream, plan.streamVersion, plan.columns, runId],
  );
  await database.query(
    `insert into ops.stream_runs (run_id, stream, position, status, fingerprint, mapping_version, stream_version,
       declared_rows, bytes, judged_by, read_by) values ($1, $2, $3, 'staging', $4, $5, $6, $7, $8, $9, $10)`,
    [
      runId,
      plan.stream,
      plan.position,
      delivery.fingerprint,
      plan.mappingVersion,
      plan.streamVersion,
      delivery.declaredRows,
      delivery.bytes,
      delivery.judgedBy,
      delivery.readBy,
    ],
  );
}

export async function setStreamStatus(
  database: Database,
  runId: string,
  stream: string,
  status: string,
  message: string | null = null,
): Promise<void> {
  await database.query('update ops.stream_runs set status = $3, message = $4 where run_id = $1 and stream = $2', [
    runId,
    stream,
    status,
    message,
  ]);
}

/** A stream that could not be read, or waits for one that could not: on record, with the reason. */
export async function recordUnreadStream(
  database: Database,
  runId: string,
  plan: StreamPlan,
  status: 'failed' | 'held',
  message: string,
): Promise<void> {
  await database.query(
    `insert into ops.stream_runs (run_id, stream, position, status, mapping_version, stream_version, message, finished_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())
     on conflict (run_id, stream) do update set status = excluded.status, message = excluded.message, finished_at = now()`,
    [runId, plan.stream, plan.position, status, plan.mappingVersion, plan.streamVersion, message],
  );
}

/** The last run that delivered the stream completely, before this one. */
export async function findPreviousRun(database: Database, system: string, stream: string, runId: string) {
  const [row] = await database.query(
    `select r.run_id from ops.runs r join ops.stream_runs s using (run_id)
     where r.system = $1 and s.stream = $2 and r.run_id <> $3 and s.status in ('green', 'red')
     order by r.seq desc limit 1`,
    [system, stream, runId],
  );
  return row?.['run_id'] ?? null;
}
