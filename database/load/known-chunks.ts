/**
 * Chunks that hold what a chunk of the accepted run held. Their records are settled but for those in doubt, and no
 * record is looked up: what the accepted run staged without fault is what stands in the target.
 */
import type { Client } from '../connection.ts';
import { findOrigin, type Accepted } from './comparison.ts';
import type { StreamPlan } from './plan.ts';

export interface KnownChunks {
  /** 32 hex digits each. */
  readonly digests: ReadonlySet<string>;
  /** Keys of records that have to be judged, whatever they hold. */
  readonly doubted: ReadonlySet<string>;
}

/** Keys kept in memory, about 100 bytes each; where more are in doubt, most chunks hold one anyway. */
const MOST_DOUBTS = 50_000;

/**
 * @param client has the table `doubted` of `source_key`.
 * @returns null where records have to be looked up: another run has touched the stream since, or too much is in doubt.
 */
export async function findKnownChunks(
  client: Client,
  plan: StreamPlan,
  accepted: Accepted,
): Promise<KnownChunks | null> {
  const origin = accepted.newest ? await findOrigin(client, { plan, accepted }) : null;
  if (origin === null) return null;
  const doubts = await client.query<{ source_key: string }>(`select source_key from doubted limit ${MOST_DOUBTS + 1}`);
  if (doubts.rows.length > MOST_DOUBTS) return null;
  const chunks = await client.query<{ digest: string }>(
    `select replace(digest::text, '-', '') as digest from ops.chunks
     where run_id = $1 and stream = $2 and phase = 'stage' and digest is not null`,
    [origin, plan.stream],
  );
  return {
    digests: new Set(chunks.rows.map(({ digest }) => digest)),
    doubted: new Set(doubts.rows.map(({ source_key: key }) => key)),
  };
}
