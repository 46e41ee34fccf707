/** What deliveries were like before: what guards learn from. */
import type { Database } from '../connection.ts';

export interface StreamPast {
  /** Records of complete deliveries that balanced, newest first. */
  readonly states: readonly number[];
  /** Records of deliveries of changes. */
  readonly changes: readonly number[];
  /** Quarantined of read, both sorts. */
  readonly quarantineShares: readonly number[];
}

const LOOK_BACK = 30;
const NOTHING: StreamPast = { states: [], changes: [], quarantineShares: [] };

/** By stream. Runs of the sync at hand are left out. */
export async function readStreamHistory(
  database: Database,
  { system, without }: { readonly system: string; readonly without: readonly string[] },
): Promise<(stream: string) => StreamPast> {
  const rows = await database.query(
    `select stream, complete, read, quarantined from (
       select s.stream, r.complete, s.read, s.quarantined, r.seq,
         row_number() over (partition by s.stream, r.complete order by r.seq desc) as age
       from ops.stream_runs s join ops.runs r using (run_id)
       where r.system = $1 and s.status = 'green' and r.run_id <> all ($2)
         and (r.complete or exists (select 1 from ops.sync_runs y where y.run_id = r.run_id))) t
     where age <= ${LOOK_BACK} order by seq desc`,
    [system, without],
  );
  const byStream = Map.groupBy(rows, (row) => row['stream'] ?? '');
  return (stream) => {
    const own = byStream.get(stream);
    if (!own) return NOTHING;
    const records = (complete: string): number[] =>
      own.filter((row) => row['complete'] === complete).map((row) => Number(row['read']));
    const read = own.filter((row) => Number(row['read']) > 0);
    const quarantineShares = read.map((row) => Number(row['quarantined']) / Number(row['read']));
    return { states: records('t'), changes: records('f'), quarantineShares };
  };
}

/** Nights before that brought nothing new, as lengths of the quiet times; the last one is the time until now. */
export async function readQuietTimes(
  database: Database,
  system: string,
): Promise<{ readonly quietNights: number; readonly pastQuiet: readonly number[] }> {
  const rows = await database.query(
    `select night, sum(inserted + updated + deleted) > 0 as moved from ops.syncs
     where system = $1 and status in ('green', 'warned', 'decided', 'stopped') group by night order by night`,
    [system],
  );
  const lengths: number[] = [];
  let quiet = 0;
  for (const { moved } of rows) {
    if (moved === 't') {
      lengths.push(quiet);
      quiet = 0;
    } else quiet += 1;
  }
  return { quietNights: quiet, pastQuiet: lengths };
}

/** How far behind the night the newest day stood, in nights before. */
export async function readPastLags(database: Database, system: string): Promise<number[]> {
  const rows = await database.query(
    `select night::date - days[cardinality(days)]::date as lag from ops.syncs
     where system = $1 and cardinality(days) > 0 and days[cardinality(days)] <> '' order by id desc limit ${LOOK_BACK}`,
    [system],
  );
  return rows.map((row) => Number(row['lag']));
}

/** @returns when the whole system was last read completely and in good order; null where it never was. */
export async function findLastSweep(database: Database, system: string): Promise<Date | null> {
  const [row] = await database.query(
    `select max(r.as_of) as at from ops.runs r where r.system = $1 and r.complete and r.status in ('green', 'red')
       and (select count(*) from ops.stream_runs s where s.run_id = r.run_id) =
         (select count(distinct s.stream) from ops.stream_runs s join ops.runs q using (run_id) where q.system = $1)`,
    [system],
  );
  return row?.['at'] ? new Date(row['at']) : null;
}
