/** The raw side of a merge: one row per distinct version of a record, with its state and the runs that saw it. */
import type { Client } from '../connection.ts';
import { columnList, quoteText, rawTable } from '../names.ts';
import type { ChunkRange, MergeContext } from './merge-context.ts';
import { stagedName } from './stage-tables.ts';

const STATE = `case s.verdict when 'ok' then 'live' else 'quarantined' end`;

/** Raw versions that give way, and versions that are delivered again. */
async function retireRaw(
  client: Client,
  { plan, tables, previousRun }: MergeContext,
  range: ChunkRange,
): Promise<void> {
  const raw = rawTable(plan.system, plan.stream);
  const last = previousRun === null ? 'null' : quoteText(previousRun);
  await client.query(`
    update ${raw} r set _state = 'past', _last_run = coalesce(r._last_run, ${last})
    from outcome o where o.verdict = 'ok' and not o.known
      and r._source_key = o.source_key and r._hash <> o.hash and r._state = 'live'`);
  await client.query(`
    update ${raw} r set _state = ${STATE}, _last_run = null
    from ${tables.raw} s join outcome o on o.ord = s.ord and not o.known
    where s.ord between ${range.from} and ${range.to} and s.verdict in ('ok', 'quarantined')
      and r._source_key = s.source_key and r._hash = s.hash and (r._last_run is not null or r._state <> ${STATE})`);
}

/** Where nothing was there before, nothing is looked up. */
function unlessKept({ plan, fresh }: MergeContext): string {
  if (fresh) return '';
  return `and not exists (select 1 from ${rawTable(plan.system, plan.stream)} r
    where r._source_key = s.source_key and r._hash = s.hash)`;
}

/** A state that was over before it arrived: kept beside the one that counts, unless their content is the same. */
async function keepSuperseded(client: Client, context: MergeContext, range: ChunkRange): Promise<void> {
  const { plan, tables, runId } = context;
  const run = quoteText(runId);
  // Said by the rows and not by their key: a first load has none to meet a conflict with.
  await client.query(`
    insert into ${rawTable(plan.system, plan.stream)} (_source_key, _hash, _state, _deleted, _position, _first_run,
      _last_run, ${columnList(plan.columns)})
    select s.source_key, s.hash, 'past', s.deleted, s.position, ${run}, ${run}, ${columnList(plan.columns.map(stagedName), 's.')}
    from ${tables.raw} s
    where s.ord between ${range.from} and ${range.to} and s.verdict = 'superseded'
      and not exists (select 1 from ${tables.raw} t where t.source_key = s.source_key and t.hash = s.hash
        and (t.verdict in ('ok', 'quarantined') or t.verdict = 'superseded' and t.ord < s.ord))
      ${unlessKept(context)}`);
}

export async function mergeRaw(client: Client, context: MergeContext, range: ChunkRange): Promise<void> {
  const { plan, tables, runId, fresh } = context;
  const raw = rawTable(plan.system, plan.stream);
  if (!fresh) await retireRaw(client, context, range);
  const unknown = 'join outcome o on o.ord = s.ord and not o.known';
  await client.query(`
    insert into ${raw} (_source_key, _hash, _state, _deleted, _position, _first_run, ${columnList(plan.columns)})
    select s.source_key, s.hash, ${STATE}, s.deleted, s.position, ${quoteText(runId)}, ${columnList(plan.columns.map(stagedName), 's.')}
    from ${tables.raw} s ${fresh ? '' : unknown}
    where s.ord between ${range.from} and ${range.to} and s.verdict in ('ok', 'quarantined') ${unlessKept(context)}`);
  if (plan.lastOfKeyCounts) await keepSuperseded(client, context, range);
}
