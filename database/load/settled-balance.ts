/**
 * What settled records bring to the balance: their rows stand in the target and are counted there. Each count is one
 * pass over the rows, with the sums of their amounts.
 */
import type { Entity } from '../../schemas/entity.ts';
import type { Client, Row } from '../connection.ts';
import { canonicalTable, quoteText } from '../names.ts';
import { namedFields, OUTCOMES, type NamedAmount } from './amounts.ts';
import type { MergeContext } from './merge-context.ts';
import { ownEntities, plannedEntities } from './plan.ts';

type Staged = Pick<MergeContext, 'plan' | 'tables' | 'runId'>;

/** Rows of settled records: `c` the rows, `s` the records. */
function settledRows({ plan, tables }: Staged, entity: Entity): string {
  return `${canonicalTable(entity)} c join ${tables.raw} s on s.settled and s.source_key = c.source_key
    where c.stream = ${quoteText(plan.stream)} and c.system = ${quoteText(plan.system)}`;
}

async function anySettled(client: Client, { tables }: Staged): Promise<boolean> {
  const { rows } = await client.query(`select 1 from ${tables.raw} where settled limit 1`);
  return rows.length > 0;
}

/** @param sums of the rows of the record's own entity, beside their number `n`. */
async function lookThrough(
  client: Client,
  context: Staged,
  { where, sums }: { readonly where: string; readonly sums: readonly string[] },
): Promise<{ readonly rows: number; readonly sums: Row }> {
  let rows = 0;
  let found: Row = {};
  for (const [index, entity] of plannedEntities(context.plan).entries()) {
    const wanted = ['count(*) as n', ...(index === 0 ? sums : [])].join(', ');
    const result = await client.query<Record<string, string | null>>(
      `select ${wanted} from ${settledRows(context, entity)} and ${where}`,
    );
    rows += Number(result.rows[0]?.['n'] ?? 0);
    if (index === 0) found = result.rows[0] ?? {};
  }
  return { rows, sums: found };
}

function amountOf(sums: Row, name: string, { index }: NamedAmount): string {
  return `${sums[`${name}_${index}`] ?? 0}::numeric`;
}

/**
 * While their rows stand as they were delivered: what set rules took out may be overwritten by the merge. In the
 * transaction of the set rules, behind them.
 * @returns canonical rows of the settled records.
 */
export async function takeSettled(client: Client, context: Staged): Promise<number> {
  const { plan, runId } = context;
  if (!(await anySettled(client, context))) return 0;
  const [main] = ownEntities(plan);
  const fields = main ? namedFields(plan, main) : [];
  const wanted = fields.flatMap(({ column, index }) =>
    OUTCOMES.map(
      ([name, verdict]) => `sum(c.${column}) filter (where c.role = '' and s.verdict ${verdict}) as ${name}_${index}`,
    ),
  );
  const { rows, sums } = await lookThrough(client, context, { where: 'true', sums: wanted });
  for (const named of fields) {
    const values = OUTCOMES.map(([name]) => amountOf(sums, name, named));
    await client.query(`
      insert into ops.stream_amounts (run_id, stream, entity, field, source_sum, loaded_sum, quarantined_sum, skipped_sum,
        target_sum)
      values (${quoteText(runId)}, ${quoteText(plan.stream)}, ${quoteText(named.entity.name)}, ${quoteText(named.field)},
        0, ${values.join(', ')}, 0)`);
  }
  return rows;
}

/**
 * Behind the merge: what stands in the target for the settled records that are good.
 * @returns their canonical rows.
 */
export async function readBackSettled(client: Client, context: Staged): Promise<number> {
  const { plan, runId } = context;
  if (!(await anySettled(client, context))) return 0;
  const [main] = ownEntities(plan);
  const fields = main ? namedFields(plan, main) : [];
  const wanted = fields.map(({ column, index }) => `sum(c.${column}) filter (where c.role = '') as target_${index}`);
  const { rows, sums } = await lookThrough(client, context, { where: `s.verdict = 'ok'`, sums: wanted });
  for (const named of fields) {
    await client.query(`
      update ops.stream_amounts set target_sum = target_sum + ${amountOf(sums, 'target', named)}
      where run_id = ${quoteText(runId)} and stream = ${quoteText(plan.stream)}
        and entity = ${quoteText(named.entity.name)} and field = ${quoteText(named.field)}`);
  }
  return rows;
}
