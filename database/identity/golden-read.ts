/** What golden records are made from: the records of each entity, pins, renamings. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client } from '../connection.ts';
import { quoteName } from '../names.ts';
import { recordsSql, type RecordSource } from './sources.ts';

const PIECE = 5_000;

export interface MemberRow {
  readonly entity: string;
  readonly recordNo: number;
  /** Role in the entity. */
  readonly role: string;
  readonly values: Readonly<Record<string, string | null>>;
}

export interface MemberReading {
  readonly kind: EntityKind;
  readonly sources: readonly RecordSource[];
  readonly fields: readonly string[];
  /** Entities to read; null for all. */
  readonly entities: readonly number[] | null;
}

/** Records by entity, within one in the order of their canonical ids. */
export async function* readMembers(
  client: Client,
  { kind, sources, fields, entities }: MemberReading,
): AsyncGenerator<MemberRow[], void, undefined> {
  const condition =
    entities === null
      ? ''
      : `id in (select r.record_id from identity.records r join identity.members m using (record_no)
          where m.entity_id = any($2::bigint[]))`;
  const chosen = fields.map((field) => `, s.${quoteName(field)}`).join('');
  const sql = `select m.entity_id, r.record_no, m.role${chosen} from (${recordsSql(sources, fields, condition)}) s
    join identity.records r on r.kind = $1 and r.record_id = s.id
    join identity.members m on m.record_no = r.record_no order by m.entity_id, s.id`;
  await client.query(`declare ggzy_members_read no scroll cursor for ${sql}`, entities ? [kind, entities] : [kind]);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${PIECE} from ggzy_members_read`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    yield rows.map(([entity, recordNo, role, ...values]) => ({
      entity: entity ?? '',
      recordNo: Number(recordNo),
      role: role ?? '',
      values: Object.fromEntries(fields.map((field, at) => [field, values[at] ?? null])),
    }));
  }
  await client.query('close ggzy_members_read');
}

export interface PinRow {
  readonly id: string;
  readonly entity: string;
  readonly recordNo: number;
  readonly field: string;
  readonly value: string | null;
}

/** Live pins by the entity their record belongs to; where two pins on one field meet in an entity, the newest first. */
export async function readPins(client: Client, kind: EntityKind): Promise<PinRow[]> {
  const { rows } = await client.query<Record<string, string | null>>(
    `select p.pin_id, m.entity_id, m.record_no, p.field, p.value from identity.pins p
     join identity.records r on r.kind = p.kind and r.record_id = p.record_id
     join identity.members m on m.record_no = r.record_no
     where p.kind = $1 and p.closed_at is null order by p.pin_id desc`,
    [kind],
  );
  return rows.map((row) => ({
    id: row['pin_id'] ?? '',
    entity: row['entity_id'] ?? '',
    recordNo: Number(row['record_no']),
    field: row['field'] ?? '',
    value: row['value'] ?? null,
  }));
}

export interface NameChangeRow {
  readonly entity: string;
  readonly recordNo: number;
  readonly nameBefore: string | null;
  readonly changedAt: string | null;
}

/** Renamings that registers record, by entity. */
export async function readNameChanges(client: Client): Promise<NameChangeRow[]> {
  const { rows } = await client.query<Record<string, string | null>>(
    `select m.entity_id, m.record_no, c.name_before, c.changed_at from canonical.party_name_changes c
     join identity.records r on r.kind = 'enterprise' and r.record_id = c.party_id
     join identity.members m on m.record_no = r.record_no
     where c.name_before is not null and c.source_deleted_at is null order by c.changed_at, c.id`,
  );
  return rows.map((row) => ({
    entity: row['entity_id'] ?? '',
    recordNo: Number(row['record_no']),
    nameBefore: row['name_before'] ?? null,
    changedAt: row['changed_at'] ?? null,
  }));
}
