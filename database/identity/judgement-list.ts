/** Live judgements as people read them. */
import type { EntityKind, Verdict } from '../../schemas/identity.ts';
import type { Database } from '../connection.ts';

export interface ListedJudgement {
  readonly id: string;
  readonly kind: EntityKind;
  /** `system/stream/key`. */
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  readonly by: string;
  readonly confirmedBy: string | null;
  /** yyyy-MM-dd, Beijing. */
  readonly at: string;
  readonly state: 'current' | 'stale' | 'asleep' | 'lifted' | 'waits';
  /** Fields that changed since. */
  readonly changed: string;
  readonly reason: string;
}

/** Newest first. */
export async function readJudgementList(database: Database, kinds: readonly EntityKind[]): Promise<ListedJudgement[]> {
  const place = (side: string): string =>
    `coalesce(concat_ws('/', ${side}.system, ${side}.stream, ${side}.source_key), '')`;
  const rows = await database.query(
    `select j.judgement_id, j.kind, ${place('l')} as left_place, ${place('r')} as right_place, j.verdict, j.judged_by,
       c.confirmed_by, to_char(j.judged_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as judged_on, j.reason,
       case when j.joins_codes and c.judgement_id is null then 'waits' else coalesce(s.state, 'current') end as state,
       coalesce(array_to_string(s.changed_fields, ' '), '') as changed
     from identity.judgements j left join identity.confirmations c using (judgement_id)
     left join identity.judgement_states s using (judgement_id)
     left join identity.records l on l.kind = j.kind and l.record_id = j.left_id
     left join identity.records r on r.kind = j.kind and r.record_id = j.right_id
     where j.closed_at is null and j.kind = any($1::text[]) order by j.judgement_id desc`,
    [kinds],
  );
  return rows.map((row) => ({
    id: row['judgement_id'] ?? '',
    kind: row['kind'] as EntityKind,
    left: row['left_place'] ?? '',
    right: row['right_place'] ?? '',
    verdict: row['verdict'] as Verdict,
    by: row['judged_by'] ?? '',
    confirmedBy: row['confirmed_by'] ?? null,
    at: row['judged_on'] ?? '',
    state: row['state'] as ListedJudgement['state'],
    changed: row['changed'] ?? '',
    reason: row['reason'] ?? '',
  }));
}
