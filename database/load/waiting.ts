/** Quarantined raw records that may be tried again from the raw layer, without asking the legacy system. */
import type { Database } from '../connection.ts';
import { columnList, quoteText, rawTable } from '../names.ts';

/**
 * What a second try cannot cure: the raw text itself is damaged, or the key is held by another version of the record.
 */
const HOPELESS = ['invalid_bytes', 'record_malformed', 'key_missing', 'key_overlong', 'duplicate_key_conflict'];

export interface WaitingRecord {
  readonly id: string;
  readonly position: string;
  readonly deleted: boolean;
  readonly values: readonly (string | null)[];
}

export async function countWaiting(database: Database, system: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query(
    `select stream, count(*) as n from ops.quarantine
     where system = $1 and state = 'open' and not rules && $2::text[] group by stream`,
    [system, HOPELESS],
  );
  return new Map(rows.map((row) => [row['stream'] ?? '', Number(row['n'])]));
}

/** @returns open entries behind `afterId`, oldest first, at most `limit`, and the id of the last one. */
export async function readWaiting(
  database: Database,
  system: string,
  stream: string,
  columns: readonly string[],
  afterId: string,
  limit: number,
): Promise<{ records: WaitingRecord[]; lastId: string }> {
  const rows = await database.query(
    `select q.id as "_id", r._position, r._deleted, ${columnList(columns, 'r.')}
     from ops.quarantine q join ${rawTable(system, stream)} r on r._source_key = q.source_key and r._hash = q.raw_hash
     where q.system = ${quoteText(system)} and q.stream = ${quoteText(stream)} and q.state = 'open'
       and not q.rules && $1::text[] and q.id > $2 order by q.id limit $3`,
    [HOPELESS, afterId, limit],
  );
  const records = rows.map((row) => ({
    id: row['_id'] ?? '',
    position: row['_position'] ?? '',
    deleted: row['_deleted'] === 't',
    values: columns.map((name) => row[name] ?? null),
  }));
  return { records, lastId: rows.at(-1)?.['_id'] ?? afterId };
}
