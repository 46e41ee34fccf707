/** What waits for a steward: pairs in doubt, and judgements that have to be looked at again. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Database, Row } from '../connection.ts';

export interface QueuedRecord {
  /** Canonical id (uuid). */
  readonly id: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  readonly role: string;
  readonly deleted: boolean;
  /** Entity it belongs to now, and how many records that has. */
  readonly entityId: string;
  readonly entitySize: number;
}

export interface QueuedPair {
  readonly left: QueuedRecord;
  readonly right: QueuedRecord;
  readonly weight: number;
  readonly conflict: boolean;
  /** The live judgement on the pair, when it has to be looked at again. */
  readonly judged: {
    readonly verdict: string;
    readonly by: string;
    /** yyyy-MM-dd. */
    readonly on: string;
    /** `stale`: a compared field has changed since; `waits`: a second person has to confirm it. */
    readonly state: 'stale' | 'waits';
  } | null;
}

const SIDE = (side: 'l' | 'r'): string =>
  ['record_id', 'system', 'stream', 'source_key', 'role', 'deleted']
    .map((name) => `${side}.${name} as ${side}_${name}`)
    .join(', ');

/**
 * A pair waits where nobody has judged it, where its judgement is stale, or where a second person has to confirm. What is
 * already one entity, or was told apart for good, does not; pairs on vanished records sleep.
 */
const QUEUE = `
  with sizes as (select entity_id, count(*) as size from identity.members group by entity_id),
  queue as (
    select p.left_no, p.right_no, p.weight, p.conflict, p.status, j.verdict, j.judged_by,
      to_char(j.judged_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as judged_on,
      case when s.state = 'stale' then 'stale'
        when j.joins_codes and j.verdict = 'same' and c.judgement_id is null then 'waits' end as state
    from identity.pairs p
      join identity.records l on l.record_no = p.left_no
      join identity.records r on r.record_no = p.right_no
      left join identity.judgements j on j.kind = p.kind and j.closed_at is null
        and j.left_id = least(l.record_id, r.record_id) and j.right_id = greatest(l.record_id, r.record_id)
      left join identity.judgement_states s using (judgement_id)
      left join identity.confirmations c using (judgement_id)
    where p.kind = $1 and l.gone_run is null and r.gone_run is null)
  select q.weight, q.conflict, q.verdict, q.judged_by, q.judged_on, q.state, ${SIDE('l')}, ${SIDE('r')},
    lm.entity_id as l_entity_id, rm.entity_id as r_entity_id, ls.size as l_size, rs.size as r_size
  from queue q
    join identity.records l on l.record_no = q.left_no
    join identity.records r on r.record_no = q.right_no
    join identity.members lm on lm.record_no = q.left_no
    join identity.members rm on rm.record_no = q.right_no
    join sizes ls on ls.entity_id = lm.entity_id
    join sizes rs on rs.entity_id = rm.entity_id
  where q.state is not null or (q.verdict is null and q.status in ('review', 'weak_bridge', 'contested', 'identifier', 'same_system'))
  order by q.left_no, q.right_no`;

function toRecord(row: Row, side: 'l' | 'r'): QueuedRecord {
  const text = (name: string): string => row[`${side}_${name}`] ?? '';
  return {
    id: text('record_id'),
    system: text('system'),
    stream: text('stream'),
    sourceKey: text('source_key'),
    role: text('role'),
    deleted: text('deleted') === 't',
    entityId: text('entity_id'),
    entitySize: Number(text('size')),
  };
}

/** The whole queue of a kind, in no order a person would want. */
export async function readReviewQueue(database: Database, kind: EntityKind): Promise<QueuedPair[]> {
  const rows = await database.query(QUEUE, [kind]);
  return rows.map((row) => ({
    left: toRecord(row, 'l'),
    right: toRecord(row, 'r'),
    weight: Number(row['weight']),
    conflict: row['conflict'] === 't',
    judged:
      row['state'] === 'stale' || row['state'] === 'waits'
        ? { verdict: row['verdict'] ?? '', by: row['judged_by'] ?? '', on: row['judged_on'] ?? '', state: row['state'] }
        : null,
  }));
}

export async function countReviewQueue(database: Database, kind: EntityKind): Promise<number> {
  const [row] = await database.query(`select count(*) as n from (${QUEUE}) queued`, [kind]);
  return Number(row?.['n'] ?? 0);
}
