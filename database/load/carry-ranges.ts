/**
 * Ranges of a delivery that are what they were at the last acceptance. Their records are not read: they are staged from
 * the raw layer as settled, under the numbers they have now.
 *
 * Which raw rows a range holds is known by their keys, which are whole numbers here. The delivery of the accepted run held
 * these records and no others; so where all its records were good, they are the live rows within the bounds, as many as
 * the source counts. A range with any other number of them, or with a key that is in doubt, is read.
 */
import { avoidLoops, type Client, type Database } from '../connection.ts';
import { rawTable } from '../names.ts';
import { doubtedKeys, type Accepted } from './comparison.ts';
import { moneyFields, type StreamPlan } from './plan.ts';
import type { StreamRange } from './ranges.ts';
import type { StageTables } from './stage-tables.ts';

/** A range of the delivery at hand; `upTo` is null in the last one alone. */
export interface NumberedRange extends StreamRange {
  readonly numbers?: { readonly column: string; readonly above: string | null; readonly upTo: string | null };
}

export interface SameRanges {
  readonly plan: StreamPlan;
  readonly tables: StageTables;
  readonly runId: string;
  readonly accepted: Accepted;
  /** All of the delivery, in order. */
  readonly ranges: readonly NumberedRange[];
}

interface Candidate {
  /** Counted from 0, in order of the keys. */
  readonly place: number;
  readonly now: NumberedRange;
  /** At the acceptance. */
  readonly past: StreamRange;
}

/** Of a stream whose key is one column, and the ranges are cut by it. */
function isNumbered({ plan, ranges }: SameRanges): boolean {
  const [key, second] = plan.key;
  return second === undefined && ranges.length > 0 && ranges.every(({ numbers }) => numbers?.column === key);
}

/** The run that read the delivery which the accepted run may only have carried on. */
async function findOrigin(client: Client, { plan, accepted }: SameRanges): Promise<string | null> {
  const { rows } = await client.query<{ run_id: string }>(
    `with recursive origin as (
       select run_id, carried_from from ops.stream_runs where run_id = $1 and stream = $2
       union all
       select s.run_id, s.carried_from from ops.stream_runs s join origin o on s.run_id = o.carried_from
       where s.stream = $2
     )
     select run_id from origin where carried_from is null`,
    [accepted.runId, plan.stream],
  );
  return rows[0]?.run_id ?? null;
}

/** Ranges of equal bounds and content, whose records the ledger of the origin has chunks of their own for. */
async function findCandidates(client: Client, origin: string, same: SameRanges): Promise<Candidate[]> {
  const { rows } = await client.query<{ id: string; before: string; rows: string; fingerprint: string }>(
    `select g.range_id as id, g.ord_before as before, g.rows, g.fingerprint from ops.stream_ranges g
     where g.run_id = $1 and g.stream = $2 and g.rows > 0 and g.rows = (
       select sum(c.ord_to - c.ord_from + 1) from ops.chunks c where c.run_id = g.run_id and c.stream = g.stream
         and c.phase = 'stage' and c.ord_from > g.ord_before and c.ord_to <= g.ord_before + g.rows)`,
    [origin, same.plan.stream],
  );
  const before = new Map(rows.map((row) => [row.id, row]));
  return same.ranges.flatMap((now, place) => {
    const row = before.get(now.id);
    if (!row || row.fingerprint !== now.fingerprint || Number(row.rows) !== now.rows) return [];
    return [{ place, now, past: { ...row, before: Number(row.before), rows: now.rows } }];
  });
}

const number = (key: string): string => `case when ${key} ~ '^-?[0-9]{1,38}$' then ${key}::numeric end`;

/** SQL of the place of a key: a range ends with its upper bound, and a bucket begins with its lower one. */
function placeOf({ ranges }: SameRanges, key: string): string {
  const ends = ranges.flatMap(({ numbers }) => (numbers?.upTo ? [`${BigInt(numbers.upTo) + 1n}`] : []));
  return `width_bucket(${number(key)}, array[${ends.join(', ')}]::numeric[])`;
}

const LIVE = `_state = 'live' and _last_run is null`;

