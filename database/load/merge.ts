/**
 * Merges one range of a staged stream into raw, canonical, quarantine and issues, with its ledger entry, in one
 * transaction. Running it again changes nothing: every write is guarded by hashes.
 */
import type { Entity } from '../../schemas/entity.ts';
import type { Client } from '../connection.ts';
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
}

export interface ChunkRange {
  readonly chunkNo: number;
  readonly from: number;
  readonly to: number;
}

const changedTable = (entity: Entity): string => `changed_${entity.table}`;

/** Canonical rows of the range that are new or differ, and whether they were there before. */
async function findChanged(client: Client, { plan, tables }: MergeContext, range: ChunkRange): Promise<void> {
  for (const entity of plannedEntities(plan)) {
    await client.query(`
      create temp table ${changedTable(entity)} on commit drop as
      select e.ord, e.id, c.id is not null as present
      from ${tables.canonical(entity)} e
      join ${tables.raw} s on s.ord = e.ord and s.verdict = 'ok' and s.ord between ${range.from} and ${range.to}
      left join ${canonicalTable(entity)} c on c.id = e.id
      where e.ord between ${range.from} and ${range.to}
        and (c.id is null or c.row_hash <> e.row_hash or c.raw_hash <> s.hash
          or (c.source_deleted_at is not null) <> s.deleted)`);
  }
}

/** What becomes of each raw record of the range, decided before anything is written. */
async function findOutcomes(client: Client, { plan, tables }: MergeContext, range: ChunkRange): Promise<void> {
  const changed = plannedEntities(plan).map((entity) => `select ord from ${changedTable(entity)}`);
  await client.query(`
    create temp table outcome on commit drop as
    select s.ord, s.source_key, s.hash, s.verdict,
      case
        when s.verdict <> 'ok' then s.verdict
        when s.deleted and not coalesce(old._deleted, false) then 'deleted'
        when old._hash is null then 'inserted'
        when old._hash <> s.hash or c.ord is not null then 'updated'
        else 'unchanged'
      end as outcome
    from ${tables.raw} s
    left join ${rawTable(plan.system, plan.stream)} old on old._source_key = s.source_key and old._state = 'live'
    left join (${changed.join(' union ')}) c on c.ord = s.ord
    where s.ord between ${range.from} and ${range.to}`);
}

async function mergeRaw(client: Client, { plan, tables, runId, previousRun }: MergeContext, range: ChunkRange) {
  const raw = rawTable(plan.system, plan.stream);
  const between = `s.ord between ${range.from} and ${range.to}`;
  const last = previousRun === null ? 'null' : quoteText(previousRun);
  await client.query(`
    update ${raw} r set _state = 'past', _last_run = coalesce(r._last_run, ${last})
    from outcome o where o.verdict = 'ok' and o.outcome in ('updated', 'deleted', 'inserted')
      and r._source_key = o.source_key and r._hash <> o.hash and r._state = 'live'`);
  await client.query(`
    update ${raw} r set _state = case s.verdict when 'ok' then 'live' else 'quarantined' end, _last_run = null
    from ${tables.raw} s where ${between} and s.verdict in ('ok', 'quarantined')
      and r._source_key = s.source_key and r._hash = s.hash
      and (r._last_run is not null or r._state <> case s.verdict when 'ok' then 'live' else 'quarantined' end)`);
  await client.query(`
    insert into ${raw} (_source_key, _hash, _state, _deleted, _position, _first_run, ${columnList(plan.columns)})
    select s.source_key, s.hash, case s.verdict when 'ok' then 'live' else 'quarantined' end, s.deleted, s.position,
      ${quoteText(runId)}, ${columnList(plan.columns, 's.')}
    from ${tables.raw} s where ${between} and s.verdict in ('ok', 'quarantined')
      and not exists (select 1 from ${raw} r where r._source_key = s.source_key and r._hash = s.hash)`);
}

