/** Days of systems that hand over a day at a time: which were taken, which were not, and why. */
import type { Database } from '../connection.ts';

export type DeliveryStatus = 'accepted' | 'incomplete' | 'held' | 'refused';

export interface DeliveryRecord {
  readonly day: string;
  readonly stamp: string;
  readonly status: DeliveryStatus;
}

/** By day. */
export async function readDeliveries(database: Database, system: string): Promise<ReadonlyMap<string, DeliveryRecord>> {
  const rows = await database.query('select day, stamp, status from ops.deliveries where system = $1', [system]);
  return new Map(
    rows.map((row) => {
      const day = row['day'] ?? '';
      return [day, { day, stamp: row['stamp'] ?? '', status: row['status'] as DeliveryStatus }];
    }),
  );
}

export interface SettledDelivery extends DeliveryRecord {
  readonly system: string;
  readonly runId: string | null;
  readonly message: string | null;
}

export async function recordDelivery(database: Database, delivery: SettledDelivery): Promise<void> {
  const { system, day, stamp, status, runId, message } = delivery;
  await database.query(
    `insert into ops.deliveries (system, day, stamp, status, run_id, message) values ($1, $2, $3, $4, $5, $6)
     on conflict (system, day) do update set stamp = excluded.stamp, status = excluded.status, run_id = excluded.run_id,
       message = excluded.message, settled_at = now()`,
    [system, day, stamp, status, runId, message],
  );
}

/** Streams of a day whose very content was taken before: fingerprint by stream. */
export async function readTakenFingerprints(
  database: Database,
  { system, day }: { readonly system: string; readonly day: string },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await database.query(
    `select s.stream, s.fingerprint from ops.stream_runs s join ops.runs r using (run_id)
     where r.system = $1 and r.day = $2 and s.status = 'green' and s.fingerprint is not null`,
    [system, day],
  );
  const taken = Map.groupBy(rows, (row) => row['stream'] ?? '');
  return new Map([...taken].map(([stream, own]) => [stream, new Set(own.map((row) => row['fingerprint'] ?? ''))]));
}
