/**
 * Records that need no second judgement. A record is settled where it is as it was when the stream was last accepted,
 * nothing was wrong with it, and nothing it refers to has changed since: mapping it again would give the rows that
 * stand in the target. It keeps its place in the staged stream, and in every count, by its key and hash alone.
 */
import type { Client, Database } from '../connection.ts';
import { canonicalTable, quoteName, quoteText, rawTable } from '../names.ts';
import { keyOf } from '../rules/rule.ts';
import type { PlannedReference, StreamPlan } from './plan.ts';

export interface Accepted {
  /** The run that last accepted the whole stream. */
  readonly runId: string;
  readonly seq: string;
  /** Of its delivery. */
  readonly fingerprint: string | null;
  /** Fingerprint of what read the delivery. */
  readonly readBy: string | null;
  /** No run has touched the stream since. */
  readonly newest: boolean;
}

/** Runs that are looked back on. */
const LOOK_BACK = 50;

/**
 * The run whose judgements hold: it delivered everything, it balanced, no stream of it failed, and whatever judged then
 * and since judges now. @returns null where every record has to be judged.
 */
export async function findAccepted(
  database: Database,
  plan: StreamPlan,
  now: { readonly runId: string; readonly judgedBy: string },
): Promise<Accepted | null> {
  const rows = await database.query(
    `select r.run_id, r.seq, r.status as run, r.complete, s.status, s.judged_by, s.read_by, s.fingerprint from ops.runs r
     join ops.stream_runs s using (run_id)
     where r.system = $1 and s.stream = $2 and r.run_id <> $3 order by r.seq desc limit ${LOOK_BACK}`,
    [plan.system, plan.stream, now.runId],
  );
  // A stream that could not be read, or waited for another, was not judged.
  const judged = rows.filter(({ status, judged_by: by }) => by !== null || (status !== 'failed' && status !== 'held'));
  for (const [age, row] of judged.entries()) {
    const { run_id: runId, seq, run, complete, status, judged_by: judgedBy, read_by: readBy = null } = row;
    if (judgedBy !== now.judgedBy || !runId || !seq) return null;
    if (complete !== 't' || (status !== 'green' && status !== 'red')) continue;
    if (status !== 'green' || (run !== 'green' && run !== 'red')) return null;
    return { runId, seq, readBy, fingerprint: row['fingerprint'] ?? null, newest: age === 0 };
  }
  return null;
}

/** The run that read the delivery which the accepted run may only have carried on. */
export async function findOrigin(
  client: Client,
  { plan, accepted }: { readonly plan: StreamPlan; readonly accepted: Accepted },
): Promise<string | null> {
  const { rows } = await client.query<{ run_id: string }>(
    `with recursive origin as (
       select run_id, carried_from from ops.stream_runs where run_id = $1 and stream = $2
       union all
       select s.run_id, s.carried_from from ops.stream_runs s join origin o on s.run_id = o.carried_from
       where s.stream = $2
     )
     select run_id from origin where carried_from is null`,
    [accepted.runId, plan.stream],
  );
  return rows[0]?.run_id ?? null;
}

/** What refers to the parent stream's records that were written since the stream was accepted: keys, or codes. */
function changedKeys({ system, stream, position }: StreamPlan, reference: PlannedReference, seq: string): string {
  const parent = quoteText(reference.parentStream);
  // In the accepted run itself a parent that ran first had been written before, one that ran later had not.
  const runs = `(select r.run_id from ops.runs r where r.system = ${quoteText(system)} and (r.seq > ${seq} or r.seq = ${seq}
    and not exists (select 1 from ops.stream_runs p where p.run_id = r.run_id and p.stream = ${parent}
      and p.position < ${position} and p.stream <> ${quoteText(stream)})))`;
  const raw = rawTable(system, reference.parentStream);
  const keys = `select source_key from ${canonicalTable(reference.parentEntity)}
      where system = ${quoteText(system)} and stream = ${parent} and run_id in ${runs}
    union select _source_key from ${raw} where _first_run in ${runs}`;
  if (reference.parentColumn === null) return keys;
  return `select ${keyOf(`h.${quoteName(reference.parentColumn)}`)} from ${raw} h where h._source_key in (${keys})`;
}

/** SQL of the keys whose records are judged anew, whatever they hold. */
export function doubtedKeys(plan: StreamPlan, { seq }: Accepted): string {
  const own = `system = ${quoteText(plan.system)} and stream = ${quoteText(plan.stream)}`;
  const raw = rawTable(plan.system, plan.stream);
  return [
    `select source_key from ops.issues where ${own} and closed_run is null`,
    `select source_key from ops.quarantine where ${own} and state <> 'closed'`,
    ...plan.references.map((reference) => {
      const key = keyOf(`r.${quoteName(reference.column)}`);
      return `select r._source_key from ${raw} r where r._state = 'live' and r._last_run is null
        and ${key} in (${changedKeys(plan, reference, seq)})`;
    }),
  ].join('\n union ');
}
