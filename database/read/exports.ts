/** What exports read, in a stable order and a piece at a time. Values come unmasked; `publish/` masks them. */
import type { Entity } from '../../schemas/entity.ts';
import type { Database, Row } from '../connection.ts';
import { canonicalTable, quoteName, snakeCase } from '../names.ts';
import { filterValues, OPEN_ISSUES, type IssueFilter } from './issues.ts';
import { streamRows } from './rows.ts';

export function readOpenIssues(database: Database, filter: IssueFilter): AsyncGenerator<Row[], void, undefined> {
  return streamRows(
    database,
    `select i.first_run as run, i.day, i.system, i.stream, i.source_key, i.position, i.field, i.rule, i.severity,
       i.disposition, i.loaded_value, i.personal
     ${OPEN_ISSUES} order by i.system, i.stream, i.source_key, i.field, i.rule, i.position`,
    filterValues(filter),
  );
}

export interface ExportColumn {
  readonly name: string;
  /** Canonical field; empty for lineage. */
  readonly field: string;
}

const LINEAGE: readonly ExportColumn[] = ['system', 'stream', 'source_key', 'role'].map((name) => ({
  name,
  field: '',
}));
const STATE: readonly ExportColumn[] = ['source_deleted', 'parent_deleted'].map((name) => ({ name, field: '' }));

/** Business columns, then where the record comes from, then whether it is deleted. */
export function exportColumns(entity: Entity): ExportColumn[] {
  const business = entity.fieldNames.map((field) => ({ name: snakeCase(field), field }));
  return [...business, ...LINEAGE, ...STATE];
}

/** Exact text as PostgreSQL prints it, numbers without trailing zeros. */
export function readCanonicalRows(
  database: Database,
  entity: Entity,
  systems: readonly string[],
): AsyncGenerator<Row[], void, undefined> {
  const business = entity.fieldNames.map((field) => {
    const column = quoteName(snakeCase(field));
    const kind = entity.fields[field]?.meta.kind;
    return kind === 'money' || kind === 'decimal' ? `trim_scale(${column}) as ${column}` : column;
  });
  return streamRows(
    database,
    `select ${business.join(', ')}, system, stream, source_key, role,
       (source_deleted_at is not null)::int as source_deleted, parent_deleted::int as parent_deleted
     from ${canonicalTable(entity)} where cardinality($1::text[]) = 0 or system = any($1)
     order by system, stream, source_key, role, ordinal`,
    [systems],
  );
}