/** Those of which every record was good, and none is in doubt. */
async function withoutDoubt(client: Client, same: SameRanges, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const { plan, accepted } = same;
  const { rows } = await client.query<{ place: string; n: string }>(`
    with doubted as (select distinct ${placeOf(same, 'source_key')} as place
      from (${doubtedKeys(plan, accepted)}) d (source_key))
    select place, count(*) as n from (
      select ${placeOf(same, '_source_key')} as place from ${rawTable(plan.system, plan.stream)} where ${LIVE}) r
    where place not in (select place from doubted where place is not null) group by place`);
  const live = new Map(rows.map(({ place, n }) => [Number(place), Number(n)]));
  return candidates.filter(({ place, now }) => live.get(place) === now.rows);
}

async function stageSettled(client: Client, same: SameRanges, carried: readonly Candidate[]): Promise<number> {
  const { plan, tables } = same;
  const given = carried.map(({ place, now }) => `(${place}, ${now.before})`).join(', ');
  const { rowCount } = await client.query(`
    insert into ${tables.raw} (ord, source_key, hash, deleted, bare, position, verdict, settled)
    select ord, source_key, hash, deleted, false, regexp_replace(position, '[0-9]+$', '') || ord, 'ok', true
    from (
      select before + row_number() over (partition by place order by number) as ord, r.* from (
        select _source_key as source_key, _hash as hash, _deleted as deleted, _position as position,
          ${number('_source_key')} as number, ${placeOf(same, '_source_key')} as place
        from ${rawTable(plan.system, plan.stream)} where ${LIVE}
      ) r join (values ${given}) as g (place, before) using (place)
    ) numbered`);
  return rowCount ?? 0;
}

/** A chunk per range, with the sums of money that were read when the range was. */
async function writeLedger(
  client: Client,
  origin: string,
  { plan, runId }: SameRanges,
  carried: readonly Candidate[],
): Promise<void> {
  const columns = [
    carried.map((_, chunkNo) => chunkNo),
    carried.map(({ now }) => now.before),
    carried.map(({ past }) => past.before),
    carried.map(({ now }) => now.rows),
  ];
  const ranges = `unnest($3::int[], $4::bigint[], $5::bigint[], $6::bigint[]) as g (chunk_no, before, before_then, rows)`;
  await client.query(
    `insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to, read)
     select $1, $2, 'stage', chunk_no, before + 1, before + rows, rows from ${ranges}`,
    [runId, plan.stream, ...columns],
  );
  if (moneyFields(plan).length > 0) {
    await client.query(
      `insert into ops.chunk_amounts (run_id, stream, chunk_no, entity, field, amount)
       select $1, $2, g.chunk_no, a.entity, a.field, sum(a.amount) from ${ranges}
       join ops.chunks c on c.run_id = $7 and c.stream = $2 and c.phase = 'stage'
         and c.ord_from > g.before_then and c.ord_to <= g.before_then + g.rows
       join ops.chunk_amounts a on a.run_id = c.run_id and a.stream = c.stream and a.chunk_no = c.chunk_no
       group by g.chunk_no, a.entity, a.field`,
      [runId, plan.stream, ...columns, origin],
    );
  }
  await client.query(
    `update ops.stream_runs set read = read + $3, carried_rows = carried_rows + $3 where run_id = $1 and stream = $2`,
    [runId, plan.stream, carried.reduce((sum, { now }) => sum + now.rows, 0)],
  );
}

/**
 * For a stream of which nothing is staged yet; in one transaction.
 * @returns how many records were carried on.
 */
export async function carryRanges(database: Database, same: SameRanges): Promise<number> {
  // A deletion that carries nothing but its key leaves rows that are not made from it.
  if (!same.accepted.newest || same.plan.deletesBare || !isNumbered(same)) return 0;
  return database.transaction(async (client) => {
    const origin = await findOrigin(client, same);
    const candidates = origin === null ? [] : await findCandidates(client, origin, same);
    if (origin === null || candidates.length === 0) return 0;
    await avoidLoops(
      client,
      same.ranges.reduce((sum, { rows }) => sum + rows, 0),
    );
    const carried = await withoutDoubt(client, same, candidates);
    if (carried.length === 0) return 0;
    const rows = await stageSettled(client, same, carried);
    await writeLedger(client, origin, same, carried);
    return rows;
  });
}
