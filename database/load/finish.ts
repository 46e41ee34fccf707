/**
 * Closes a stream: what a complete delivery no longer holds, entries that are over, stale marks, the balance. One
 * transaction, after the last chunk.
 */
import { avoidLoops, count, type Client } from '../connection.ts';
import { canonicalTable, quoteText, rawTable } from '../names.ts';
import { sumAmounts } from './amounts.ts';
import { decidedKeys, holdDeletions, settleHolds } from './holds.ts';
import { readBackSettled } from './settled-balance.ts';
import type { MergeContext } from './merge-context.ts';
import { issueId } from './merge.ts';
import { plannedEntities, type StreamPlan } from './plan.ts';

export interface FinishOptions {
  /** The delivery held everything there is: absence then means something. */
  readonly complete: boolean;
  /** Above this share of vanished keys nothing is deleted and the stream turns red. */
  readonly vanishLimit: number;
  /** Records of the delivery. */
  readonly staged: number;
}

export interface FinishResult {
  readonly vanished: number;
  /** Vanished keys were too many to believe. */
  readonly held: boolean;
}

async function deleteVanished(client: Client, context: MergeContext, options: FinishOptions): Promise<FinishResult> {
  const { plan, tables, runId, day, asOf } = context;
  const raw = rawTable(plan.system, plan.stream);
  const refused = decidedKeys(plan, 'refused');
  const gone = `r._state = 'live' and r._last_run is null${plan.deletesByAbsence ? ` and r._source_key not in (${refused})` : ''}
    and not exists (select 1 from ${tables.raw} s where s.source_key = r._source_key and s.verdict <> 'skipped')`;
  const live = await count(client, `select count(*) as n from ${raw} where _state = 'live' and _last_run is null`);
  const vanished = await count(client, `select count(*) as n from ${raw} r where ${gone}`);
  if (vanished === 0) return { vanished, held: false };
  if (plan.deletesByAbsence) {
    const unanswered = `select r._source_key as source_key from ${raw} r
      where ${gone} and r._source_key not in (${decidedKeys(plan, 'approved')})`;
    const doubted = await count(client, `select count(*) as n from (${unanswered}) u`);
    if (doubted > live * options.vanishLimit) {
      await holdDeletions(client, { place: plan, runId, day, live, keys: unanswered });
      return { vanished, held: true };
    }
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

/**
 * Entries whose finding was not raised again are over. Of an incomplete delivery only the keys it holds are judged.
 * The staged rows that concern entries are few: they are set aside first.
 */
async function closeEntries(client: Client, context: MergeContext, complete: boolean): Promise<void> {
  const { plan, tables, runId } = context;
  const run = quoteText(runId);
  const stream = `q.system = ${quoteText(plan.system)} and q.stream = ${quoteText(plan.stream)}`;
  await client.query(`
    create temp table concerned on commit drop as
    select s.source_key, s.hash, s.verdict from ${tables.raw} s
    where s.verdict = 'quarantined'
      or s.source_key in (select q.source_key from ops.quarantine q where ${stream} and q.state <> 'closed')`);
  const seen = (key: string) =>
    complete
      ? ''
      : `and exists (select 1 from ${tables.raw} s where s.source_key = ${key} and s.verdict <> 'superseded')`;
  const ofDelivered = `and exists (select 1 from ${tables.raw} s where s.source_key = q.source_key
    and (s.hash = q.raw_hash or s.verdict = 'ok'))`;
  await client.query(`update ops.quarantine q set state = 'closed', closed_run = ${run},
      closed_reason = case when exists (select 1 from concerned s where s.source_key = q.source_key
        and s.verdict = 'ok') then 'loaded' else 'gone' end
    where ${stream} and q.state <> 'closed' ${seen('q.source_key')} and not exists (select 1 from concerned s
      where s.source_key = q.source_key and s.hash = q.raw_hash and s.verdict = 'quarantined')`);
  await client.query(`update ${rawTable(plan.system, plan.stream)} q set _state = 'past', _last_run = ${run}
    where q._state = 'quarantined' and q._source_key = any(${everQuarantined(plan)}) ${seen('q._source_key')}
      and not exists (select 1 from concerned s where s.source_key = q._source_key and s.hash = q._hash
        and s.verdict = 'quarantined')`);
  await client.query(`create temp table raised on commit drop as
    select distinct ${issueId(plan)} as id from ${tables.issues} i join ${tables.raw} s on s.ord = i.ord`);
  await client.query(`update ops.issues q set closed_run = ${run}
    where ${stream} and q.closed_run is null ${complete ? '' : ofDelivered} and q.raw_hash is not null
      and not exists (select 1 from raised r where r.id = q.id)`);
}

/**
 * Keys of a stream that ever waited in quarantine, as an array: few, and looked up one by one, where a join would go
 * through the whole target every night.
 */
function everQuarantined({ system, stream }: StreamPlan): string {
  return `array(select k.source_key from ops.quarantine k
    where k.system = ${quoteText(system)} and k.stream = ${quoteText(stream)})`;
}

/** A live row whose newest version waits in quarantine is stale until a good version comes. */
async function markStale(client: Client, { plan }: MergeContext): Promise<void> {
  const own = (alias: string) =>
    `${alias}.system = ${quoteText(plan.system)} and ${alias}.stream = ${quoteText(plan.stream)}`;
  const waiting = `select q.source_key from ops.quarantine q where ${own('q')} and q.state = 'open'
    and not q.rules @> array['duplicate_key_conflict']`;
  for (const entity of plannedEntities(plan)) {
    const table = canonicalTable(entity);
    await client.query(`update ${table} c set stale = true where ${own('c')} and not c.stale
      and c.source_key = any(array(${waiting}))`);
    await client.query(`update ${table} c set stale = false where ${own('c')} and c.stale
      and c.source_key = any(${everQuarantined(plan)}) and c.source_key not in (${waiting})`);
  }
}

/** Sums the chunks into the stream's ledger. The balance holds when every read record has exactly one outcome. */
async function writeBalance(
  client: Client,
  context: MergeContext,
  result: FinishResult & { readonly settled: number },
): Promise<void> {
  const { plan, tables, runId } = context;
  const superseded = await count(client, `select count(*) as n from ${tables.raw} where verdict = 'superseded'`);
  const columns = ['inserted', 'updated', 'unchanged', 'deleted', 'skipped', 'quarantined'];
  const sums = columns.map((name) => `sum(c.${name}) as ${name}`).join(', ');
  await client.query(`
    update ops.stream_runs t set finished_at = now(), vanished = ${result.vanished}, superseded = ${superseded},
      canonical_read = (select coalesce(sum(canonical), 0) from ops.chunks c where c.run_id = ${quoteText(runId)}
        and c.stream = ${quoteText(plan.stream)} and c.phase in ('stage', 'rules')),
      canonical_loaded = coalesce(m.canonical, 0) + ${result.settled},
      ${columns.map((name) => `${name} = coalesce(m.${name}, 0)`).join(', ')},
      status = case when t.read <> coalesce(m.read, 0) or t.read <> coalesce(t.declared_rows, t.read) or ${result.held}
        or t.read <> ${superseded} + ${columns.map((name) => `coalesce(m.${name}, 0)`).join(' + ')} then 'red' else 'green' end
    from (select sum(c.read) as read, sum(c.canonical) as canonical, ${sums} from ops.chunks c
      where c.run_id = ${quoteText(runId)} and c.stream = ${quoteText(plan.stream)} and c.phase = 'merge') m
    where t.run_id = ${quoteText(runId)} and t.stream = ${quoteText(plan.stream)}`);
}

export async function finishStream(
  client: Client,
  context: MergeContext,
  options: FinishOptions,
): Promise<FinishResult> {
  await avoidLoops(client, options.staged);
  const none = { vanished: 0, held: false };
  // Where nothing was there before, nothing can have vanished, been closed or become stale.
  const result = options.complete && !context.fresh ? await deleteVanished(client, context, options) : none;
  if (!context.fresh) {
    await closeEntries(client, context, options.complete);
    await markStale(client, context);
    await settleHolds(client, context, { complete: options.complete, held: result.held });
  }
  await sumAmounts(client, context);
  const settled = await readBackSettled(client, context);
  await writeBalance(client, context, { ...result, settled });
  return result;
}
