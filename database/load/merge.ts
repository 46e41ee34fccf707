/**
 * Merges one range of a staged stream into raw, canonical, quarantine and issues, with its ledger entry, in one
 * transaction. Running it again changes nothing: every write is guarded by hashes.
 */
import type { Entity } from '../../schemas/entity.ts';
import type { Client, Database } from '../connection.ts';
import { businessColumns } from '../ddl.ts';
import { canonicalTable, columnList, quoteText, rawTable } from '../names.ts';
import { plannedEntities, type StreamPlan } from './plan.ts';
import type { StageTables } from './stage-tables.ts';

export interface MergeContext {
  readonly plan: StreamPlan;
  readonly tables: StageTables;
  readonly runId: string;
  /** The run that delivered this stream before: it was the last to see a raw row that now gives way. */
  readonly previousRun: string | null;
  readonly asOf: string;
  readonly day: string;
  /** Nothing of the stream was there before this run. */
  readonly fresh: boolean;
}

export interface ChunkRange {
  readonly chunkNo: number;
  readonly from: number;
  readonly to: number;
}

/** Rows of the range by what becomes of them; planned with real numbers, so that no join degrades into a loop. */
async function findOutcomes(client: Client, { plan, tables, fresh }: MergeContext, range: ChunkRange): Promise<void> {
  const old = `left join ${rawTable(plan.system, plan.stream)} old on old._source_key = s.source_key and old._state = 'live'`;
  const before = fresh
    ? { hash: 'null::uuid', deleted: 'false', join: '' }
    : { hash: 'old._hash', deleted: 'old._deleted', join: old };
  await client.query(`
    create temp table outcome on commit drop as
    select s.ord, s.source_key, s.hash, s.verdict, s.deleted,
      case
        when s.verdict <> 'ok' then s.verdict
        when s.deleted and not coalesce(${before.deleted}, false) then 'deleted'
        when ${before.hash} is null then 'inserted'
        when ${before.hash} <> s.hash then 'updated'
        else 'unchanged'
      end as outcome
    from ${tables.raw} s ${before.join}
    where s.ord between ${range.from} and ${range.to}`);
  await client.query('analyze outcome');
  await client.query('create temp table touched (source_key text) on commit drop');
}

async function mergeRaw(client: Client, context: MergeContext, range: ChunkRange): Promise<void> {
  const { plan, tables, runId, fresh } = context;
  const raw = rawTable(plan.system, plan.stream);
  const between = `s.ord between ${range.from} and ${range.to}`;
  if (!fresh) await retireRaw(client, context, range);
  const known = `and not exists (select 1 from ${raw} r where r._source_key = s.source_key and r._hash = s.hash)`;
  await client.query(`
    insert into ${raw} (_source_key, _hash, _state, _deleted, _position, _first_run, ${columnList(plan.columns)})
    select s.source_key, s.hash, case s.verdict when 'ok' then 'live' else 'quarantined' end, s.deleted, s.position,
      ${quoteText(runId)}, ${columnList(plan.columns, 's.')}
    from ${tables.raw} s where ${between} and s.verdict in ('ok', 'quarantined') ${fresh ? '' : known}`);
}

/** Raw versions that give way, and versions that are delivered again. */
async function retireRaw(
  client: Client,
  { plan, tables, previousRun }: MergeContext,
  range: ChunkRange,
): Promise<void> {
  const raw = rawTable(plan.system, plan.stream);
  const last = previousRun === null ? 'null' : quoteText(previousRun);
  const state = `case s.verdict when 'ok' then 'live' else 'quarantined' end`;
  await client.query(`
    update ${raw} r set _state = 'past', _last_run = coalesce(r._last_run, ${last})
    from outcome o where o.outcome in ('updated', 'deleted', 'inserted')
      and r._source_key = o.source_key and r._hash <> o.hash and r._state = 'live'`);
  await client.query(`
    update ${raw} r set _state = ${state}, _last_run = null
    from ${tables.raw} s where s.ord between ${range.from} and ${range.to} and s.verdict in ('ok', 'quarantined')
      and r._source_key = s.source_key and r._hash = s.hash and (r._last_run is not null or r._state <> ${state})`);
}

async function insertRows(client: Client, context: MergeContext, entity: Entity, range: ChunkRange): Promise<number> {
  const { plan, tables, runId, asOf, fresh } = context;
  const table = canonicalTable(entity);
  const names = businessColumns(entity).map(({ name }) => name);
  const insert = `
    insert into ${table} (id, system, stream, source_key, role, ordinal, row_hash, raw_hash, mapping_version, run_id,
      source_deleted_at, parent_deleted, ${columnList(names)})
    select e.id, ${quoteText(plan.system)}, ${quoteText(plan.stream)}, o.source_key, e.role, e.ordinal,
      e.row_hash, o.hash, ${plan.mappingVersion}, ${quoteText(runId)},
      case when o.deleted then ${quoteText(asOf)}::timestamptz end, e.parent_deleted, ${columnList(names, 'e.')}
    from ${tables.canonical(entity)} e join outcome o on o.ord = e.ord and o.verdict = 'ok'
    where e.ord between ${range.from} and ${range.to}`;
  if (fresh) return (await client.query(insert)).rowCount ?? 0;
  const result = await client.query(`
    with new as (${insert} and not exists (select 1 from ${table} c where c.id = e.id) returning source_key)
    insert into touched select source_key from new`);
  return result.rowCount ?? 0;
}

