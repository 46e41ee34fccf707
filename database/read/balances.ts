/** The two ledgers of the last complete run of every stream: records and amounts. */
import type { Database, Row } from '../connection.ts';

export interface StreamBalance {
  readonly system: string;
  readonly stream: string;
  readonly runId: string;
  readonly runStatus: string;
  readonly status: string;
  readonly day: string;
  readonly startedAt: string;
  readonly mappingVersion: number;
  readonly declaredRows: number | null;
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly superseded: number;
  readonly deleted: number;
  readonly skipped: number;
  readonly quarantined: number;
  readonly vanished: number;
  readonly message: string | null;
}

export interface AmountBalance {
  readonly system: string;
  readonly stream: string;
  readonly entity: string;
  readonly field: string;
  /** 元, exact text. */
  readonly source: string;
  readonly loaded: string;
  readonly quarantined: string;
  readonly skipped: string;
  readonly target: string;
  /** source = loaded + quarantined + skipped, and loaded = target. */
  readonly balances: boolean;
}

/** Systems to look at; every one where empty. One run only where it is named. */
export interface BalanceScope {
  readonly systems: readonly string[];
  readonly runId?: string;
}

/** The stream runs of one run, or of each stream's newest complete run. */
const CHOSEN = `
  select distinct on (r.system, s.stream) r.system, r.seq, r.status as run_status, r.day, s.*
  from ops.stream_runs s join ops.runs r using (run_id)
  where (cardinality($1::text[]) = 0 or r.system = any($1)) and case when $2 <> '' then r.run_id = $2 else r.complete end
  order by r.system, s.stream, r.seq desc`;

function toBalance(row: Row): StreamBalance {
  const count = (name: string): number => Number(row[name] ?? 0);
  return {
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    runId: row['run_id'] ?? '',
    runStatus: row['run_status'] ?? '',
    status: row['status'] ?? '',
    day: row['day'] ?? '',
    startedAt: row['started_at'] ?? '',
    mappingVersion: count('mapping_version'),
    declaredRows: row['declared_rows'] === null ? null : count('declared_rows'),
    read: count('read'),
    inserted: count('inserted'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    superseded: count('superseded'),
    deleted: count('deleted'),
    skipped: count('skipped'),
    quarantined: count('quarantined'),
    vanished: count('vanished'),
    message: row['message'] ?? null,
  };
}

export async function readStreamBalances(database: Database, { systems, runId = '' }: BalanceScope) {
  const rows = await database.query(`select * from (${CHOSEN}) c order by system, position`, [systems, runId]);
  return rows.map(toBalance);
}

export async function readAmountBalances(
  database: Database,
  { systems, runId = '' }: BalanceScope,
): Promise<AmountBalance[]> {
  const rows = await database.query(
    `select c.system, a.stream, a.entity, a.field, trim_scale(source_sum) as source, trim_scale(loaded_sum) as loaded,
       trim_scale(quarantined_sum) as quarantined, trim_scale(skipped_sum) as skipped, trim_scale(target_sum) as target,
       (source_sum = loaded_sum + quarantined_sum + skipped_sum and loaded_sum = target_sum)::int as balances
     from (${CHOSEN}) c join ops.stream_amounts a on a.run_id = c.run_id and a.stream = c.stream
     order by c.system, c.position, a.field`,
    [systems, runId],
  );
  return rows.map((row) => ({
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    entity: row['entity'] ?? '',
    field: row['field'] ?? '',
    source: row['source'] ?? '0',
    loaded: row['loaded'] ?? '0',
    quarantined: row['quarantined'] ?? '0',
    skipped: row['skipped'] ?? '0',
    target: row['target'] ?? '0',
    balances: row['balances'] === '1',
  }));
}
