/** Open issues: how many of which rule, with examples. Values come unmasked; who shows them masks them. */
import type { Database } from '../connection.ts';

/** Empty strings do not narrow. */
export interface IssueFilter {
  readonly systems: readonly string[];
  readonly stream: string;
  readonly rule: string;
  readonly severity: string;
}

export interface IssueGroup {
  readonly system: string;
  readonly stream: string;
  readonly rule: string;
  readonly severity: string;
  readonly disposition: string;
  readonly field: string;
  readonly count: number;
  readonly examples: readonly IssueExample[];
}

export interface IssueExample {
  readonly sourceKey: string;
  readonly position: string;
  readonly loadedValue: string | null;
  readonly personal: string;
  readonly detail: string | null;
}

export interface OpenCounts {
  readonly system: string;
  readonly issues: number;
  readonly blocking: number;
  readonly quarantined: number;
  readonly waived: number;
}

export const OPEN_ISSUES = `
  from ops.issues i where i.closed_run is null
    and (cardinality($1::text[]) = 0 or i.system = any($1)) and ($2 = '' or i.stream = $2)
    and ($3 = '' or i.rule = $3) and ($4 = '' or i.severity = $4)`;

export function filterValues({ systems, stream, rule, severity }: IssueFilter): unknown[] {
  return [systems, stream, rule, severity];
}

interface ExampleRow {
  readonly source_key: string;
  readonly position: string;
  readonly loaded_value: string | null;
  readonly personal: string;
  readonly detail: string | null;
}

export async function readIssueGroups(
  database: Database,
  filter: IssueFilter,
  examples: number,
): Promise<IssueGroup[]> {
  const rows = await database.query(
    `with numbered as (
       select i.*, row_number() over (partition by system, stream, rule, field order by source_key, position) as nr,
         count(*) over (partition by system, stream, rule, field) as total ${OPEN_ISSUES}
     )
     select system, stream, rule, field, min(severity) as severity, min(disposition) as disposition,
       max(total) as total, coalesce(json_agg(json_build_object('source_key', source_key, 'position', position,
         'loaded_value', loaded_value, 'personal', personal, 'detail', detail) order by nr)
         filter (where nr <= $5), '[]') as examples
     from numbered group by system, stream, rule, field
     order by min(case severity when 'blocking' then 0 when 'warning' then 1 else 2 end), max(total) desc, 1, 2, 3, 4`,
    [...filterValues(filter), examples],
  );
  return rows.map((row) => ({
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    rule: row['rule'] ?? '',
    severity: row['severity'] ?? '',
    disposition: row['disposition'] ?? '',
    field: row['field'] ?? '',
    count: Number(row['total']),
    examples: (JSON.parse(row['examples'] ?? '[]') as ExampleRow[]).map(toExample),
  }));
}

function toExample({ source_key, position, loaded_value, personal, detail }: ExampleRow): IssueExample {
  return { sourceKey: source_key, position, loadedValue: loaded_value, personal, detail };
}

export async function readOpenCounts(database: Database, systems: readonly string[]): Promise<OpenCounts[]> {
  const rows = await database.query(
    `select system, sum(issues) as issues, sum(blocking) as blocking, sum(waiting) as waiting, sum(waived) as waived
     from (
       select system, count(*) as issues, count(*) filter (where severity = 'blocking') as blocking, 0 as waiting, 0 as waived
       from ops.issues where closed_run is null group by system
       union all
       select system, 0, 0, count(*) filter (where state = 'open'), count(*) filter (where state = 'waived')
       from ops.quarantine group by system
     ) c where cardinality($1::text[]) = 0 or system = any($1) group by system order by system`,
    [systems],
  );
  return rows.map((row) => ({
    system: row['system'] ?? '',
    issues: Number(row['issues']),
    blocking: Number(row['blocking']),
    quarantined: Number(row['waiting']),
    waived: Number(row['waived']),
  }));
}
