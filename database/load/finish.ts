/**
 * Closes a stream: what a complete delivery no longer holds, entries that are over, stale marks, the balance. One
 * transaction, after the last chunk.
 */
import type { Client } from '../connection.ts';
import { canonicalTable, quoteName, quoteText, rawTable, snakeCase } from '../names.ts';
import { issueId, type MergeContext } from './merge.ts';
import { moneyFields, plannedEntities } from './plan.ts';

export interface FinishOptions {
  /** The delivery held everything there is: absence then means something. */
  readonly complete: boolean;
  /** Above this share of vanished keys nothing is deleted and the stream turns red. */
  readonly vanishLimit: number;
}

export interface FinishResult {
  readonly vanished: number;
  /** Vanished keys were too many to believe. */
  readonly held: boolean;
}

async function count(client: Client, sql: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(sql);
  return Number(rows[0]?.n ?? 0);
}

async function deleteVanished(client: Client, context: MergeContext, options: FinishOptions): Promise<FinishResult> {
  const { plan, tables, runId, asOf } = context;
  const raw = rawTable(plan.system, plan.stream);
  const gone = `r._state = 'live' and r._last_run is null
    and not exists (select 1 from ${tables.raw} s where s.source_key = r._source_key and s.verdict <> 'skipped')`;
  const live = await count(client, `select count(*) as n from ${raw} where _state = 'live' and _last_run is null`);
  const vanished = await count(client, `select count(*) as n from ${raw} r where ${gone}`);
  if (vanished === 0) return { vanished, held: false };
  if (plan.deletesByAbsence && vanished > live * options.vanishLimit) return { vanished, held: true };
  if (plan.deletesByAbsence) {
    for (const entity of plannedEntities(plan)) {
      await client.query(`update ${canonicalTable(entity)} c set source_deleted_at = ${quoteText(asOf)}::timestamptz,
          run_id = ${quoteText(runId)}
        from ${raw} r where ${gone} and c.source_key = r._source_key and c.stream = ${quoteText(plan.stream)}
          and c.system = ${quoteText(plan.system)} and c.source_deleted_at is null`);
    }
  }
  const last = context.previousRun === null ? quoteText(runId) : quoteText(context.previousRun);
  await client.query(`update ${raw} r set _last_run = ${last} where ${gone}`);
  return { vanished, held: false };
}

async function closeEntries(client: Client, { plan, tables, runId }: MergeContext, complete: boolean): Promise<void> {
  const stream = `q.system = ${quoteText(plan.system)} and q.stream = ${quoteText(plan.stream)}`;
  const seen = complete ? '' : 'and exists (select 1 from ' + `${tables.raw} s where s.source_key = q.source_key)`;
  await client.query(`update ops.quarantine q set state = 'closed', closed_run = ${quoteText(runId)},
      closed_reason = case when exists (select 1 from ${tables.raw} s where s.source_key = q.source_key
        and s.verdict = 'ok') then 'loaded' else 'gone' end
    where ${stream} and q.state <> 'closed' ${seen} and not exists (select 1 from ${tables.raw} s
      where s.source_key = q.source_key and s.hash = q.raw_hash and s.verdict = 'quarantined')`);
  await client.query(`update ${rawTable(plan.system, plan.stream)} q set _state = 'past', _last_run = ${quoteText(runId)}
    where q._state = 'quarantined' ${seen.replaceAll('q.source_key', 'q._source_key')}
      and not exists (select 1 from ${tables.raw} s where s.source_key = q._source_key and s.hash = q._hash
        and s.verdict = 'quarantined')`);
  await client.query(`create temp table raised on commit drop as
    select distinct ${issueId(plan)} as id from ${tables.issues} i join ${tables.raw} s on s.ord = i.ord`);
  await client.query(`update ops.issues q set closed_run = ${quoteText(runId)}
    where ${stream} and q.closed_run is null ${seen} and q.raw_hash is not null
      and not exists (select 1 from raised r where r.id = q.id)`);
}

