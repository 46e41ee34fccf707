/** Open conflicts as people read them. */
import type { ConflictRule, EntityKind } from '../../schemas/identity.ts';
import type { Database } from '../connection.ts';

export interface ListedConflict {
  readonly id: string;
  readonly kind: EntityKind;
  readonly rule: ConflictRule;
  /** `system/stream/key`. */
  readonly records: readonly string[];
  readonly detail: string;
  readonly openedRun: string;
}

/** Oldest first. @param limit at most so many. */
export async function readConflictList(
  database: Database,
  kinds: readonly EntityKind[],
  limit: number,
): Promise<{ readonly total: number; readonly conflicts: readonly ListedConflict[] }> {
  const rows = await database.query(
    `select c.id, c.kind, c.rule, c.detail, c.opened_run, count(*) over () as total,
       (select string_agg(concat_ws('/', r.system, r.stream, r.source_key), chr(10) order by r.record_no)
        from identity.records r where r.record_no = any (c.records)) as records
     from identity.conflicts c where c.kind = any($1::text[]) and c.closed_run is null
     order by array_position($1::text[], c.kind), c.rule, c.id limit $2`,
    [kinds, limit],
  );
  return {
    total: Number(rows[0]?.['total'] ?? 0),
    conflicts: rows.map((row) => ({
      id: row['id'] ?? '',
      kind: row['kind'] as EntityKind,
      rule: row['rule'] as ConflictRule,
      records: (row['records'] ?? '').split('\n').filter(Boolean),
      detail: row['detail'] ?? '',
      openedRun: row['opened_run'] ?? '',
    })),
  };
}
