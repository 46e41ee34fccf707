/** Ranges that deliveries were read in: written when a stream is begun, the plan of the next run. */
import type { Database } from '../connection.ts';

export interface StreamRange {
  /** Its bounds, as opaque text. */
  readonly id: string;
  /** Records of the delivery before it. */
  readonly before: number;
  readonly rows: number;
  /** Equal when and only when its records are. */
  readonly fingerprint: string;
}

export interface RangesOfStream {
  readonly runId: string;
  readonly stream: string;
  readonly ranges: readonly StreamRange[];
}

/** In place of those that the run had. */
export async function recordRanges(database: Database, { runId, stream, ranges }: RangesOfStream): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('delete from ops.stream_ranges where run_id = $1 and stream = $2', [runId, stream]);
    await client.query(
      `insert into ops.stream_ranges (run_id, stream, range_no, range_id, ord_before, rows, fingerprint)
       select $1, $2, no, id, before, rows, fingerprint
       from unnest($3::text[], $4::bigint[], $5::bigint[], $6::text[]) with ordinality
         as r (id, before, rows, fingerprint, no)`,
      [
        runId,
        stream,
        ranges.map(({ id }) => id),
        ranges.map(({ before }) => before),
        ranges.map(({ rows }) => rows),
        ranges.map(({ fingerprint }) => fingerprint),
      ],
    );
  });
}

/** By stream: the ranges of the last run that had some, however it ended. */
export async function readPlannedRanges(
  database: Database,
  system: string,
): Promise<ReadonlyMap<string, readonly StreamRange[]>> {
  const rows = await database.query(
    `select stream, range_id, ord_before, rows, fingerprint from ops.stream_ranges g
     where (run_id, stream) in (select distinct on (s.stream) s.run_id, s.stream from ops.stream_ranges s
       join ops.runs r using (run_id) where r.system = $1 and s.range_no = 1 order by s.stream, r.seq desc)
     order by stream, range_no`,
    [system],
  );
  const byStream = Map.groupBy(rows, ({ stream }) => stream ?? '');
  return new Map([...byStream].map(([stream, own]) => [stream, own.map(rangeOf)]));
}

function rangeOf(row: Readonly<Record<string, string | null>>): StreamRange {
  return {
    id: row['range_id'] ?? '',
    before: Number(row['ord_before']),
    rows: Number(row['rows']),
    fingerprint: row['fingerprint'] ?? '',
  };
}
