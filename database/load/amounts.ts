/** The money side of the balance: what was read, what became of it, and what stands in the target. */
import type { Entity } from '../../schemas/entity.ts';
import type { Client } from '../connection.ts';
import { canonicalTable, quoteName, quoteText, snakeCase } from '../names.ts';
import type { MergeContext } from './merge-context.ts';
import { moneyFields, ownEntities, type StreamPlan } from './plan.ts';

export interface NamedAmount {
  readonly entity: Entity;
  readonly field: string;
  readonly column: string;
  readonly index: number;
}

type Staged = Pick<MergeContext, 'plan' | 'tables' | 'runId'>;

export function namedFields(plan: StreamPlan, owner: Entity): NamedAmount[] {
  return moneyFields(plan)
    .filter(({ entity }) => entity === owner)
    .map(({ entity, field }, index) => {
      return { entity, field, index, column: quoteName(snakeCase(field)) };
    });
}

/** Outcome of a record in the balance, and the verdicts that mean it. */
export const OUTCOMES = [
  ['loaded', `= 'ok'`],
  ['quarantined', `= 'quarantined'`],
  ['skipped', `in ('skipped', 'superseded')`],
] as const;

/** What became of the staged amounts. Nearly every record is good: only the others are looked up. */
function stagedSums({ tables }: Staged, entity: Entity, fields: readonly NamedAmount[]): string {
  const sums = fields.flatMap(({ column, index }) =>
    OUTCOMES.map(
      ([name, verdict]) => `sum(e.${column}) filter (where coalesce(s.verdict, 'ok') ${verdict}) as ${name}_${index}`,
    ),
  );
  return `select ${sums.join(', ')} from ${tables.canonical(entity)} e
    left join (select ord, verdict from ${tables.raw} where verdict <> 'ok') s on s.ord = e.ord where e.role = ''`;
}

/**
 * What stands in the target for the good records that were judged. Where nothing was there before, all of the stream is
 * of this run.
 */
function targetSums(context: MergeContext, entity: Entity, fields: readonly NamedAmount[]): string {
  const { plan, tables, fresh } = context;
  const sums = fields.map(({ column, index }) => `sum(c.${column}) as target_${index}`).join(', ');
  const target = canonicalTable(entity);
  if (fresh) {
    return `select ${sums} from ${target} c
      where c.system = ${quoteText(plan.system)} and c.stream = ${quoteText(plan.stream)} and c.role = ''`;
  }
  return `select ${sums} from ${tables.canonical(entity)} e join ${target} c on c.id = e.id where e.role = ''
    and not exists (select 1 from ${tables.raw} s where s.ord = e.ord and (s.verdict <> 'ok' or s.bare))`;
}

/** Source, loaded, waiting, skipped and target sums of every amount of the record's own entities; settled records have theirs already. */
export async function sumAmounts(client: Client, context: MergeContext): Promise<void> {
  for (const entity of ownEntities(context.plan)) await sumAmountsOf(client, context, entity);
}

async function sumAmountsOf(client: Client, context: MergeContext, main: Entity): Promise<void> {
  const { plan, runId } = context;
  const fields = namedFields(plan, main);
  if (fields.length === 0) return;
  const rows = fields.map(({ entity, field, index }) => {
    const sums = OUTCOMES.map(([name]) => `coalesce(staged.${name}_${index}, 0)`);
    return `(${quoteText(entity.name)}, ${quoteText(field)}, ${sums.join(', ')}, coalesce(target.target_${index}, 0))`;
  });
  await client.query(`
    insert into ops.stream_amounts as t (run_id, stream, entity, field, loaded_sum, quarantined_sum, skipped_sum,
      target_sum, source_sum)
    select ${quoteText(runId)}, ${quoteText(plan.stream)}, n.*, coalesce((select sum(a.amount) from ops.chunk_amounts a
      where a.run_id = ${quoteText(runId)} and a.stream = ${quoteText(plan.stream)}
        and a.entity = n.entity and a.field = n.field), 0)
    from (${stagedSums(context, main, fields)}) staged, (${targetSums(context, main, fields)}) target,
      lateral (values ${rows.join(', ')}) n (entity, field, loaded, quarantined, skipped, target)
    on conflict (run_id, stream, entity, field) do update set source_sum = excluded.source_sum,
      loaded_sum = t.loaded_sum + excluded.loaded_sum, quarantined_sum = t.quarantined_sum + excluded.quarantined_sum,
      skipped_sum = t.skipped_sum + excluded.skipped_sum, target_sum = t.target_sum + excluded.target_sum`);
}
