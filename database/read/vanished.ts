/** How many of the records that are live a delivery no longer holds, and nobody has answered for. */
import type { Database } from '../connection.ts';
import { decidedKeys } from '../load/holds.ts';
import { rawTable } from '../names.ts';

/**
 * Deletions that were refused stay undone and those that were approved are meant: neither says anything about the delivery.
 * @param keys source keys of the delivery, all of them.
 */
export async function countVanished(
  database: Database,
  place: { readonly system: string; readonly stream: string },
  keys: readonly string[],
): Promise<{ readonly live: number; readonly vanished: number }> {
  const decided = (['approved', 'refused'] as const).map((state) => decidedKeys(place, state)).join(' union all ');
  const [row] = await database.query(
    `select count(*) as live,
       count(*) filter (where not (_source_key = any ($1::text[])) and _source_key not in (${decided})) as vanished
     from ${rawTable(place.system, place.stream)} where _state = 'live' and _last_run is null`,
    [keys],
  );
  return { live: Number(row?.['live']), vanished: Number(row?.['vanished']) };
}
