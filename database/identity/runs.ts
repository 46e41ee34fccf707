/** Runs of reconciliation: what was begun, with which model, how it ended. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client, Database, Row } from '../connection.ts';

export type ReconcileMode = 'full' | 'incremental';

export interface NewReconcileRun {
  readonly runId: string;
  readonly kind: EntityKind;
  readonly mode: ReconcileMode;
  readonly operator: string;
}

export interface ReconcileCounts {
  /** Records that are there, deleted ones included. */
  readonly records: number;
  /** Records that are new, changed, back or gone since the run before. */
  readonly changed: number;
  /** Pairs scored. */
  readonly pairs: number;
  /** Records that share an entity with another: records less entities. */
  readonly merged: number;
  /** Pairs that wait for a steward. */
  readonly review: number;
  /** Scored pairs below the review floor; null where they were too many to count. */
  readonly apart: number | null;
  /** Open conflicts. */
  readonly conflicts: number;
  readonly entities: number;
}

export interface ReconcileRun extends NewReconcileRun, ReconcileCounts {
  readonly modelId: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** A run that was broken off left nothing behind: everything it wrote was one transaction. */
export async function beginReconcileRun(database: Database, run: NewReconcileRun): Promise<void> {
  await database.query(
    `update identity.runs set status = 'abandoned', finished_at = now() where kind = $1 and status = 'running'`,
    [run.kind],
  );
  await database.query(
    `insert into identity.runs (run_id, kind, mode, status, operator) values ($1, $2, $3, 'running', $4)`,
    [run.runId, run.kind, run.mode, run.operator],
  );
}

export async function finishReconcileRun(
  client: Client,
  { runId, modelId }: { readonly runId: string; readonly modelId: string },
  counts: ReconcileCounts,
): Promise<void> {
  await client.query(
    `update identity.runs set status = 'done', finished_at = clock_timestamp(), records = $2, changed = $3, pairs = $4,
       merged = $5, review = $6, apart = $7, conflicts = $8, entities = $9, model_id = $10 where run_id = $1`,
    [
      runId,
      counts.records,
      counts.changed,
      counts.pairs,
      counts.merged,
      counts.review,
      counts.apart,
      counts.conflicts,
      counts.entities,
      modelId,
    ],
  );
}

export async function failReconcileRun(database: Database, runId: string, message: string): Promise<void> {
  await database.query(
    `update identity.runs set status = 'failed', finished_at = now(), message = $2 where run_id = $1 and status = 'running'`,
    [runId, message],
  );
}

function toRun(row: Row): ReconcileRun {
  const number = (name: string): number => Number(row[name]);
  return {
    runId: row['run_id'] ?? '',
    kind: row['kind'] as EntityKind,
    mode: row['mode'] as ReconcileMode,
    modelId: row['model_id'] ?? '',
    operator: row['operator'] ?? '',
    startedAt: row['started_at'] ?? '',
    finishedAt: row['finished_at'] ?? null,
    records: number('records'),
    changed: number('changed'),
    pairs: number('pairs'),
    merged: number('merged'),
    review: number('review'),
    apart: row['apart'] === null ? null : number('apart'),
    conflicts: number('conflicts'),
    entities: number('entities'),
  };
}

/** @returns null where the kind was never reconciled. */
export async function findLastReconcileRun(
  client: Pick<Database, 'query'>,
  kind: EntityKind,
): Promise<ReconcileRun | null> {
  const [row] = await client.query(
    `select * from identity.runs where kind = $1 and status = 'done' order by seq desc limit 1`,
    [kind],
  );
  return row ? toRun(row) : null;
}

/** @returns null where the kind was never reconciled. */
export async function findLastRunId(client: Client, kind: EntityKind): Promise<string | null> {
  const { rows } = await client.query<{ run_id: string }>(
    `select run_id from identity.runs where kind = $1 and status = 'done' order by seq desc limit 1`,
    [kind],
  );
  return rows[0]?.run_id ?? null;
}
