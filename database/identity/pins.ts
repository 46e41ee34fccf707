/** Golden values that stewards have chosen themselves. Pins are appended and closed, like judgements. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client, Database } from '../connection.ts';

export interface NewPin {
  readonly kind: EntityKind;
  /** Canonical id: the pin goes where the record goes. */
  readonly recordId: string;
  readonly field: string;
  /** Null: the value of the record itself. */
  readonly value: string | null;
  readonly by: string;
  readonly osUser: string;
  readonly reason: string;
}

/** A live pin of the same record and field is closed by it. @returns its number. */
export async function insertPin(client: Client, pin: NewPin): Promise<string> {
  await client.query(
    `update identity.pins set closed_at = now(), closed_by = $4, closed_reason = 'superseded'
     where kind = $1 and record_id = $2 and field = $3 and closed_at is null`,
    [pin.kind, pin.recordId, pin.field, pin.by],
  );
  const { rows } = await client.query<{ pin_id: string }>(
    `insert into identity.pins (kind, record_id, field, value, pinned_by, os_user, reason)
     values ($1, $2, $3, $4, $5, $6, $7) returning pin_id`,
    [pin.kind, pin.recordId, pin.field, pin.value, pin.by, pin.osUser, pin.reason],
  );
  return rows[0]?.pin_id ?? '';
}

export interface ClosedPin {
  readonly kind: EntityKind;
  readonly recordId: string;
  readonly field: string;
}

/** @returns null where no live pin has the number. */
export async function closePin(
  client: Client,
  id: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<ClosedPin | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const { rows } = await client.query<Record<string, string>>(
    `update identity.pins set closed_at = now(), closed_by = $2, closed_reason = $3
     where pin_id = $1 and closed_at is null returning kind, record_id, field`,
    [id, by, reason],
  );
  const [row] = rows;
  if (!row) return null;
  return { kind: row['kind'] as EntityKind, recordId: row['record_id'] ?? '', field: row['field'] ?? '' };
}

/** Entity of a record; null where it belongs to none. */
export async function findEntityOf(client: Client, kind: EntityKind, recordId: string): Promise<number | null> {
  const { rows } = await client.query<{ entity_id: string }>(
    `select m.entity_id from identity.records r join identity.members m using (record_no)
     where r.kind = $1 and r.record_id = $2 and r.gone_run is null`,
    [kind, recordId],
  );
  return rows[0] ? Number(rows[0].entity_id) : null;
}

export interface ListedPin {
  readonly id: string;
  readonly kind: EntityKind;
  readonly entityId: string | null;
  /** `system/stream/key`. */
  readonly record: string;
  readonly field: string;
  /** Null: that of the record. Personal, as the field is. */
  readonly value: string | null;
  readonly by: string;
  /** yyyy-MM-dd, Beijing. */
  readonly at: string;
  readonly reason: string;
  readonly liftedBy: string | null;
  readonly liftedReason: string | null;
}

/** Newest first. @param all lifted ones too. */
export async function readPinList(
  database: Database,
  kinds: readonly EntityKind[],
  all: boolean,
): Promise<ListedPin[]> {
  const rows = await database.query(
    `select p.pin_id, p.kind, m.entity_id, concat_ws('/', r.system, r.stream, r.source_key) as record, p.field, p.value,
       p.pinned_by, to_char(p.pinned_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as pinned_on, p.reason, p.closed_by,
       p.closed_reason
     from identity.pins p left join identity.records r on r.kind = p.kind and r.record_id = p.record_id
     left join identity.members m on m.record_no = r.record_no
     where p.kind = any($1::text[]) and ($2 or p.closed_at is null) order by p.pin_id desc`,
    [kinds, all],
  );
  return rows.map((row) => ({
    id: row['pin_id'] ?? '',
    kind: row['kind'] as EntityKind,
    entityId: row['entity_id'] ?? null,
    record: row['record'] ?? '',
    field: row['field'] ?? '',
    value: row['value'] ?? null,
    by: row['pinned_by'] ?? '',
    at: row['pinned_on'] ?? '',
    reason: row['reason'] ?? '',
    liftedBy: row['closed_by'] ?? null,
    liftedReason: row['closed_reason'] ?? null,
  }));
}
