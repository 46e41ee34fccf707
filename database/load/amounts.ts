/** The money side of the balance: what was read, what became of it, and what stands in the target. */
import type { Entity } from '../../schemas/entity.ts';
import type { Client } from '../connection.ts';
import { canonicalTable, quoteName, quoteText, snakeCase } from '../names.ts';
import type { MergeContext } from './merge-context.ts';
import { moneyFields } from './plan.ts';

interface Named {
  readonly column: string;
  readonly index: number;
}

/** What became of the staged amounts. Nearly every record is good: only the others are looked up. */
function stagedSums({ tables }: MergeContext, entity: Entity, fields: readonly Named[]): string {
  const sum = ({ column, index }: Named, name: string, where: string) =>
    `sum(e.${column}) filter (where ${where}) as ${name}_${index}`;
  const sums = fields.flatMap((field) => [
    sum(field, 'loaded', 's.verdict is null'),
    sum(field, 'quarantined', `s.verdict = 'quarantined'`),
    sum(field, 'skipped', `s.verdict in ('skipped', 'superseded')`),
  ]);
  return `select ${sums.join(', ')} from ${tables.canonical(entity)} e
    left join (select ord, verdict from ${tables.raw} where verdict <> 'ok') s on s.ord = e.ord where e.role = ''`;
}

/** What stands in the target for the good records. Where nothing was there before, all of the stream is of this run. */
function targetSums({ plan, tables, fresh }: MergeContext, entity: Entity, fields: readonly Named[]): string {
  const sums = fields.map(({ column, index }) => `sum(c.${column}) as target_${index}`).join(', ');
  const target = canonicalTable(entity);
  if (fresh) {
    return `select ${sums} from ${target} c
      where c.system = ${quoteText(plan.system)} and c.stream = ${quoteText(plan.stream)} and c.role = ''`;
  }
  return `select ${sums} from ${tables.canonical(entity)} e join ${target} c on c.id = e.id where e.role = ''
    and not exists (select 1 from ${tables.raw} s where s.ord = e.ord and (s.verdict <> 'ok' or s.bare))`;
}

/** Source, loaded, waiting, skipped and target sums of every amount of the record's own entity. */
export async function sumAmounts(client: Client, context: MergeContext): Promise<void> {
  const { plan, runId } = context;
  const fields = moneyFields(plan).map(({ entity, field }, index) => {
    return { entity, field, index, column: quoteName(snakeCase(field)) };
  });
  const main = fields[0]?.entity;
  if (!main) return;
  const rows = fields.map(({ entity, field, index }) => {
    const sums = ['loaded', 'quarantined', 'skipped'].map((name) => `coalesce(staged.${name}_${index}, 0)`);
    return `(${quoteText(entity.name)}, ${quoteText(field)}, ${sums.join(', ')}, coalesce(target.target_${index}, 0))`;
  });
  await client.query(`
    insert into ops.stream_amounts (run_id, stream, entity, field, loaded_sum, quarantined_sum, skipped_sum, target_sum,
      source_sum)
    select ${quoteText(runId)}, ${quoteText(plan.stream)}, n.*, coalesce((select sum(a.amount) from ops.chunk_amounts a
      where a.run_id = ${quoteText(runId)} and a.stream = ${quoteText(plan.stream)}
        and a.entity = n.entity and a.field = n.field), 0)
    from (${stagedSums(context, main, fields)}) staged, (${targetSums(context, main, fields)}) target,
      lateral (values ${rows.join(', ')}) n (entity, field, loaded, quarantined, skipped, target)`);
}
