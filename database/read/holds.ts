/** What guards hold, and who released or refused it. */
import type { Database, Row } from '../connection.ts';

export type HoldState = 'open' | 'approved' | 'refused' | 'released' | 'over';

export interface Hold {
  readonly id: string;
  readonly system: string;
  /** Empty where the whole delivery of the system is held. */
  readonly stream: string;
  readonly guard: string;
  readonly day: string;
  readonly fingerprint: string;
  readonly records: number;
  readonly message: { readonly zh: string; readonly en: string };
  readonly openedAt: string;
  readonly state: HoldState;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

/** As `ggzy approve` and `ggzy refuse` take it: `onestop.volume`, `lhasa.qzk_zj.mass_delete`. */
export function holdName({ system, stream, guard }: Pick<Hold, 'system' | 'stream' | 'guard'>): string {
  return [system, ...(stream === '' ? [] : [stream]), guard].join('.');
}

function toHold(row: Row): Hold {
  const text = (name: string): string => row[name] ?? '';
  return {
    id: text('id'),
    system: text('system'),
    stream: text('stream'),
    guard: text('guard'),
    day: text('day'),
    fingerprint: text('fingerprint'),
    records: Number(row['records']),
    message: { zh: text('message_zh'), en: text('message_en') },
    openedAt: text('opened_at'),
    state: text('state') as HoldState,
    decidedBy: row['decided_by'] ?? null,
    reason: row['reason'] ?? null,
  };
}

/** Newest first. @param systems every one where empty. */
export async function readHolds(
  database: Database,
  { systems, states }: { readonly systems: readonly string[]; readonly states: readonly HoldState[] },
): Promise<Hold[]> {
  const rows = await database.query(
    `select * from ops.holds where (cardinality($1::text[]) = 0 or system = any($1)) and state = any($2) order by id desc`,
    [systems, states],
  );
  return rows.map(toHold);
}

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

export interface DeliveryHold {
  readonly system: string;
  readonly stream: string;
  readonly guard: string;
  readonly day: string;
  /** Of what was held: an approval holds for this and nothing else. */
  readonly fingerprint: string;
  readonly records: number;
  readonly message: { readonly zh: string; readonly en: string };
}

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
