/**
 * Deliveries that are the same as the last one. Where what reads and what judges them is the same too, and so are the
 * streams they refer to, the outcome of the last run holds: nothing is read, staged or merged, whatever was found then.
 */
import type { Client } from '../connection.ts';
import type { Accepted } from './comparison.ts';
import type { StreamPlan } from './plan.ts';

export interface SameDelivery {
  readonly plan: StreamPlan;
  readonly runId: string;
  readonly accepted: Accepted;
}

/** Streams whose records have a say in the verdicts on this one. */
function consulted({ references, neighbours }: StreamPlan): string[] {
  return [...new Set([...references, ...neighbours].map(({ parentStream }) => parentStream))];
}

/** A stream that comes later, or the stream itself, is not carried yet: then every record is looked at. */
async function areCarried(client: Client, runId: string, streams: readonly string[]): Promise<boolean> {
  const { rows } = await client.query(
    'select 1 from ops.stream_runs where run_id = $1 and stream = any ($2) and carried_from is not null',
    [runId, streams],
  );
  return rows.length === streams.length;
}

/** Deletions that were held and approved since wait for a run that judges them. */
async function isAnswered(client: Client, { system, stream }: StreamPlan): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from ops.holds where system = $1 and stream = $2 and state = 'approved' limit 1`,
    [system, stream],
  );
  return rows.length > 0;
}

/**
 * Writes the stream's ledger from that of the accepted run. In the transaction at hand.
 * @returns records the delivery holds, null where its outcome cannot be carried on.
 */
export async function carryStream(client: Client, { plan, runId, accepted }: SameDelivery): Promise<number | null> {
  if (!(await areCarried(client, runId, consulted(plan))) || (await isAnswered(client, plan))) return null;
  const key = [runId, plan.stream, accepted.runId];
  const { rows } = await client.query<{ read: string }>(
    `insert into ops.stream_runs (run_id, stream, position, status, fingerprint, mapping_version, stream_version,
       declared_rows, read, unchanged, superseded, skipped, quarantined, canonical_read, canonical_loaded, bytes,
       judged_by, read_by, carried_from, finished_at)
     select $1, stream, position, 'green', fingerprint, mapping_version, stream_version, declared_rows, read,
       inserted + updated + unchanged + deleted, superseded, skipped, quarantined, canonical_read, canonical_loaded,
       bytes, judged_by, read_by, run_id, now()
     from ops.stream_runs where run_id = $3 and stream = $2 returning read`,
    key,
  );
  await client.query(
    `insert into ops.stream_amounts (run_id, stream, entity, field, source_sum, loaded_sum, quarantined_sum, skipped_sum,
       target_sum)
     select $1, stream, entity, field, source_sum, loaded_sum, quarantined_sum, skipped_sum, target_sum
     from ops.stream_amounts where run_id = $3 and stream = $2`,
    key,
  );
  return Number(rows[0]?.read);
}
