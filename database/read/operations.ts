/** How operations stand, for metrics and health: a few small queries. */
import type { Database } from '../connection.ts';
import { standing } from './standing.ts';
import { volumesOf, type SyncVolumes } from './syncs.ts';

export interface SystemOperations {
  readonly system: string;
  readonly status: string;
  /** Seconds since 1970 of the end of the last sync that neither stopped nor failed; null where there never was one. */
  readonly lastSuccess: number | null;
  readonly seconds: number;
  readonly outcomes: SyncVolumes;
  readonly holds: number;
  readonly quarantined: number;
}

export interface Operations {
  readonly syncs: readonly SystemOperations[];
  /** Jobs of the queue by state, `dead` among them; empty where nothing was ever served. */
  readonly jobs: Readonly<Record<string, number>>;
}

const SYNCS = `
  select distinct on (s.system) s.*, ${standing('s')} as standing,
    extract(epoch from coalesce(s.finished_at, now()) - s.started_at) as seconds,
    (select extract(epoch from max(g.finished_at)) from ops.syncs g
     where g.system = s.system and g.status in ('green', 'warned', 'decided')) as last_success,
    (select count(*) from ops.holds h where h.system = s.system and h.state = 'open') as holds,
    (select count(*) from ops.quarantine q where q.system = s.system and q.state = 'open') as waiting
  from ops.syncs s where s.status <> 'busy' order by s.system, s.id desc`;

async function readJobs(database: Database): Promise<Readonly<Record<string, number>>> {
  const [there] = await database.query(`select to_regclass('queue.job') as name`);
  if (!there?.['name']) return {};
  const rows = await database.query(
    `select case when name = 'sync-dead' then 'dead' else state::text end as state, count(*) as n from queue.job
     where name in ('sync', 'sync-dead') group by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row['state'] ?? '', Number(row['n'])]));
}

export interface DeadJobRecord {
  readonly system: string;
  readonly at: string;
  readonly message: string;
}

/** Jobs that failed as often as they may be tried, oldest first; none where nothing was ever served. */
export async function readDead(database: Database): Promise<DeadJobRecord[]> {
  const [there] = await database.query(`select to_regclass('queue.job') as name`);
  if (!there?.['name']) return [];
  const rows = await database.query(
    `select data ->> 'system' as system, created_on as at, coalesce(source_output ->> 'message', '') as message
     from queue.job where name = 'sync-dead' and state = 'created' order by created_on`,
  );
  return rows.map((row) => ({ system: row['system'] ?? '', at: row['at'] ?? '', message: row['message'] ?? '' }));
}

export async function readOperations(database: Database): Promise<Operations> {
  const rows = await database.query(SYNCS);
  const syncs = rows.map((row): SystemOperations => {
    const number = (name: string): number => Number(row[name] ?? 0);
    return {
      system: row['system'] ?? '',
      status: row['standing'] ?? '',
      lastSuccess: row['last_success'] == null ? null : number('last_success'),
      seconds: number('seconds'),
      outcomes: volumesOf(row),
      holds: number('holds'),
      quarantined: number('waiting'),
    };
  });
  return { syncs, jobs: await readJobs(database) };
}
