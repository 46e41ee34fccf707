/**
 * Merges one range of a staged stream into raw, canonical, quarantine and issues, with its ledger entry, in one
 * transaction. Running it again changes nothing: every write is guarded by hashes.
 */
import type { Client, Database } from '../connection.ts';
import { quoteText, rawTable } from '../names.ts';
import { mergeCanonical } from './merge-canonical.ts';
import type { ChunkRange, MergeContext } from './merge-context.ts';
import { mergeRaw } from './merge-raw.ts';
import type { StreamPlan } from './plan.ts';

/** Rows of the range that are not settled, by what becomes of them; planned with real numbers, so that no join degrades into a loop. */
async function findOutcomes(client: Client, { plan, tables, fresh }: MergeContext, range: ChunkRange): Promise<number> {
  const old = `left join ${rawTable(plan.system, plan.stream)} old on old._source_key = s.source_key and old._state = 'live'`;
  const before = fresh
    ? { hash: 'null::uuid', deleted: 'false', known: 'false', join: '' }
    : {
        hash: 'old._hash',
        deleted: 'old._deleted',
        known: `coalesce(s.verdict = 'ok' and old._hash = s.hash and old._last_run is null, false)`,
        join: old,
      };
  const { rowCount } = await client.query(`
    create temp table outcome on commit drop as
    select s.ord, s.source_key, s.hash, s.verdict, s.deleted, s.bare, ${before.known} as known,
      case
        when s.verdict <> 'ok' then s.verdict
        when s.deleted and not coalesce(${before.deleted}, false) then 'deleted'
        when ${before.hash} is null then 'inserted'
        when ${before.hash} <> s.hash then 'updated'
        else 'unchanged'
      end as outcome
    from ${tables.raw} s ${before.join}
    where s.ord between ${range.from} and ${range.to} and not (s.settled and s.verdict = 'ok')`);
  // Joined as a whole where nothing was there before; compared by key elsewhere.
  if (!fresh) await client.query('analyze outcome');
  await client.query('create temp table touched (ord bigint) on commit drop');
  return rowCount ?? 0;
}

/** Issue id: the same finding on the same version of a record, in whatever run it is raised. */
export function issueId(plan: StreamPlan): string {
  return `md5(concat_ws(E'\\x1f', ${quoteText(plan.system)}, coalesce(i.other_stream, ${quoteText(plan.stream)}),
    coalesce(i.other_key, s.source_key), i.field, i.rule, coalesce(i.other_hash, s.hash),
    case when i.disposition = 'skipped' or s.verdict = 'quarantined' then i.position end))::uuid`;
}

async function mergeIssues(client: Client, { plan, tables, runId, day }: MergeContext, range: ChunkRange) {
  await client.query(`
    insert into ops.issues as t (id, system, stream, source_key, raw_hash, position, field, rule, severity, disposition,
      loaded_value, personal, detail, day, first_run)
    select distinct on (1) ${issueId(plan)}, ${quoteText(plan.system)},
      coalesce(i.other_stream, ${quoteText(plan.stream)}), coalesce(i.other_key, s.source_key),
      coalesce(i.other_hash, s.hash), coalesce(i.position, ''), i.field, i.rule, i.severity, i.disposition,
      i.loaded_value, i.personal, i.detail, ${quoteText(day)}, ${quoteText(runId)}
    from ${tables.issues} i join ${tables.raw} s on s.ord = i.ord
    where i.ord between ${range.from} and ${range.to} and s.ord between ${range.from} and ${range.to}
    on conflict (id) do update set closed_run = null, position = excluded.position
      where t.closed_run is not null`);
}

async function mergeQuarantine(client: Client, { plan, tables, runId }: MergeContext, range: ChunkRange) {
  await client.query(`
    insert into ops.quarantine as t (system, stream, source_key, raw_hash, position, rules, state, opened_run)
    select ${quoteText(plan.system)}, ${quoteText(plan.stream)}, s.source_key, s.hash, s.position,
      array(select distinct i.rule from ${tables.issues} i where i.ord = s.ord and i.severity = 'blocking' order by 1),
      'open', ${quoteText(runId)}
    from ${tables.raw} s where s.ord between ${range.from} and ${range.to} and s.verdict = 'quarantined'
    on conflict (system, stream, source_key, raw_hash) do update
      set state = 'open', closed_run = null, closed_reason = null, opened_run = excluded.opened_run,
        rules = excluded.rules, position = excluded.position
      where t.state = 'closed'`);
}

async function writeLedger(
  client: Client,
  { plan, tables, runId }: MergeContext,
  range: ChunkRange,
  canonical: number,
) {
  await client.query(`
    with settled as (select count(*) as n from ${tables.raw} s
      where s.ord between ${range.from} and ${range.to} and s.settled and s.verdict = 'ok')
    insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to,
      read, inserted, updated, unchanged, deleted, skipped, quarantined, canonical)
    select ${quoteText(runId)}, ${quoteText(plan.stream)}, 'merge', ${range.chunkNo}, ${range.from}, ${range.to},
      count(*) + (select n from settled), count(*) filter (where outcome = 'inserted'), count(*) filter (where outcome = 'updated'),
      count(*) filter (where outcome = 'unchanged') + (select n from settled), count(*) filter (where outcome = 'deleted'),
      count(*) filter (where outcome = 'skipped'), count(*) filter (where outcome = 'quarantined'), ${canonical}
    from outcome`);
}

export async function mergeChunk(client: Client, context: MergeContext, range: ChunkRange): Promise<void> {
  const judged = await findOutcomes(client, context, range);
  const canonical = judged > 0 ? await mergeCanonical(client, context, range) : 0;
  if (judged > 0) await mergeRaw(client, context, range);
  await mergeIssues(client, context, range);
  await mergeQuarantine(client, context, range);
  await writeLedger(client, context, range, canonical);
}

/**
 * Whether there is nothing to compare with. Rows of this very run count, unless its ledger says which chunks they came
 * from: a stream that was staged anew after a crash meets what it merged before.
 */
export async function isFresh(
  database: Database,
  plan: StreamPlan,
  runId: string,
  ledgerIntact: boolean,
): Promise<boolean> {
  const foreign = ledgerIntact ? `_first_run <> ${quoteText(runId)} or _last_run is not null` : 'true';
  const rows = await database.query(`select 1 from ${rawTable(plan.system, plan.stream)} where ${foreign} limit 1`);
  return rows.length === 0;
}
