/**
 * Ranges of a delivery that are what they were at the last acceptance are not read. Their records are staged from the raw
 * layer, under the numbers they have now: as settled where nothing is in doubt, and judged again from their text where
 * something is. The money that was read of them is in the ledger.
 */
import { avoidLoops, type Client, type Database } from '../connection.ts';
import { columnList, rawTable } from '../names.ts';
import { findOrigin } from './comparison.ts';
import { collectKept, findEqualRanges, type KeptRange, type SameRanges } from './kept-ranges.ts';
import { moneyFields } from './plan.ts';
import type { StageTables } from './stage-tables.ts';

/** A record that has to be judged again, as the raw layer has it. */
export interface DoubtedRecord {
  readonly ord: number;
  readonly hash: string;
  readonly position: string;
  readonly values: readonly (string | null)[];
}

export interface CarriedRanges extends SameRanges {
  readonly tables: StageTables;
  /**
   * Stages records of one range, without their money. In the transaction at hand.
   * @returns canonical rows among them, null where the text that is kept is not the text that was delivered.
   */
  readonly judge: (client: Client, records: readonly DoubtedRecord[]) => Promise<number | null>;
}

const PAGE = 2_500;

/** The raw layer does not hold what was delivered of a range: it has to be read. */
class RangeUnkept extends Error {
  readonly place: number;

  constructor(place: number) {
    super(`range ${place} is not kept as it was delivered`);
    this.place = place;
  }
}

/** Of a stream whose key is one column, and the ranges are cut by it. */
function isNumbered({ plan, ranges }: SameRanges): boolean {
  const [key, second] = plan.key;
  return second === undefined && ranges.length > 0 && ranges.every(({ numbers }) => numbers?.column === key);
}

/** The table a position begins with stays; the number is that of now. */
const POSITION = `regexp_replace(k.position, '[0-9]+$', '') || k.ord`;

async function stageSettled(client: Client, { tables }: CarriedRanges): Promise<void> {
  await client.query(`
    insert into ${tables.raw} (ord, source_key, hash, deleted, bare, position, verdict, settled)
    select k.ord, k.source_key, k.hash, k.deleted, false, ${POSITION}, 'ok', true from kept k where not k.doubted
    order by k.ord`);
}

type Found = Readonly<Record<string, string | null>>;

/** @returns canonical rows by range. */
async function judgeDoubted(client: Client, { plan, judge }: CarriedRanges): Promise<ReadonlyMap<number, number>> {
  const canonical = new Map<number, number>();
  await client.query(`
    declare doubtful no scroll cursor for
    select k.place as "_place", k.ord as "_ord", k.hash as "_hash", ${POSITION} as "_at", ${columnList(plan.columns, 'r.')}
    from kept k join ${rawTable(plan.system, plan.stream)} r on r._source_key = k.source_key and r._hash = k.hash
    where k.doubted order by k.ord`);
  for (;;) {
    const { rows } = await client.query<Found>(`fetch ${PAGE} from doubtful`);
    if (rows.length === 0) break;
    for (const [place, own] of Map.groupBy(rows, (row) => Number(row['_place']))) {
      const made = await judge(
        client,
        own.map((row) => ({
          ord: Number(row['_ord']),
          hash: row['_hash'] ?? '',
          position: row['_at'] ?? '',
          values: plan.columns.map((name) => row[name] ?? null),
        })),
      );
      if (made === null) throw new RangeUnkept(place);
      canonical.set(place, (canonical.get(place) ?? 0) + made);
    }
  }
  await client.query('close doubtful');
  return canonical;
}

interface Carried {
  readonly origin: string;
  readonly kept: readonly KeptRange[];
  /** By place. */
  readonly canonical: ReadonlyMap<number, number>;
}

/** A chunk per range, with the sums of money that were read when the range was. */
async function writeLedger(client: Client, same: CarriedRanges, { origin, kept, canonical }: Carried): Promise<void> {
  const { plan, runId } = same;
  const columns = [
    kept.map((_, chunkNo) => chunkNo),
    kept.map(({ now }) => now.before),
    kept.map(({ beforeThen }) => beforeThen),
    kept.map(({ now }) => now.rows),
    kept.map(({ place }) => canonical.get(place) ?? 0),
  ];
  const ranges = `unnest($3::int[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
    as g (chunk_no, before, before_then, rows, canonical)`;
  await client.query(
    `insert into ops.chunks (run_id, stream, phase, chunk_no, ord_from, ord_to, read, canonical)
     select $1, $2, 'stage', chunk_no, before + 1, before + rows, rows, canonical from ${ranges}`,
    [runId, plan.stream, ...columns],
  );
  if (moneyFields(plan).length > 0) {
    await client.query(
      `insert into ops.chunk_amounts (run_id, stream, chunk_no, entity, field, amount)
       select $1, $2, g.chunk_no, a.entity, a.field, sum(a.amount) from ${ranges}
       join ops.chunks c on c.run_id = $8 and c.stream = $2 and c.phase = 'stage'
         and c.ord_from > g.before_then and c.ord_to <= g.before_then + g.rows
       join ops.chunk_amounts a on a.run_id = c.run_id and a.stream = c.stream and a.chunk_no = c.chunk_no
       group by g.chunk_no, a.entity, a.field`,
      [runId, plan.stream, ...columns, origin],
    );
  }
  await client.query(
    `update ops.stream_runs set read = read + $3, carried_rows = carried_rows + $3 where run_id = $1 and stream = $2`,
    [runId, plan.stream, countOf(kept)],
  );
}

function countOf(kept: readonly KeptRange[]): number {
  return kept.reduce((sum, { now }) => sum + now.rows, 0);
}

async function carryAll(client: Client, same: CarriedRanges, except: ReadonlySet<number>): Promise<number> {
  const origin = await findOrigin(client, same);
  const ranges = origin === null ? [] : await findEqualRanges(client, origin, same);
  if (origin === null || ranges.length === 0) return 0;
  await avoidLoops(client, countOf(ranges));
  const kept = await collectKept(client, same, { ranges, except });
  if (kept.length === 0) return 0;
  await stageSettled(client, same);
  const canonical = await judgeDoubted(client, same);
  await writeLedger(client, same, { origin, kept, canonical });
  return countOf(kept);
}

/**
 * For a stream of which nothing is staged yet; in one transaction.
 * @returns how many records were carried on.
 */
export async function carryRanges(database: Database, same: CarriedRanges): Promise<number> {
  // A deletion that carries nothing but its key leaves rows that are not made from it.
  if (!same.accepted.newest || same.plan.deletesBare || !isNumbered(same)) return 0;
  const except = new Set<number>();
  for (;;) {
    try {
      return await database.transaction((client) => carryAll(client, same, except));
    } catch (thrown) {
      if (!(thrown instanceof RangeUnkept)) throw thrown;
      except.add(thrown.place);
    }
  }
}
