/** Relations between entities. A branch is linked to the legal person it belongs to, and never merged with it. */
import type { Client } from '../connection.ts';

/** Live records of enterprises with their entity, as `s` (canonical party) and `m` (member). */
const RECORDS = `canonical.parties s
  join identity.records r on r.kind = 'enterprise' and r.record_id = s.id and r.gone_run is null and not r.deleted
  join identity.members m on m.record_no = r.record_no`;

/** The one other entity that bears a name; a name several bear links to none. */
const BEARER = (name: string, not: string): string =>
  `(select case when count(distinct n.entity_id) = 1 then min(n.entity_id) end from golden.names n
    join identity.entities e on e.entity_id = n.entity_id and e.kind = 'enterprise'
    where n.name = ${name} and n.entity_id <> ${not})`;

const WANTED = `
  select 'branch_of' as relation, b.from_id, ${BEARER('b.name', 'b.from_id')} as to_id, b.name as to_name, b.record_no
  from (select m.entity_id as from_id, s.parent_name as name, min(r.record_no) as record_no from ${RECORDS}
    where s.parent_name <> '' group by 1, 2) b
  union all
  select 'renamed_from', m.entity_id, null, s.former_name, min(r.record_no) from ${RECORDS}
  where s.former_name <> '' group by m.entity_id, s.former_name
  union all
  select 'renamed_from', m.entity_id, null, c.name_before, min(r.record_no)
  from ${RECORDS} join canonical.party_name_changes c on c.party_id = s.id and c.source_deleted_at is null
  where c.name_before <> '' and c.name_before is distinct from s.former_name group by m.entity_id, c.name_before
  union all
  select 'legal_representative_of', p.entity_id, m.entity_id, null, min(r.record_no)
  from ${RECORDS} join golden.experts p on p.id_number = s.representative_id_number
  group by p.entity_id, m.entity_id`;

/** Derived anew; relations that are as they were keep the run that found them. */
export async function writeRelations(client: Client, runId: string): Promise<void> {
  await client.query(`create temp table ggzy_relations on commit drop as ${WANTED}`);
  const same = `w.relation = x.relation and w.from_id = x.from_entity_id
    and w.to_id is not distinct from x.to_entity_id and w.to_name is not distinct from x.to_name`;
  await client.query(`delete from identity.relations x where not exists (select from ggzy_relations w where ${same})`);
  await client.query(
    `insert into identity.relations (relation, from_entity_id, to_entity_id, to_name, record_no, run_id)
     select w.relation, w.from_id, w.to_id, w.to_name, min(w.record_no), $1 from ggzy_relations w
     where not exists (select from identity.relations x where ${same})
     group by w.relation, w.from_id, w.to_id, w.to_name`,
    [runId],
  );
  await client.query('drop table ggzy_relations');
}