async function mergeEntity(client: Client, context: MergeContext, entity: Entity, range: ChunkRange): Promise<void> {
  const { plan, tables, runId, asOf } = context;
  const table = canonicalTable(entity);
  const names = businessColumns(entity).map(({ name }) => name);
  const between = `e.ord between ${range.from} and ${range.to}`;
  const lineage = `e.row_hash, s.hash, ${plan.mappingVersion}, ${quoteText(runId)},
    case when s.deleted then ${quoteText(asOf)}::timestamptz end, e.parent_deleted`;
  const from = `from ${tables.canonical(entity)} e
    join ${changedTable(entity)} d on d.ord = e.ord and d.id = e.id
    join ${tables.raw} s on s.ord = e.ord and s.ord between ${range.from} and ${range.to}`;
  await client.query(`
    update ${table} c set (row_hash, raw_hash, mapping_version, run_id, source_deleted_at, parent_deleted, stale,
      ${columnList(names)}) = row(n.row_hash, n.hash, ${plan.mappingVersion}, ${quoteText(runId)},
      case when n.deleted then coalesce(c.source_deleted_at, ${quoteText(asOf)}::timestamptz) end, n.parent_deleted, false,
      ${columnList(names, 'n.')})
    from (select e.*, s.hash, s.deleted ${from} where ${between} and d.present) n where c.id = n.id`);
  await client.query(`
    insert into ${table} (id, system, stream, source_key, role, ordinal,
      row_hash, raw_hash, mapping_version, run_id, source_deleted_at, parent_deleted, ${columnList(names)})
    select e.id, ${quoteText(plan.system)}, ${quoteText(plan.stream)}, s.source_key, e.role, e.ordinal,
      ${lineage}, ${columnList(names, 'e.')}
    ${from} where ${between} and not d.present`);
  // A part that the new version of a record no longer has: an agency that was taken off a project.
  await client.query(`
    delete from ${table} c using outcome o
    where o.outcome in ('updated', 'deleted') and c.source_key = o.source_key and c.stream = ${quoteText(plan.stream)}
      and c.system = ${quoteText(plan.system)}
      and not exists (select 1 from ${tables.canonical(entity)} e where e.ord = o.ord and e.id = c.id)`);
}

/** Issue id: the same finding on the same version of a record, in whatever run it is raised. */
export function issueId(plan: StreamPlan): string {
  return `md5(concat_ws(E'\\x1f', ${quoteText(plan.system)}, coalesce(i.other_stream, ${quoteText(plan.stream)}),
    coalesce(i.other_key, s.source_key), i.field, i.rule, case when i.other_key is null then s.hash end,
    case when i.disposition = 'skipped' or s.verdict = 'quarantined' then i.position end))::uuid`;
}

async function mergeIssues(client: Client, { plan, tables, runId, day }: MergeContext, range: ChunkRange) {
  await client.query(`
    insert into ops.issues as t (id, system, stream, source_key, raw_hash, position, field, rule, severity, disposition,
      loaded_value, personal, detail, day, first_run)
    select distinct on (1) ${issueId(plan)}, ${quoteText(plan.system)},
      coalesce(i.other_stream, ${quoteText(plan.stream)}), coalesce(i.other_key, s.source_key),
      case when i.other_key is null then s.hash end, i.position, i.field, i.rule, i.severity, i.disposition,
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

async function writeLedger(client: Client, { plan, runId }: MergeContext, range: ChunkRange): Promise<void> {
  const changed = plannedEntities(plan).map((entity) => `(select count(*) from ${changedTable(entity)})`);
  await client.query(`
    insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to,
      read, inserted, updated, unchanged, deleted, skipped, quarantined, canonical)
    select ${quoteText(runId)}, ${quoteText(plan.stream)}, 'merge', ${range.chunkNo}, ${range.from}, ${range.to},
      count(*), count(*) filter (where outcome = 'inserted'), count(*) filter (where outcome = 'updated'),
      count(*) filter (where outcome = 'unchanged'), count(*) filter (where outcome = 'deleted'),
      count(*) filter (where outcome = 'skipped'), count(*) filter (where outcome = 'quarantined'),
      ${changed.length > 0 ? changed.join(' + ') : '0'}
    from outcome`);
}

export async function mergeChunk(client: Client, context: MergeContext, range: ChunkRange): Promise<void> {
  await findChanged(client, context, range);
  await findOutcomes(client, context, range);
  for (const entity of plannedEntities(context.plan)) await mergeEntity(client, context, entity, range);
  await mergeRaw(client, context, range);
  await mergeIssues(client, context, range);
  await mergeQuarantine(client, context, range);
  await writeLedger(client, context, range);
}
