/** What settled records bring to the balance: their rows stand in the target and are counted there, before the merge. */
import { count, type Client } from '../connection.ts';
import { settledRows, sumSettledAmounts } from './amounts.ts';
import type { MergeContext } from './merge-context.ts';
import { plannedEntities } from './plan.ts';

/** Canonical rows of settled records. */
export interface SettledRows {
  readonly read: number;
  /** Of these, those whose records no set rule took out. */
  readonly standing: number;
}

/** In the transaction of the set rules, after them. */
export async function countSettled(
  client: Client,
  context: Pick<MergeContext, 'plan' | 'tables' | 'runId'>,
): Promise<SettledRows> {
  const settled = await count(
    client,
    `select count(*) as n from (
    select 1 from ${context.tables.raw} where settled limit 1) s`,
  );
  if (settled === 0) return { read: 0, standing: 0 };
  await sumSettledAmounts(client, context);
  let read = 0;
  let standing = 0;
  for (const entity of plannedEntities(context.plan)) {
    const { rows } = await client.query<{ read: string; standing: string }>(`
      select count(*) as read, count(*) filter (where s.verdict = 'ok') as standing from ${settledRows(context, entity)}`);
    read += Number(rows[0]?.read ?? 0);
    standing += Number(rows[0]?.standing ?? 0);
  }
  return { read, standing };
}
