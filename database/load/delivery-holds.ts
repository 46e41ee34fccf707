/** Deliveries that are held as a whole, and the answers to everything that is held. */
import type { Database } from '../connection.ts';
import type { Hold } from '../read/holds.ts';

export interface Decision {
  readonly id: string;
  readonly verdict: 'approved' | 'refused';
  readonly by: string;
  readonly reason: string;
}

/** A decision that has not taken effect yet may still be turned round. @returns false where it is too late. */
export async function decideHold(database: Database, { id, verdict, by, reason }: Decision): Promise<boolean> {
  const rows = await database.query(
    `update ops.holds set state = $2, decided_by = $3, reason = $4, decided_at = now()
     where id = $1 and state in ('open', 'approved', 'refused') returning id`,
    [id, verdict, by, reason],
  );
  return rows.length > 0;
}

/** `fingerprint` is that of what was held: an approval holds for this and nothing else. */
export type DeliveryHold = Pick<Hold, 'system' | 'stream' | 'guard' | 'day' | 'fingerprint' | 'records' | 'message'>;

/** Holds a delivery before anything of it is read. One open hold per guard: the last delivery counts. */
export async function holdDelivery(database: Database, hold: DeliveryHold): Promise<void> {
  const { system, stream, guard, day, fingerprint, records, message } = hold;
  await database.query(
    `insert into ops.holds (system, stream, guard, day, fingerprint, records, message_zh, message_en)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (system, stream, guard) where state = 'open' do update
     set day = excluded.day, fingerprint = excluded.fingerprint, records = excluded.records,
       message_zh = excluded.message_zh, message_en = excluded.message_en`,
    [system, stream, guard, day, fingerprint, records, message.zh, message.en],
  );
}

/** Of delivery holds: what was approved was taken, what is open is no longer there. */
export async function closeDeliveryHolds(database: Database, system: string, guards: readonly string[]): Promise<void> {
  await database.query(
    `update ops.holds set state = case state when 'approved' then 'released' else 'over' end, closed_at = now()
     where system = $1 and guard = any($2) and state in ('open', 'approved')`,
    [system, guards],
  );
}
