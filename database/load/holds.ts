/**
 * Deletions that are held: too many at once to be believed, until somebody answers for them. An approval holds for the
 * keys that were held and for no others; refused keys stay live for as long as they are delivered as deleted.
 */
import type { Client } from '../connection.ts';
import { quoteText } from '../names.ts';
import type { MergeContext } from './merge-context.ts';
import type { StreamPlan } from './plan.ts';

export const MASS_DELETE = 'mass_delete';

type Place = Pick<StreamPlan, 'system' | 'stream'>;

function ofStream({ system, stream }: Place): string {
  return `h.system = ${quoteText(system)} and h.stream = ${quoteText(stream)} and h.guard = '${MASS_DELETE}'`;
}

/** SQL: the keys of the stream whose deletion was decided so. */
export function decidedKeys(place: Place, state: 'approved' | 'refused'): string {
  return `select k.source_key from ops.held_deletions k join ops.holds h on h.id = k.hold_id
    where ${ofStream(place)} and h.state = '${state}'`;
}

export interface HeldDeletions {
  readonly place: Place;
  readonly runId: string;
  readonly day: string;
  /** Records that were live before. */
  readonly live: number;
  /** SQL of the held keys, one column `source_key`. */
  readonly keys: string;
}

/** One open hold per stream: it concerns what the last delivery wanted deleted. */
export async function holdDeletions(client: Client, held: HeldDeletions): Promise<void> {
  const { place, runId, day, live, keys } = held;
  const { rows } = await client.query<{ id: string }>(
    `insert into ops.holds (system, stream, guard, day, opened_run) values ($1, $2, '${MASS_DELETE}', $3, $4)
     on conflict (system, stream, guard) where state = 'open' do update set day = excluded.day returning id`,
    [place.system, place.stream, day, runId],
  );
  const id = rows[0]?.id ?? '';
  await client.query('delete from ops.held_deletions where hold_id = $1', [id]);
  await client.query(`insert into ops.held_deletions (hold_id, source_key) select ${id}, source_key from (${keys}) k`);
  await client.query(
    `update ops.holds set records = n, message_zh = '现有 ' || $2 || ' 条中有 ' || n || ' 条要删除，未执行',
       message_en = n || ' of ' || $2 || ' live records were to be deleted: held'
     from (select count(*) as n from ops.held_deletions where hold_id = $1) k where id = $1`,
    [id, String(live)],
  );
}

/**
 * Holds whose keys are settled are closed: approved ones took effect, the cause of open ones is gone. Refused keys that
 * are delivered as live again are free.
 * @param held this run holds deletions of the stream.
 */
export async function settleHolds(
  client: Client,
  { plan, tables }: MergeContext,
  { complete, held }: { readonly complete: boolean; readonly held: boolean },
): Promise<void> {
  const { rowCount } = await client.query(`select 1 from ops.holds h where ${ofStream(plan)}
    and h.state in ('open', 'approved', 'refused')`);
  if (rowCount === 0) return;
  await client.query(`delete from ops.held_deletions k using ops.holds h where h.id = k.hold_id and ${ofStream(plan)}
    and h.state = 'refused' and exists (select 1 from ${tables.raw} s where s.source_key = k.source_key
      and not s.deleted and s.verdict not in ('skipped', 'superseded'))`);
  const waiting = `select 1 from ops.held_deletions k join ops.quarantine q on q.source_key = k.source_key
    where k.hold_id = h.id and q.system = h.system and q.stream = h.stream and q.state = 'open'
      and q.rules @> array['${MASS_DELETE}']`;
  const pending = plan.deletesByAbsence ? `${!complete || held}` : `exists (${waiting})`;
  await client.query(`update ops.holds h set closed_at = now(),
      state = case h.state when 'approved' then 'released' else 'over' end
    where ${ofStream(plan)} and (h.state in ('open', 'approved') and not ${pending}
      or h.state = 'refused' and not exists (select 1 from ops.held_deletions k where k.hold_id = h.id))`);
}
