/**
 * Amounts against their neighbours: a figure that is 10,000 times off was typed in the wrong unit (万元 for 元 or the
 * other way round). Who is wrong, the record or its parent? The odd one out: where most children contradict the parent
 * it is the parent, unless the parent agrees with its own parent. A lone pair is judged by magnitude. What no neighbour explains and the national receiver would
 * refuse is absurd.
 */
import { RULES, type RuleId } from '../../schemas/rules.ts';
import { LONE_PAIR_PRODUCT, UNIT_SLIP } from '../../schemas/values/magnitude.ts';
import { NATIONAL_AMOUNT_LIMIT } from '../../schemas/values/money.ts';
import type { Client } from '../connection.ts';
import type { PlannedNeighbour } from '../load/plan.ts';
import { canonicalTable, quoteName, quoteText, rawTable, snakeCase } from '../names.ts';
import type { RuleContext, SetRule } from './rule.ts';

/** Pairs of a child's and its parent's amount, and which of them is the suspect. */
async function findPairs(client: Client, { plan, tables }: RuleContext, neighbour: PlannedNeighbour): Promise<void> {
  const field = `e.${quoteName(snakeCase(neighbour.field))}`;
  const link = `e.${quoteName(snakeCase(neighbour.parentField))}`;
  const parent = `p.${quoteName(snakeCase(neighbour.parentAmount))}`;
  const { share, low, high, confirmation, sharing } = neighbour;
  const shared = `p.${sharing === undefined ? 'id' : quoteName(snakeCase(sharing))}`;
  const confirmed = confirmation
    ? `(select ${parent} / nullif(g.${quoteName(snakeCase(confirmation.amount))}, 0)
        between ${confirmation.low} and ${confirmation.high}
        from ${canonicalTable(confirmation.entity)} g where g.id = p.${quoteName(snakeCase(confirmation.field))})`
    : 'false';
  await client.query(`
    create temp table pairs on commit drop as
    with members as (
      select s.ord, s.position, ${field} as field, ${link} as link
      from ${tables.canonical(neighbour.entity)} e join ${tables.raw} s on s.ord = e.ord and s.verdict = 'ok'
      where e.role = ''
      union all
      -- Settled records have their rows in the target.
      select s.ord, s.position, ${field}, ${link}
      from ${canonicalTable(neighbour.entity)} e
      join ${tables.raw} s on s.settled and s.verdict = 'ok' and s.source_key = e.source_key
      where e.role = '' and e.stream = ${quoteText(plan.stream)} and e.system = ${quoteText(plan.system)}
    ), compared as (
      select e.ord, e.position, p.id as parent_id, p.source_key as parent_key, p.raw_hash as parent_hash,
        e.field as amount, ${parent} as parent_amount, e.field / (${parent} * ${share}) as ratio,
        coalesce(${confirmed}, false) as confirmed
      from members e join ${canonicalTable(neighbour.parentEntity)} p on ${shared} = e.link
      where p.role = '' and e.field > 0 and ${parent} > 0
    ), judged as (
      select *, ratio * ${UNIT_SLIP} between ${low} and ${high} or ratio / ${UNIT_SLIP} between ${low} and ${high} as off
      from compared
    ), families as (
      select parent_id, count(*) as children, count(*) filter (where off) as off_children
      from judged group by parent_id having bool_or(off)
    )
    select j.*, case
      when j.confirmed then false
      when f.children > 1 then f.off_children * 2 > f.children
      when j.amount * j.parent_amount < ${LONE_PAIR_PRODUCT} then j.parent_amount < j.amount
      else j.parent_amount > j.amount end as blames_parent
    from judged j join families f using (parent_id) where j.off`);
}

async function blame(client: Client, { plan, tables }: RuleContext, neighbour: PlannedNeighbour): Promise<void> {
  const { severity, disposition } = RULES.money_unit_mismatch;
  const detail = `trim_scale(amount) || ' : ' || trim_scale(parent_amount)`;
  const columns = 'ord, field, rule, severity, disposition, loaded_value, personal, detail, position';
  const fixed = `'money_unit_mismatch', '${severity}', '${disposition}'`;
  await client.query(`
    insert into ${tables.issues} (${columns})
    select distinct on (ord) ord, ${quoteText(neighbour.column)}, ${fixed}, trim_scale(amount)::text, 'none', ${detail},
      position
    from pairs where not blames_parent order by ord, parent_key`);
  await client.query(`
    insert into ${tables.issues} (${columns}, other_stream, other_key, other_hash)
    select distinct on (parent_key) ord, ${quoteText(neighbour.parentColumn)}, ${fixed},
      trim_scale(parent_amount)::text, 'none', ${detail},
      (select r._position from ${rawTable(plan.system, neighbour.parentStream)} r
        where r._source_key = parent_key and r._hash = parent_hash), ${quoteText(neighbour.parentStream)}, parent_key, parent_hash
    from pairs where blames_parent order by parent_key, ord`);
}

/** Above the national limit, and no slip of unit explains it. */
async function refuseAbsurd(client: Client, { tables }: RuleContext, neighbour: PlannedNeighbour): Promise<void> {
  const rule: RuleId = 'money_absurd';
  const { severity, disposition } = RULES[rule];
  const amount = `e.${quoteName(snakeCase(neighbour.field))}`;
  await client.query(`
    with absurd as (
      insert into ${tables.issues}
        (ord, field, rule, severity, disposition, detail, personal, position)
      select e.ord, ${quoteText(neighbour.column)}, '${rule}', '${severity}', '${disposition}',
        trim_scale(${amount})::text, 'none', s.position
      from ${tables.canonical(neighbour.entity)} e join ${tables.raw} s on s.ord = e.ord and s.verdict = 'ok'
      where e.role = '' and ${amount} > ${NATIONAL_AMOUNT_LIMIT}
        and not exists (select 1 from pairs where pairs.ord = e.ord and not pairs.blames_parent)
      returning ord
    ), opinions as (
      -- What is refused on its own account needs no second opinion.
      delete from ${tables.issues} i using absurd where i.ord = absurd.ord and i.rule = 'amount_words_differ'
    )
    update ${tables.raw} s set verdict = 'quarantined' from absurd where absurd.ord = s.ord`);
}

export const neighbours: SetRule = {
  id: 'neighbours',
  async run(client, context) {
    for (const neighbour of context.plan.neighbours) {
      await findPairs(client, context, neighbour);
      await blame(client, context, neighbour);
      await refuseAbsurd(client, context, neighbour);
      await client.query('drop table pairs');
    }
  },
};