async function updateRows(client: Client, context: MergeContext, entity: Entity, range: ChunkRange): Promise<number> {
  const { plan, tables, runId, asOf } = context;
  const names = businessColumns(entity).map(({ name }) => name);
  const result = await client.query(`
    with changed as (
      update ${canonicalTable(entity)} c set (row_hash, raw_hash, mapping_version, run_id, source_deleted_at,
        parent_deleted, stale, ${columnList(names)}) = row(e.row_hash, o.hash, ${plan.mappingVersion},
        ${quoteText(runId)}, case when o.deleted then coalesce(c.source_deleted_at, ${quoteText(asOf)}::timestamptz) end,
        e.parent_deleted, false, ${columnList(names, 'e.')})
      from ${tables.canonical(entity)} e join outcome o on o.ord = e.ord and o.verdict = 'ok'
      where e.ord between ${range.from} and ${range.to} and c.id = e.id
        and (c.row_hash <> e.row_hash or c.raw_hash <> o.hash or (c.source_deleted_at is not null) <> o.deleted)
      returning c.source_key
    )
    insert into touched select source_key from changed`);
  return result.rowCount ?? 0;
}

/** A part that the new version of a record no longer has: an agency that was taken off a project. */
async function removeParts(client: Client, { plan, tables }: MergeContext, entity: Entity): Promise<void> {
  await client.query(`
    with gone as (
      delete from ${canonicalTable(entity)} c using outcome o
      where o.verdict = 'ok' and o.outcome <> 'inserted' and c.source_key = o.source_key
        and c.stream = ${quoteText(plan.stream)} and c.system = ${quoteText(plan.system)}
        and not exists (select 1 from ${tables.canonical(entity)} e where e.ord = o.ord and e.id = c.id)
      returning c.source_key
    )
    insert into touched select source_key from gone`);
}

async function countAccepted(client: Client, { tables }: MergeContext, entity: Entity, range: ChunkRange) {
  const { rows } = await client.query<{ n: string }>(`
    select count(*) as n from ${tables.canonical(entity)} e join outcome o on o.ord = e.ord and o.verdict = 'ok'
    where e.ord between ${range.from} and ${range.to}`);
  return Number(rows[0]?.n ?? 0);
}

/** @returns canonical rows of the range that stand in the target afterwards. */
async function mergeCanonical(client: Client, context: MergeContext, range: ChunkRange): Promise<number> {
  let standing = 0;
  for (const entity of plannedEntities(context.plan)) {
    if (context.fresh) {
      standing += await insertRows(client, context, entity, range);
    } else {
      await removeParts(client, context, entity);
      await updateRows(client, context, entity, range);
      await insertRows(client, context, entity, range);
      standing += await countAccepted(client, context, entity, range);
    }
  }
  // The same raw record with another result: a new mapping version, or a neighbour that came or went.
  await client.query(`update outcome o set outcome = 'updated'
    where o.outcome = 'unchanged' and exists (select 1 from touched t where t.source_key = o.source_key)`);
  return standing;
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

async function writeLedger(client: Client, { plan, runId }: MergeContext, range: ChunkRange, canonical: number) {
  await client.query(`
    insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to,
      read, inserted, updated, unchanged, deleted, skipped, quarantined, canonical)
    select ${quoteText(runId)}, ${quoteText(plan.stream)}, 'merge', ${range.chunkNo}, ${range.from}, ${range.to},
      count(*), count(*) filter (where outcome = 'inserted'), count(*) filter (where outcome = 'updated'),
      count(*) filter (where outcome = 'unchanged'), count(*) filter (where outcome = 'deleted'),
      count(*) filter (where outcome = 'skipped'), count(*) filter (where outcome = 'quarantined'), ${canonical}
    from outcome`);
}

export async function mergeChunk(client: Client, context: MergeContext, range: ChunkRange): Promise<void> {
  await findOutcomes(client, context, range);
  const canonical = await mergeCanonical(client, context, range);
  await mergeRaw(client, context, range);
  await mergeIssues(client, context, range);
  await mergeQuarantine(client, context, range);
  await writeLedger(client, context, range, canonical);
}

/** Whether nothing of this stream was in the target before this run: then there is nothing to compare with. */
export async function isFresh(database: Database, plan: StreamPlan, runId: string): Promise<boolean> {
  const rows = await database.query(
    `select 1 from ${rawTable(plan.system, plan.stream)} where _first_run <> $1 or _last_run is not null limit 1`,
    [runId],
  );
  return rows.length === 0;
}
