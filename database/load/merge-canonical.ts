/** The canonical side of a merge: rows that are new or differ, and parts that a record no longer has. */
import type { Entity } from '../../schemas/entity.ts';
import { count, type Client } from '../connection.ts';
import { businessColumns } from '../ddl.ts';
import { canonicalTable, columnList, quoteText } from '../names.ts';
import type { ChunkRange, MergeContext } from './merge-context.ts';
import { plannedEntities } from './plan.ts';

function names(entity: Entity): string[] {
  return businessColumns(entity).map(({ name }) => name);
}

/** Staged rows that are not in the target as they are: looked up once, so that what is unchanged costs one look. */
async function findChanged(client: Client, { tables }: MergeContext, entity: Entity, range: ChunkRange): Promise<void> {
  await client.query(`
    create temp table changed on commit drop as
    select e.ord, e.id, c.id is not null as present
    from ${tables.canonical(entity)} e
    join outcome o on o.ord = e.ord and o.verdict = 'ok'
    left join ${canonicalTable(entity)} c on c.id = e.id
    where e.ord between ${range.from} and ${range.to}
      and (c.id is null or not o.bare and (c.row_hash <> e.row_hash or c.raw_hash <> o.hash
        or (c.source_deleted_at is not null) <> o.deleted))`);
  await client.query('analyze changed');
}

function insertStatement(context: MergeContext, entity: Entity, range: ChunkRange, only: string): string {
  const { plan, tables, runId, asOf } = context;
  return `
    insert into ${canonicalTable(entity)} (id, system, stream, source_key, role, ordinal, row_hash, raw_hash,
      mapping_version, run_id, source_deleted_at, parent_deleted, ${columnList(names(entity))})
    select e.id, ${quoteText(plan.system)}, ${quoteText(plan.stream)}, o.source_key, e.role, e.ordinal,
      e.row_hash, o.hash, ${plan.mappingVersion}, ${quoteText(runId)},
      case when o.deleted then ${quoteText(asOf)}::timestamptz end, e.parent_deleted, ${columnList(names(entity), 'e.')}
    from ${tables.canonical(entity)} e join outcome o on o.ord = e.ord and o.verdict = 'ok' ${only}
    where e.ord between ${range.from} and ${range.to}`;
}

async function updateRows(client: Client, context: MergeContext, entity: Entity, range: ChunkRange): Promise<void> {
  const { plan, tables, runId, asOf } = context;
  await client.query(`
    update ${canonicalTable(entity)} c set (row_hash, raw_hash, mapping_version, run_id, source_deleted_at,
      parent_deleted, stale, ${columnList(names(entity))}) = row(e.row_hash, o.hash, ${plan.mappingVersion},
      ${quoteText(runId)}, case when o.deleted then coalesce(c.source_deleted_at, ${quoteText(asOf)}::timestamptz) end,
      e.parent_deleted, false, ${columnList(names(entity), 'e.')})
    from ${tables.canonical(entity)} e join outcome o on o.ord = e.ord
      join changed d on d.ord = e.ord and d.id = e.id and d.present
    where e.ord between ${range.from} and ${range.to} and c.id = e.id`);
}

/** A part that the new version of a record no longer has: an agency that was taken off a project. */
async function removeParts(
  client: Client,
  { plan, tables }: MergeContext,
  entity: Entity,
  range: ChunkRange,
): Promise<void> {
  // What a record is may change with its parent, and nothing of the record itself.
  const isFixed = plan.parts.every(({ follows }) => follows === undefined);
  const mayDiffer = isFixed ? `and (not o.known or c.mapping_version <> ${plan.mappingVersion})` : '';
  await client.query(`
    with gone as (
      delete from ${canonicalTable(entity)} c using outcome o
      where o.verdict = 'ok' and not o.bare ${mayDiffer}
        and c.source_key = o.source_key and c.stream = ${quoteText(plan.stream)} and c.system = ${quoteText(plan.system)}
        and not exists (select 1 from ${tables.canonical(entity)} e where e.ord = o.ord and e.id = c.id
          and e.ord between ${range.from} and ${range.to})
      returning o.ord
    )
    insert into touched select ord from gone`);
}

/** A bare deletion has no values: the rows of its key keep theirs, and the raw record they came from. */
async function markDeleted(client: Client, context: MergeContext, entity: Entity): Promise<void> {
  const { plan, runId, asOf } = context;
  await client.query(`
    with marked as (
      update ${canonicalTable(entity)} c set source_deleted_at = ${quoteText(asOf)}::timestamptz,
        run_id = ${quoteText(runId)}
      from outcome o
      where o.verdict = 'ok' and o.bare and c.source_deleted_at is null
        and c.source_key = o.source_key and c.stream = ${quoteText(plan.stream)} and c.system = ${quoteText(plan.system)}
      returning o.ord
    )
    insert into touched select ord from marked`);
}

async function mergeEntity(client: Client, context: MergeContext, entity: Entity, range: ChunkRange): Promise<number> {
  if (context.fresh) return (await client.query(insertStatement(context, entity, range, ''))).rowCount ?? 0;
  await removeParts(client, context, entity, range);
  if (context.plan.deletesBare) await markDeleted(client, context, entity);
  await findChanged(client, context, entity, range);
  const isNew = 'join changed d on d.ord = e.ord and d.id = e.id and not d.present';
  if ((await count(client, 'select count(*) as n from changed')) > 0) {
    await updateRows(client, context, entity, range);
    await client.query(insertStatement(context, entity, range, isNew));
    await client.query('insert into touched select ord from changed');
  }
  await client.query('drop table changed');
  return count(
    client,
    `select count(*) as n from ${context.tables.canonical(entity)} e join outcome o on o.ord = e.ord and o.verdict = 'ok'
     where e.ord between ${range.from} and ${range.to}`,
  );
}

/** @returns canonical rows of the range that stand in the target afterwards. */
export async function mergeCanonical(client: Client, context: MergeContext, range: ChunkRange): Promise<number> {
  let standing = 0;
  for (const entity of plannedEntities(context.plan)) standing += await mergeEntity(client, context, entity, range);
  // The same raw record with another result: a new mapping version, or a neighbour that came or went.
  await client.query(`update outcome o set outcome = 'updated'
    where o.outcome = 'unchanged' and exists (select 1 from touched t where t.ord = o.ord)`);
  return standing;
}
