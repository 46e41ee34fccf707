/** Which record belongs to which entity, the ids given out, and what happened to them. */
import type { EntityKind } from '../../schemas/identity.ts';
import type { Client } from '../connection.ts';
import { copyRows } from './columns.ts';

export interface IdPurpose {
  readonly kind: EntityKind;
  readonly runId: string;
  /** Of entities that no record is, only mentions. */
  readonly namedOnly?: true;
}

/** @returns ids never given out before, ascending. */
export async function giveOutIds(client: Client, purpose: IdPurpose, count: number): Promise<Int32Array> {
  const { kind, runId, namedOnly = false } = purpose;
  const { rows } = await client.query<[string]>({
    text: `insert into identity.entities (kind, first_run, named_only)
      select $1, $2, $4 from generate_series(1, $3::integer) returning entity_id`,
    values: [kind, runId, count, namedOnly],
    rowMode: 'array',
  });
  return Int32Array.from(rows, ([id]) => Number(id)).sort();
}

export interface MemberRows {
  readonly length: number;
  readonly at: (row: number) => { readonly recordNo: number; readonly entity: number; readonly role: string };
}

/** Writes who belongs where; rows that are as they were stay untouched. Records that are not listed keep theirs. */
export async function writeMembers(client: Client, runId: string, members: MemberRows): Promise<void> {
  await client.query('create temp table ggzy_members (record_no integer, entity_id bigint, role text) on commit drop');
  const row = (at: number) => {
    const { recordNo, entity, role } = members.at(at);
    return [recordNo, entity, role];
  };
  const columns = ['record_no', 'entity_id', 'role'];
  await copyRows(client, { table: 'ggzy_members', columns, rows: members.length, row });
  await client.query('analyze ggzy_members');
  await client.query(
    `update identity.members m set entity_id = g.entity_id, role = g.role, since_run = $1
     from ggzy_members g where m.record_no = g.record_no and (m.entity_id, m.role) <> (g.entity_id, g.role)`,
    [runId],
  );
  await client.query(
    `insert into identity.members (record_no, entity_id, role, since_run)
     select g.record_no, g.entity_id, g.role, $1 from ggzy_members g
     where not exists (select from identity.members m where m.record_no = g.record_no)`,
    [runId],
  );
  await client.query('drop table ggzy_members');
}

export interface EntityEvent {
  readonly event: 'merged' | 'split' | 'moved';
  readonly entity: number;
  readonly other: number;
  /** Of a record that moved. */
  readonly recordNo: number | null;
  readonly reason: string;
}

/** Merged entities redirect from now on. */
export async function writeEvents(
  client: Client,
  { kind, runId }: { readonly kind: EntityKind; readonly runId: string },
  events: readonly EntityEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await client.query(
    `insert into identity.history (kind, run_id, event, entity_id, other_entity_id, record_no, reason)
     select $1, $2, * from unnest($3::text[], $4::bigint[], $5::bigint[], $6::integer[], $7::text[])`,
    [
      kind,
      runId,
      events.map(({ event }) => event),
      events.map(({ entity }) => entity),
      events.map(({ other }) => other),
      events.map(({ recordNo }) => recordNo),
      events.map(({ reason }) => reason),
    ],
  );
  const merged = events.filter(({ event }) => event === 'merged');
  await client.query(
    `update identity.entities e set state = 'merged', merged_into = m.into_id, last_run = $1
     from unnest($2::bigint[], $3::bigint[]) as m(from_id, into_id) where e.entity_id = m.from_id`,
    [runId, merged.map(({ entity }) => entity), merged.map(({ other }) => other)],
  );
}

/** An entity all of whose records are gone is retired, and revived when one comes back. */
export async function settleEntities(client: Client, kind: EntityKind, runId: string): Promise<void> {
  const present = `exists (select from identity.members m join identity.records r using (record_no)
    where m.entity_id = e.entity_id and r.gone_run is null)`;
  for (const [event, from, to, condition] of [
    ['retired', 'live', 'retired', `not ${present}`],
    ['revived', 'retired', 'live', present],
  ]) {
    await client.query(
      `with turned as (
         update identity.entities e set state = '${to}', last_run = $2
         where e.kind = $1 and not e.named_only and e.state = '${from}' and ${condition} returning entity_id)
       insert into identity.history (kind, run_id, event, entity_id, reason)
       select $1, $2, '${event}', entity_id, 'records' from turned order by entity_id`,
      [kind, runId],
    );
  }
}

/** Follows redirects to the entity that stands for the id now. @returns null for an id never given out. */
export async function followRedirect(client: Client, entityId: string): Promise<string | null> {
  const { rows } = await client.query<{ entity_id: string }>(
    `with recursive way as (
       select entity_id, merged_into from identity.entities where entity_id = $1
       union all select e.entity_id, e.merged_into from identity.entities e join way w on e.entity_id = w.merged_into)
     select entity_id from way where merged_into is null`,
    [entityId],
  );
  return rows[0]?.entity_id ?? null;
}

/** Entities some records belong to. */
export async function readEntitiesOf(client: Client, recordNos: Int32Array): Promise<number[]> {
  const { rows } = await client.query<{ entity_id: string }>(
    'select distinct entity_id from identity.members where record_no = any($1::integer[])',
    [[...recordNos]],
  );
  return rows.map(({ entity_id }) => Number(entity_id));
}
