/** What settled records bring to the balance: their rows stand in the target and are counted there. */
import { count, type Client } from '../connection.ts';
import { settledRows, sumSettledAmounts } from './amounts.ts';
import type { ChunkRange, MergeContext } from './merge-context.ts';
import { plannedEntities } from './plan.ts';

type Staged = Pick<MergeContext, 'plan' | 'tables' | 'runId'>;

async function anySettled(client: Client, { tables }: Staged, where: string): Promise<boolean> {
  return (await count(client, `select count(*) as n from (select 1 from ${tables.raw} where ${where} limit 1) s`)) > 0;
}

async function countRows(client: Client, context: Staged, where: string): Promise<number> {
  let rows = 0;
  for (const entity of plannedEntities(context.plan)) {
    rows += await count(client, `select count(*) as n from ${settledRows(context, entity)} and ${where}`);
  }
  return rows;
}

/**
 * While their rows stand as they were delivered: what set rules took out may be overwritten by the merge. In the
 * transaction of the set rules, behind them.
 * @returns canonical rows of the settled records.
 */
export async function takeSettled(client: Client, context: Staged): Promise<number> {
  if (!(await anySettled(client, context, 'settled'))) return 0;
  await sumSettledAmounts(client, context);
  return countRows(client, context, 'true');
}

/** @returns canonical rows of the range's settled records that are good. */
export async function countSettled(client: Client, context: Staged, range: ChunkRange): Promise<number> {
  const good = `settled and verdict = 'ok' and ord between ${range.from} and ${range.to}`;
  if (!(await anySettled(client, context, good))) return 0;
  return countRows(client, context, `s.verdict = 'ok' and s.ord between ${range.from} and ${range.to}`);
}
