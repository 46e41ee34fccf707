/** Records that wait in quarantine, what they held, and how one is waived. */
import type { Database, Row } from '../connection.ts';
import { quoteName, rawTable } from '../names.ts';

export interface QuarantineGroup {
  readonly system: string;
  readonly stream: string;
  readonly rule: string;
  readonly count: number;
  readonly ids: readonly string[];
}

export interface QuarantineEntry {
  readonly id: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  readonly rawHash: string;
  readonly position: string;
  readonly rules: readonly string[];
  readonly state: string;
  readonly openedRun: string;
  readonly waivedBy: string | null;
  readonly waivedReason: string | null;
}

/** Entries a run opened, by stream; deletions that are held are no fault of their records. */
export async function countOpened(database: Database, runId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query(
    `select stream, count(*) as n from ops.quarantine
     where opened_run = $1 and not rules @> array['mass_delete'] group by stream`,
    [runId],
  );
  return new Map(rows.map((row) => [row['stream'] ?? '', Number(row['n'])]));
}

/** Open entries by rule; an entry with two rules counts under both. */
export async function readQuarantineGroups(
  database: Database,
  systems: readonly string[],
  examples: number,
): Promise<QuarantineGroup[]> {
  const rows = await database.query(
    `select q.system, q.stream, u.rule, count(*) as n, to_json((array_agg(q.id order by q.id))[1:$2]) as ids
     from ops.quarantine q cross join unnest(q.rules) as u(rule)
     where q.state = 'open' and (cardinality($1::text[]) = 0 or q.system = any($1))
     group by 1, 2, 3 order by 1, count(*) desc, 2, 3`,
    [systems, examples],
  );
  return rows.map((row) => ({
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    rule: row['rule'] ?? '',
    count: Number(row['n']),
    ids: (JSON.parse(row['ids'] ?? '[]') as number[]).map(String),
  }));
}

function toEntry(row: Row): QuarantineEntry {
  return {
    id: row['id'] ?? '',
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    sourceKey: row['source_key'] ?? '',
    rawHash: row['raw_hash'] ?? '',
    position: row['position'] ?? '',
    rules: JSON.parse(row['rule_list'] ?? '[]') as string[],
    state: row['state'] ?? '',
    openedRun: row['opened_run'] ?? '',
    waivedBy: row['waived_by'] ?? null,
    waivedReason: row['waived_reason'] ?? null,
  };
}

const ENTRY = 'select q.*, to_json(q.rules) as rule_list from ops.quarantine q';

export async function findQuarantineEntry(database: Database, id: string): Promise<QuarantineEntry | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const [row] = await database.query(`${ENTRY} where q.id = $1`, [id]);
  return row ? toEntry(row) : null;
}

/** Open and waived entries of a key, in whatever stream it waits. */
export async function findWaiting(database: Database, sourceKey: string): Promise<QuarantineEntry[]> {
  const rows = await database.query(`${ENTRY} where q.source_key = $1 and q.state <> 'closed' order by q.id`, [
    sourceKey,
  ]);
  return rows.map(toEntry);
}

/** The record as delivered. @param columns declared columns that are carried; withheld ones were never kept. */
export async function readRawValues(
  database: Database,
  at: { readonly system: string; readonly stream: string; readonly sourceKey: string; readonly rawHash: string },
  columns: readonly string[],
): Promise<Row | null> {
  const [row] = await database.query(
    `select _position, _first_run, _last_run, _state, ${columns.map(quoteName).join(', ')}
     from ${rawTable(at.system, at.stream)} where _source_key = $1 and _hash = $2`,
    [at.sourceKey, at.rawHash],
  );
  return row ?? null;
}

/** @returns false where the entry is not open (any more). */
export async function waiveQuarantine(
  database: Database,
  waiver: { readonly id: string; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const rows = await database.query(
    `update ops.quarantine set state = 'waived', waived_by = $2, waived_reason = $3, waived_at = now()
     where id = $1 and state = 'open' returning id`,
    [waiver.id, waiver.by, waiver.reason],
  );
  return rows.length > 0;
}
