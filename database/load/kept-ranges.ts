/**
 * Which ranges of a delivery are what they were at the last acceptance, and which raw rows they hold. That is known by the
 * keys, where these are whole numbers: the delivery of the accepted run held these records and no others, so its rows are
 * the current ones within the bounds, as many as the source counts.
 */
import type { Client } from '../connection.ts';
import { quoteText, rawTable } from '../names.ts';
import { doubtedKeys, type Accepted } from './comparison.ts';
import type { StreamPlan } from './plan.ts';
import type { StreamRange } from './ranges.ts';

/** A range of the delivery at hand; `upTo` is null in the last one alone. */
export interface NumberedRange extends StreamRange {
  readonly numbers?: { readonly column: string; readonly above: string | null; readonly upTo: string | null };
}

export interface SameRanges {
  readonly plan: StreamPlan;
  readonly runId: string;
  readonly accepted: Accepted;
  /** All of the delivery, in order. */
  readonly ranges: readonly NumberedRange[];
}

export interface KeptRange {
  /** Counted from 0, in order of the keys. */
  readonly place: number;
  readonly now: NumberedRange;
  /** Records of the origin's delivery before it. */
  readonly beforeThen: number;
}

/** Ranges of equal bounds and content, whose records the ledger of the origin has chunks of their own for. */
export async function findEqualRanges(client: Client, origin: string, same: SameRanges): Promise<KeptRange[]> {
  const { rows } = await client.query<{ id: string; before: string; rows: string; fingerprint: string }>(
    `select g.range_id as id, g.ord_before as before, g.rows, g.fingerprint from ops.stream_ranges g
     where g.run_id = $1 and g.stream = $2 and g.rows > 0 and g.rows = (
       select sum(c.ord_to - c.ord_from + 1) from ops.chunks c where c.run_id = g.run_id and c.stream = g.stream
         and c.phase = 'stage' and c.ord_from > g.ord_before and c.ord_to <= g.ord_before + g.rows)`,
    [origin, same.plan.stream],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return same.ranges.flatMap((now, place) => {
    const row = known.get(now.id);
    if (!row || row.fingerprint !== now.fingerprint || Number(row.rows) !== now.rows) return [];
    return [{ place, now, beforeThen: Number(row.before) }];
  });
}

/** Longer numbers do not fit: a range that holds one lacks a row, and is read. */
const NUMBER = `case when _source_key ~ '^-?[0-9]{1,18}$' then _source_key::bigint end`;
const LARGEST = 10n ** 18n;

/** SQL of the place of a number: a range ends with its upper bound, and a bucket begins with its lower one. */
function placeOf({ ranges }: SameRanges, number: string): string {
  const ends = ranges.flatMap(({ numbers }) => (numbers?.upTo ? [BigInt(numbers.upTo) + 1n] : []));
  const within = ends.map((end) => (end > LARGEST ? LARGEST : end < -LARGEST ? -LARGEST : end));
  return `width_bucket(${number}, array[${within.join(', ')}]::bigint[])`;
}

/** What only the reader knows of a record is not kept: it has to be read to be judged. */
const OF_THE_READER = `('invalid_bytes', 'record_malformed')`;

/**
 * Makes the temporary table `kept`: the rows of the ranges, with the numbers they have now, and which of them have to be
 * judged again.
 */
async function collectRows(client: Client, same: SameRanges, ranges: readonly KeptRange[]): Promise<void> {
  const { plan, accepted } = same;
  const raw = rawTable(plan.system, plan.stream);
  const given = ranges.map(({ place, now }) => `(${place}, ${now.before})`).join(', ');
  await client.query(`
    create temp table doubted on commit drop as
    select source_key, bool_or(of_reader) as of_reader from (
      select source_key, false as of_reader from (${doubtedKeys(plan, accepted)}) d (source_key)
      union all
      select source_key, true from ops.issues
      where system = ${quoteText(plan.system)} and stream = ${quoteText(plan.stream)} and closed_run is null and rule in ${OF_THE_READER}
    ) d group by source_key`);
  await client.query(`set local work_mem = '64MB'`);
  // A quarantined version was delivered; the one before it, which is still live, was not. Offset 0: read as a number once.
  await client.query(`
    create temp table kept on commit drop as
    select r.place, g.before + row_number() over (partition by r.place order by r.number) as ord, r.source_key, r.hash,
      r.deleted, r.position, d.source_key is not null as doubted, coalesce(d.of_reader, false) as of_reader
    from (
      select n.*, ${placeOf(same, 'number')} as place from (
        select _source_key as source_key, _hash as hash, _deleted as deleted, _position as position, ${NUMBER} as number
        from ${raw} where _state = 'quarantined' or _state = 'live' and _last_run is null
          and _source_key not in (select _source_key from ${raw} where _state = 'quarantined')
        offset 0) n
    ) r join (values ${given}) as g (place, before) using (place) left join doubted d using (source_key)`);
}

/**
 * Leaves in `kept` the rows of those ranges alone that hold what was delivered then.
 * @param except places of ranges that are read all the same.
 */
export async function collectKept(
  client: Client,
  same: SameRanges,
  { ranges, except }: { readonly ranges: readonly KeptRange[]; readonly except: ReadonlySet<number> },
): Promise<KeptRange[]> {
  const candidates = ranges.filter(({ place }) => !except.has(place));
  if (candidates.length === 0) return [];
  await collectRows(client, same, candidates);
  const { rows } = await client.query<{ place: string; n: string }>(
    'select place, count(*) as n from kept group by place having not bool_or(of_reader)',
  );
  const found = new Map(rows.map(({ place, n }) => [Number(place), Number(n)]));
  const kept = candidates.filter(({ place, now }) => found.get(place) === now.rows);
  await client.query('delete from kept where place <> all ($1::int[])', [kept.map(({ place }) => place)]);
  return kept;
}
