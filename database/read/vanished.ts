/** How many of the records that are live a delivery no longer holds. */
import type { Database } from '../connection.ts';
import { rawTable } from '../names.ts';

/** @param keys source keys of the delivery, all of them. */
export async function countVanished(
  database: Database,
  { system, stream }: { readonly system: string; readonly stream: string },
  keys: readonly string[],
): Promise<{ readonly live: number; readonly vanished: number }> {
  const [row] = await database.query(
    `select count(*) as live, count(*) filter (where not (_source_key = any ($1::text[]))) as vanished
     from ${rawTable(system, stream)} where _state = 'live' and _last_run is null`,
    [keys],
  );
  return { live: Number(row?.['live']), vanished: Number(row?.['vanished']) };
}
