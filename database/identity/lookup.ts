/** Records and their entities as people name them: `onestop/ZJXX/ZJ5487`, or the canonical id. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Database } from '../connection.ts';

export interface FoundRecord {
  readonly kind: EntityKind;
  readonly id: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  readonly role: string;
  /** Entity it belongs to; null where it belongs to none (yet). */
  readonly entityId: string | null;
  readonly gone: boolean;
}

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** @param name `system/stream/key`; a key may hold slashes itself. @param kind empty for any. */
export async function findRecords(database: Database, name: string, kind: EntityKind | ''): Promise<FoundRecord[]> {
  const [system = '', stream = '', ...key] = name.split('/');
  const rows = await database.query(
    `select r.kind, r.record_id, r.system, r.stream, r.source_key, r.role, m.entity_id, r.gone_run is not null as gone
     from identity.records r left join identity.members m using (record_no)
     where ($1 = '' or r.kind = $1) and (r.record_id = $2::uuid
       or $2::uuid is null and r.system = $3 and r.stream = $4 and r.source_key = $5)
     order by r.kind, r.role, r.ordinal`,
    [kind, UUID.test(name) ? name : null, system, stream, key.join('/')],
  );
  return rows.map((row) => ({
    kind: row['kind'] as EntityKind,
    id: row['record_id'] ?? '',
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    sourceKey: row['source_key'] ?? '',
    role: row['role'] ?? '',
    entityId: row['entity_id'] ?? null,
    gone: row['gone'] === 't',
  }));
}

/** How identity has left the pair: weight and status; null where it is not kept. */
export async function findStoredPair(database: Database, left: string, right: string) {
  const [row] = await database.query(
    `select p.weight, p.status, p.run_id from identity.pairs p
     join identity.records l on l.record_no = p.left_no join identity.records r on r.record_no = p.right_no
     where l.record_id in ($1::uuid, $2::uuid) and r.record_id in ($1::uuid, $2::uuid) and l.kind = p.kind`,
    [left, right],
  );
  return row ? { weight: Number(row['weight']), status: row['status'] ?? '', runId: row['run_id'] ?? '' } : null;
}