/** A live row whose newest version waits in quarantine is stale until a good version comes. */
async function markStale(client: Client, { plan }: MergeContext): Promise<void> {
  for (const entity of plannedEntities(plan)) {
    await client.query(`update ${canonicalTable(entity)} c set stale = w.waiting
      from (select c.id, exists (select 1 from ops.quarantine q where q.system = c.system and q.stream = c.stream
          and q.source_key = c.source_key and q.state = 'open' and not q.rules @> array['duplicate_key_conflict']) as waiting
        from ${canonicalTable(entity)} c
        where c.system = ${quoteText(plan.system)} and c.stream = ${quoteText(plan.stream)}
          and (c.stale or exists (select 1 from ops.quarantine q where q.system = c.system and q.stream = c.stream
            and q.source_key = c.source_key and q.state = 'open'))) w
      where w.id = c.id and c.stale <> w.waiting`);
  }
}

async function sumAmounts(client: Client, { plan, tables, runId }: MergeContext): Promise<void> {
  for (const { entity, field } of moneyFields(plan)) {
    const column = quoteName(snakeCase(field));
    const staged = (verdict: string) => `coalesce((select sum(e.${column}) from ${tables.canonical(entity)} e
      join ${tables.raw} s on s.ord = e.ord where s.verdict = '${verdict}' and e.role = ''), 0)`;
    await client.query(`
      insert into ops.stream_amounts (run_id, stream, entity, field, source_sum, loaded_sum, quarantined_sum,
        skipped_sum, target_sum)
      select ${quoteText(runId)}, ${quoteText(plan.stream)}, ${quoteText(entity.name)}, ${quoteText(field)},
        coalesce((select sum(amount) from ops.chunk_amounts a where a.run_id = ${quoteText(runId)}
          and a.stream = ${quoteText(plan.stream)} and a.entity = ${quoteText(entity.name)}
          and a.field = ${quoteText(field)}), 0),
        ${staged('ok')}, ${staged('quarantined')}, ${staged('skipped')},
        coalesce((select sum(c.${column}) from ${canonicalTable(entity)} c join ${tables.raw} s
          on s.source_key = c.source_key and s.verdict = 'ok'
          where c.system = ${quoteText(plan.system)} and c.stream = ${quoteText(plan.stream)} and c.role = ''), 0)`);
  }
}

/** Sums the chunks into the stream's ledger. The balance holds when every read record has exactly one outcome. */
async function writeBalance(client: Client, context: MergeContext, result: FinishResult): Promise<void> {
  const { plan, tables, runId } = context;
  const columns = ['inserted', 'updated', 'unchanged', 'deleted', 'skipped', 'quarantined'];
  const staged = plannedEntities(plan).map((entity) => `(select count(*) from ${tables.canonical(entity)})`);
  const loaded = plannedEntities(plan).map(
    (entity) => `(select count(*) from ${tables.canonical(entity)} e join ${canonicalTable(entity)} c on c.id = e.id
      join ${tables.raw} s on s.ord = e.ord and s.verdict = 'ok' and c.row_hash = e.row_hash)`,
  );
  const sums = columns.map((name) => `sum(c.${name}) as ${name}`).join(', ');
  await client.query(`
    update ops.stream_runs t set finished_at = now(), vanished = ${result.vanished},
      canonical_read = ${staged.join(' + ')}, canonical_loaded = ${loaded.join(' + ')},
      ${columns.map((name) => `${name} = coalesce(m.${name}, 0)`).join(', ')},
      status = case when t.read <> coalesce(m.read, 0) or t.read <> coalesce(t.declared_rows, t.read) or ${result.held}
        or t.read <> ${columns.map((name) => `coalesce(m.${name}, 0)`).join(' + ')} then 'red' else 'green' end
    from (select sum(c.read) as read, ${sums} from ops.chunks c
      where c.run_id = ${quoteText(runId)} and c.stream = ${quoteText(plan.stream)} and c.phase = 'merge') m
    where t.run_id = ${quoteText(runId)} and t.stream = ${quoteText(plan.stream)}`);
}

export async function finishStream(
  client: Client,
  context: MergeContext,
  options: FinishOptions,
): Promise<FinishResult> {
  const result = options.complete ? await deleteVanished(client, context, options) : { vanished: 0, held: false };
  await closeEntries(client, context, options.complete);
  await markStale(client, context);
  await sumAmounts(client, context);
  await writeBalance(client, context, result);
  return result;
}
