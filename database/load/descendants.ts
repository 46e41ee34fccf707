/**
 * Records whose parent was deleted, or came back, in a run that did not hold them: a delivery of changes says nothing of
 * what did not change itself, and the mark goes with the parent all the same. Complete deliveries judge these anew.
 */
import { avoidLoops, type Client } from '../connection.ts';
import { canonicalTable, quoteName, quoteText, snakeCase } from '../names.ts';
import { plannedEntities, type PlannedReference, type StreamPlan } from './plan.ts';

/** Source keys of the stream's records whose mark is not their parent's. */
async function collect(client: Client, { system, stream }: StreamPlan, reference: PlannedReference): Promise<number> {
  const [main] = reference.fields;
  if (!main) return 0;
  const child = canonicalTable(main.entity);
  const { rowCount } = await client.query(`
    create temp table descendants on commit drop as
    select distinct c.source_key, p.source_deleted_at is not null or p.parent_deleted as gone
    from ${child} c join ${canonicalTable(reference.parentEntity)} p on p.id = c.${quoteName(snakeCase(main.field))}
    where c.system = ${quoteText(system)} and c.stream = ${quoteText(stream)}
      and c.parent_deleted <> (p.source_deleted_at is not null or p.parent_deleted)`);
  return rowCount ?? 0;
}

/** The hash is what it would be if the record had been judged now, where that can be told. */
async function mark(client: Client, plan: StreamPlan, runId: string): Promise<void> {
  for (const entity of plannedEntities(plan)) {
    await client.query(`update ${canonicalTable(entity)} c set parent_deleted = d.gone, run_id = ${quoteText(runId)},
        row_hash = md5(c.row_hash || case when d.gone then 'parent_deleted' else 'parent is back' end)::uuid
      from descendants d where c.system = ${quoteText(plan.system)} and c.stream = ${quoteText(plan.stream)}
        and c.source_key = d.source_key and c.parent_deleted <> d.gone`);
  }
}

/**
 * In one transaction, behind the streams of a run of changes.
 * @param plans parents before children: what is marked in one stream is passed on in the next.
 * @returns records that were marked.
 */
export async function markDescendants(client: Client, plans: readonly StreamPlan[], runId: string): Promise<number> {
  await avoidLoops(client);
  let marked = 0;
  for (const plan of plans) {
    for (const reference of plan.references) {
      if (reference.kind !== 'parent') continue;
      const found = await collect(client, plan, reference);
      if (found > 0) await mark(client, plan, runId);
      marked += found;
      await client.query('drop table if exists descendants');
    }
  }
  return marked;
}
