/** What a run finds out beside clusters: the state of judgements, conflicts, totals. */
import type { ConflictRule, EntityKind } from '../../schemas/identity.ts';
import type { Client } from '../connection.ts';
import { pairsTable } from './pairs.ts';

export interface JudgementState {
  readonly judgement: string;
  readonly state: 'stale' | 'asleep' | 'lifted';
  readonly changedFields: readonly string[];
}

/** Written anew by each run; one that is as it was keeps the run that first found it. */
export async function writeJudgementStates(
  client: Client,
  { kind, runId }: { readonly kind: EntityKind; readonly runId: string },
  states: readonly JudgementState[],
): Promise<void> {
  const found = `(select * from unnest($1::bigint[], $2::text[], $3::text[])) as f(judgement_id, state, fields)`;
  const values = [
    states.map(({ judgement }) => judgement),
    states.map(({ state }) => state),
    states.map(({ changedFields }) => changedFields.join(',')),
  ];
  await client.query(
    `delete from identity.judgement_states s using identity.judgements j
     where j.judgement_id = s.judgement_id and j.kind = $4 and not exists (
       select from ${found} where f.judgement_id = s.judgement_id and f.state = s.state
         and string_to_array(f.fields, ',') = s.changed_fields)`,
    [...values, kind],
  );
  await client.query(
    `insert into identity.judgement_states (judgement_id, state, changed_fields, since_run)
     select judgement_id, state, string_to_array(fields, ','), $4 from ${found} on conflict do nothing`,
    [...values, runId],
  );
}

export interface NewConflict {
  readonly rule: ConflictRule;
  /** What it is about, so that it is one conflict in all runs. */
  readonly subject: string;
  readonly records: readonly number[];
  readonly detail: string;
}

/**
 * @param scope records that were looked at; null for all. A conflict among them that is not found again is closed.
 */
export async function writeConflicts(
  client: Client,
  { kind, runId, scope }: { readonly kind: EntityKind; readonly runId: string; readonly scope: Int32Array | null },
  conflicts: readonly NewConflict[],
): Promise<void> {
  await client.query(
    `update identity.conflicts c set closed_run = $2 where c.kind = $1 and c.closed_run is null
       and ($5::integer[] is null or c.records && $5::integer[])
       and not exists (select from unnest($3::text[], $4::text[]) as f(rule, subject)
         where f.rule = c.rule and f.subject = c.subject)`,
    [
      kind,
      runId,
      conflicts.map(({ rule }) => rule),
      conflicts.map(({ subject }) => subject),
      scope === null ? null : [...scope],
    ],
  );
  await client.query(
    `insert into identity.conflicts (kind, rule, subject, records, detail, opened_run)
     select $1, f.rule, f.subject, string_to_array(f.records, ',')::integer[], f.detail, $2
     from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as f(rule, subject, records, detail)
     on conflict (kind, rule, subject) where closed_run is null do nothing`,
    [
      kind,
      runId,
      conflicts.map(({ rule }) => rule),
      conflicts.map(({ subject }) => subject),
      conflicts.map(({ records }) => records.join(',')),
      conflicts.map(({ detail }) => detail),
    ],
  );
}

export interface IdentityTotals {
  readonly records: number;
  /** That hold records: what is only mentioned is not among them. */
  readonly entities: number;
  readonly review: number;
  readonly conflicts: number;
}

/** Pairs that wait for a steward, as a condition on `p` (pairs) with its records `l` and `r`. */
export const WAITS_FOR_STEWARD = `(p.status in ('review', 'weak_bridge', 'contested')
    or p.status in ('identifier', 'same_system') and p.band = 'merge')
  and not exists (
    select from identity.judgements j left join identity.judgement_states s using (judgement_id)
    where j.kind = p.kind and j.left_id = least(l.record_id, r.record_id)
      and j.right_id = greatest(l.record_id, r.record_id) and j.closed_at is null and s.judgement_id is null)`;

export async function readTotals(client: Client, kind: EntityKind): Promise<IdentityTotals> {
  const { rows } = await client.query<Record<string, string>>(
    `select
       (select count(*) from identity.records where kind = $1 and gone_run is null) as records,
       (select count(*) from identity.entities where kind = $1 and state = 'live' and not named_only) as entities,
       (select count(*) from ${pairsTable(kind)} p join identity.records l on l.record_no = p.left_no
        join identity.records r on r.record_no = p.right_no where ${WAITS_FOR_STEWARD}) as review,
       (select count(*) from identity.conflicts where kind = $1 and closed_run is null) as conflicts`,
    [kind],
  );
  const number = (name: string): number => Number(rows[0]?.[name]);
  return {
    records: number('records'),
    entities: number('entities'),
    review: number('review'),
    conflicts: number('conflicts'),
  };
}
