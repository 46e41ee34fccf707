/** What is known of the columns of sources: how the last run found them, and which of their changes were approved. */
import type { Database } from '../connection.ts';

export interface SourceColumn {
  readonly stream: string;
  readonly name: string;
  readonly type: string;
  readonly encoding: string | null;
}

export type DriftKind = 'new' | 'missing' | 'type' | 'charset';

export interface Approval {
  readonly stream: string;
  readonly column: string;
  readonly kind: DriftKind;
  readonly declared: string | null;
  /** An approval holds for what was found then, and for nothing that is found later. */
  readonly found: string | null;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export async function readSourceColumns(database: Database, system: string): Promise<SourceColumn[]> {
  const rows = await database.query(
    'select stream, column_name as name, type, encoding from ops.source_columns where system = $1',
    [system],
  );
  return rows.map((row) => ({
    stream: row['stream'] ?? '',
    name: row['name'] ?? '',
    type: row['type'] ?? '',
    encoding: row['encoding'] ?? null,
  }));
}

/** Those in force, oldest first. */
export async function readApprovals(database: Database, system: string): Promise<Approval[]> {
  const rows = await database.query(
    `select stream, column_name as "column", kind, declared, found, approved_by as by, reason, approved_at as at
     from ops.drift_approvals where system = $1 and withdrawn_at is null order by id`,
    [system],
  );
  return rows.map((row) => ({
    stream: row['stream'] ?? '',
    column: row['column'] ?? '',
    kind: row['kind'] as DriftKind,
    declared: row['declared'] ?? null,
    found: row['found'] ?? null,
    by: row['by'] ?? '',
    reason: row['reason'] ?? '',
    at: row['at'] ?? '',
  }));
}
