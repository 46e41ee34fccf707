/** Cuts a staged stream into what is merged in one transaction each, beside what the ledger says is merged. */
import type { Database } from '../connection.ts';
import type { ChunkRange } from './merge-context.ts';
import type { StageTables } from './stage-tables.ts';

/** Records judged per transaction: so many that the cost of statements disappears, so few that a run resumes early. */
const MERGE_ROWS = 50_000;

/** @param cuts ends of ranges, ascending. */
export function rangesBeside(done: readonly ChunkRange[], cuts: readonly number[], total: number): ChunkRange[] {
  const ranges: ChunkRange[] = [];
  let chunkNo = done.reduce((next, range) => Math.max(next, range.chunkNo + 1), 0);
  let from = 1;
  const merged = [...done].sort((a, b) => a.from - b.from);
  for (const next of [...merged, { from: total + 1, to: total }]) {
    for (const to of [...cuts.filter((cut) => cut >= from && cut < next.from - 1), next.from - 1]) {
      if (to >= from) ranges.push({ chunkNo, from, to });
      if (to >= from) chunkNo += 1;
      from = Math.max(from, to + 1);
    }
    from = Math.max(from, next.to + 1);
  }
  return ranges;
}

/**
 * Behind the set rules, which have the last word on what is settled. A settled record costs a merge next to nothing,
 * and the others cost a look at the whole target per range: so only they are counted.
 */
export async function findMergeRanges(
  database: Database,
  tables: StageTables,
  { total, done }: { readonly total: number; readonly done: readonly ChunkRange[] },
): Promise<ChunkRange[]> {
  const cuts = await database.query(`
    select ord from (
      select ord, row_number() over (order by ord) as n from ${tables.raw} where not (settled and verdict = 'ok')
    ) judged where n % ${MERGE_ROWS} = 0 order by ord`);
  return rangesBeside(
    done,
    cuts.map(({ ord }) => Number(ord)),
    total,
  );
}
