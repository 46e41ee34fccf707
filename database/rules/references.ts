/**
 * References to other streams. An orphan's parent was never delivered; a parent that is deleted or quarantined makes no
 * orphan. A party that dangles costs the record only the reference: the name it carries stays.
 */
import { RULES, type RuleId } from '../../schemas/rules.ts';
import type { Client } from '../connection.ts';
import { stagedName } from '../load/stage-tables.ts';
import { plannedEntities, type PlannedReference } from '../load/plan.ts';
import { canonicalTable, quoteName, quoteText, rawTable, snakeCase } from '../names.ts';
import { keyOf, type RuleContext, type SetRule } from './rule.ts';

function insertIssues(context: RuleContext, rule: RuleId, column: string, where: string): string {
  const { severity, disposition } = RULES[rule];
  return `
    insert into ${context.tables.issues} (ord, field, rule, severity, disposition, personal, detail, position)
    select s.ord, ${quoteText(column)}, '${rule}', '${severity}', '${disposition}', 'none',
      ${keyOf(`s.${quoteName(stagedName(column))}`)}, s.position
    from ${context.tables.raw} s where s.verdict = 'ok' and ${where}`;
}

function neverDelivered({ plan }: RuleContext, reference: PlannedReference): string {
  const key = keyOf(`s.${quoteName(stagedName(reference.column))}`);
  const { parentColumn } = reference;
  const held = parentColumn === null ? 'p._source_key' : keyOf(`p.${quoteName(parentColumn)}`);
  return `${key} is not null and not exists (
    select 1 from ${rawTable(plan.system, reference.parentStream)} p where ${held} = ${key})`;
}

async function findOrphans(client: Client, context: RuleContext, reference: PlannedReference): Promise<void> {
  const { tables } = context;
  await client.query(insertIssues(context, 'orphan', reference.column, neverDelivered(context, reference)));
  await client.query(`update ${tables.raw} s set verdict = 'quarantined'
    where verdict = 'ok' and exists (select 1 from ${tables.issues} i where i.ord = s.ord and i.rule = 'orphan')`);
}

async function checkParent(client: Client, context: RuleContext, reference: PlannedReference): Promise<void> {
  const { tables, incompleteStreams } = context;
  if (!incompleteStreams.has(reference.parentStream)) await findOrphans(client, context, reference);
  const main = reference.fields[0];
  if (!main) return;
  const stage = tables.canonical(main.entity);
  const field = `e.${quoteName(snakeCase(main.field))}`;
  const parent = canonicalTable(reference.parentEntity);
  // Parents that are not live at all: quarantined, never accepted.
  await client.query(
    insertIssues(
      context,
      'parent_not_live',
      reference.column,
      `exists (select 1 from ${stage} e left join ${parent} p on p.id = ${field}
        where e.ord = s.ord and ${field} is not null
          and (p.id is null or p.source_deleted_at is not null or p.parent_deleted))`,
    ),
  );
  await client.query(`create temp table deleted_parents on commit drop as
    select distinct e.ord from ${stage} e join ${parent} p on p.id = ${field}
    where p.source_deleted_at is not null or p.parent_deleted`);
  // Whatever a record says goes with it: its mentions, and the parts that refer to no parent themselves.
  for (const entity of plannedEntities(context.plan)) {
    await client.query(`update ${tables.canonical(entity)} e set parent_deleted = true,
        row_hash = md5(e.row_hash || 'parent_deleted')::uuid
      from deleted_parents d where d.ord = e.ord and not e.parent_deleted`);
  }
  await client.query('drop table deleted_parents');
}

async function checkParty(client: Client, context: RuleContext, reference: PlannedReference): Promise<void> {
  const { tables, incompleteStreams } = context;
  if (incompleteStreams.has(reference.parentStream)) return;
  await client.query(insertIssues(context, 'dangling_party', reference.column, neverDelivered(context, reference)));
  for (const { entity, field } of reference.fields) {
    const column = quoteName(snakeCase(field));
    await client.query(`update ${tables.canonical(entity)} e set ${column} = null,
        row_hash = md5(e.row_hash || ${quoteText(`dangling ${field}`)})::uuid
      from ${tables.issues} i where i.ord = e.ord and i.rule = 'dangling_party'
        and i.field = ${quoteText(reference.column)} and e.${column} is not null`);
  }
}

/** The record may belong to one of several streams: a reference that meets nothing says only that it is another. */
async function checkRelated(client: Client, { tables }: RuleContext, reference: PlannedReference): Promise<void> {
  for (const { entity, field } of reference.fields) {
    const column = quoteName(snakeCase(field));
    await client.query(`update ${tables.canonical(entity)} e set ${column} = null,
        row_hash = md5(e.row_hash || ${quoteText(`unrelated ${field}`)})::uuid
      where e.${column} is not null
        and not exists (select 1 from ${canonicalTable(reference.parentEntity)} p where p.id = e.${column})`);
  }
}

export const references: SetRule = {
  id: 'references',
  async run(client, context) {
    for (const reference of context.plan.references) {
      if (reference.kind === 'parent') await checkParent(client, context, reference);
    }
    for (const reference of context.plan.references) {
      if (reference.kind === 'party') await checkParty(client, context, reference);
      if (reference.kind === 'related') await checkRelated(client, context, reference);
    }
  },
};
