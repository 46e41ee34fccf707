/** A night as it stands in the database: what came of each system, what guards found, what waits. */
import { ENTITY_KINDS } from '../../schemas/identity.ts';
import type { Database } from '../connection.ts';
import { countReviewQueue } from '../identity/review-queue.ts';
import type { FoundByGuard } from '../load/syncs.ts';
import { readHolds, type Hold } from './holds.ts';
import { standing } from './standing.ts';
import { readQuarantineGroups, type QuarantineGroup } from './quarantine.ts';
import { toSync, volumesOf, type SyncRecord, type SyncVolumes } from './syncs.ts';

export interface GuardFinding extends FoundByGuard {
  readonly syncId: string;
}

export interface NightStream extends SyncVolumes {
  readonly system: string;
  readonly stream: string;
  readonly status: string;
  readonly message: string | null;
}

export interface Night {
  readonly night: string;
  /** The last sync of each system that night, and what earlier ones of the night brought added to it. */
  readonly syncs: readonly SyncRecord[];
  readonly findings: readonly GuardFinding[];
  readonly streams: readonly NightStream[];
  readonly holds: readonly Hold[];
  readonly quarantine: readonly QuarantineGroup[];
  readonly reviewPairs: number;
}

/** @returns null where nothing was synced yet. */
export async function findNewestNight(database: Database): Promise<string | null> {
  const [row] = await database.query('select max(night) as night from ops.syncs');
  return row?.['night'] ?? null;
}

async function readNightSyncs(database: Database, night: string): Promise<SyncRecord[]> {
  const rows = await database.query(
    `select distinct on (system) *, ${standing('s')} as standing,
       to_json(array(select d from ops.syncs o, unnest(o.days) d where o.system = s.system and o.night = s.night
         order by o.id)) as day_list,
       sum(read) over w as read, sum(inserted) over w as inserted, sum(updated) over w as updated,
       sum(deleted) over w as deleted, sum(quarantined) over w as quarantined
     from ops.syncs s where night = $1 and status <> 'busy' window w as (partition by system)
     order by system, id desc`,
    [night],
  );
  return rows.map(toSync);
}

async function readFindings(database: Database, syncs: readonly SyncRecord[]): Promise<GuardFinding[]> {
  const rows = await database.query(
    'select * from ops.guard_findings where sync_id = any($1::bigint[]) order by level, id',
    [syncs.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    syncId: row['sync_id'] ?? '',
    stream: row['stream'] ?? '',
    guard: row['guard'] ?? '',
    level: row['level'] as 'warn' | 'stop',
    measured: row['measured'] ?? '',
    expected: row['expected'] ?? '',
    learned: row['learned'] === 't',
    message: { zh: row['message_zh'] ?? '', en: row['message_en'] ?? '' },
  }));
}

/** Streams of which something was read, or that could not be read. */
async function readStreams(database: Database, night: string): Promise<NightStream[]> {
  const rows = await database.query(
    `select y.system, s.stream, (array_agg(s.status order by r.seq desc))[1] as status, sum(s.read) as read,
       sum(s.inserted) as inserted, sum(s.updated) as updated, sum(s.deleted + case s.status when 'green' then s.vanished else 0 end) as deleted,
       (array_agg(s.quarantined order by r.seq desc))[1] as quarantined,
       (array_agg(s.message order by r.seq desc))[1] as message
     from ops.syncs y join ops.sync_runs l on l.sync_id = y.id join ops.runs r using (run_id)
     join ops.stream_runs s using (run_id)
     where y.night = $1 group by y.system, s.stream
     having sum(s.inserted + s.updated + s.deleted + s.vanished + s.quarantined) > 0
       or bool_or(s.status in ('failed', 'held', 'red')) order by 1, min(s.position)`,
    [night],
  );
  return rows.map((row) => ({
    system: row['system'] ?? '',
    stream: row['stream'] ?? '',
    status: row['status'] ?? '',
    message: row['message'] ?? null,
    ...volumesOf(row),
  }));
}

async function countReviewPairs(database: Database): Promise<number> {
  let pairs = 0;
  for (const kind of ENTITY_KINDS) pairs += await countReviewQueue(database, kind);
  return pairs;
}

export async function readNight(database: Database, night: string): Promise<Night> {
  const syncs = await readNightSyncs(database, night);
  return {
    night,
    syncs,
    findings: await readFindings(database, syncs),
    streams: await readStreams(database, night),
    holds: await readHolds(database, { systems: [], states: ['open', 'approved', 'refused'] }),
    quarantine: await readQuarantineGroups(database, [], 3),
    reviewPairs: await countReviewPairs(database),
  };
}
