/** One canonical value and everything behind it. */
import type { Entity } from '../../schemas/entity.ts';
import type { Database, Row } from '../connection.ts';
import { canonicalTable, quoteName, snakeCase } from '../names.ts';

export interface CanonicalMatch {
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  readonly role: string;
  readonly ordinal: number;
  readonly rawHash: string;
  readonly mappingVersion: number;
  readonly runId: string;
  readonly sourceDeletedAt: string | null;
  readonly stale: boolean;
  readonly value: string | null;
}

export interface FieldIssue {
  readonly field: string;
  readonly rule: string;
  readonly severity: string;
  readonly disposition: string;
  readonly loadedValue: string | null;
  readonly personal: string;
  readonly detail: string | null;
}

export interface RecordKey {
  readonly sourceKey: string;
  /** Empty: any. */
  readonly system: string;
  readonly stream: string;
}

function toMatch(row: Row): CanonicalMatch {
  return {
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    sourceKey: row['source_key'] ?? '',
    role: row['role'] ?? '',
    ordinal: Number(row['ordinal']),
    rawHash: row['raw_hash'] ?? '',
    mappingVersion: Number(row['mapping_version']),
    runId: row['run_id'] ?? '',
    sourceDeletedAt: row['source_deleted_at'] ?? null,
    stale: row['stale'] === 't',
    value: row['value'] ?? null,
  };
}

export async function findCanonicalValues(
  database: Database,
  entity: Entity,
  field: string,
  { sourceKey, system, stream }: RecordKey,
): Promise<CanonicalMatch[]> {
  const column = quoteName(snakeCase(field));
  const kind = entity.fields[field]?.meta.kind;
  const value = kind === 'money' || kind === 'decimal' ? `trim_scale(${column})` : column;
  const rows = await database.query(
    `select system, stream, source_key, role, ordinal, raw_hash, mapping_version, run_id, source_deleted_at, stale,
       ${value} as value
     from ${canonicalTable(entity)}
     where source_key = $1 and ($2 = '' or system = $2) and ($3 = '' or stream = $3)
     order by system, stream, role, ordinal`,
    [sourceKey, system, stream],
  );
  return rows.map(toMatch);
}

/** Open issues of a record on some of its columns; those on the whole record stand under the empty column. */
export async function readFieldIssues(
  database: Database,
  { system, stream, sourceKey }: RecordKey,
  columns: readonly string[],
): Promise<FieldIssue[]> {
  const rows = await database.query(
    `select field, rule, severity, disposition, loaded_value, personal, detail from ops.issues
     where system = $1 and stream = $2 and source_key = $3 and field = any($4::text[]) and closed_run is null
     order by field, rule`,
    [system, stream, sourceKey, columns],
  );
  return rows.map((row) => ({
    field: row['field'] ?? '',
    rule: row['rule'] ?? '',
    severity: row['severity'] ?? '',
    disposition: row['disposition'] ?? '',
    loadedValue: row['loaded_value'] ?? null,
    personal: row['personal'] ?? 'none',
    detail: row['detail'] ?? null,
  }));
}
