/** The money side of the balance: what was read, what became of it, and what stands in the target. */
import type { Client } from '../connection.ts';
import { canonicalTable, quoteName, quoteText, snakeCase } from '../names.ts';
import type { MergeContext } from './merge-context.ts';
import { moneyFields } from './plan.ts';

/** Sums of one staged stream by verdict, and of what stands in the target for it: all fields in one pass. */
export async function sumAmounts(client: Client, { plan, tables, runId }: MergeContext): Promise<void> {
  const fields = moneyFields(plan);
  const [main] = fields;
  if (!main) return;
  const sums = fields.flatMap(({ field }, index) => {
    const column = quoteName(snakeCase(field));
    const staged = (verdicts: string) => `sum(e.${column}) filter (where s.verdict in (${verdicts}))`;
    return [
      `${staged(`'ok'`)} as loaded_${index}`,
      `${staged(`'quarantined'`)} as quarantined_${index}`,
      `${staged(`'skipped', 'superseded'`)} as skipped_${index}`,
      `sum(c.${column}) filter (where s.verdict = 'ok' and not s.bare) as target_${index}`,
    ];
  });
  const names = fields.map(({ entity, field }, index) => {
    const columns = ['loaded', 'quarantined', 'skipped', 'target'].map((name) => `coalesce(t.${name}_${index}, 0)`);
    return `select ${quoteText(entity.name)} as entity, ${quoteText(field)} as field, ${columns.join(', ')} from totals t`;
  });
  await client.query(`
    insert into ops.stream_amounts (run_id, stream, entity, field, loaded_sum, quarantined_sum, skipped_sum, target_sum,
      source_sum)
    with totals as (
      select ${sums.join(', ')}
      from ${tables.canonical(main.entity)} e join ${tables.raw} s on s.ord = e.ord
      left join ${canonicalTable(main.entity)} c on c.id = e.id
      where e.role = ''
    ), named (entity, field, loaded, quarantined, skipped, target) as (${names.join(' union all ')})
    select ${quoteText(runId)}, ${quoteText(plan.stream)}, n.*, coalesce((select sum(a.amount) from ops.chunk_amounts a
      where a.run_id = ${quoteText(runId)} and a.stream = ${quoteText(plan.stream)}
        and a.entity = n.entity and a.field = n.field), 0)
    from named n`);
}
