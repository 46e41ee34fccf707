/** Nights that were: one line per system, newest first, with what guards found. */
import type { Database, Row } from '../connection.ts';
import type { SyncStatus } from '../load/syncs.ts';
import { standing } from './standing.ts';

export interface SyncVolumes {
  readonly read: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly quarantined: number;
}

export interface SyncRecord extends SyncVolumes {
  readonly id: string;
  readonly system: string;
  readonly night: string;
  readonly operator: string;
  readonly status: SyncStatus;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly days: readonly string[];
  readonly message: string | null;
  readonly next: string | null;
}

export function volumesOf(row: Row | undefined): SyncVolumes {
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    read: count('read'),
    inserted: count('inserted'),
    updated: count('updated'),
    deleted: count('deleted'),
    quarantined: count('quarantined'),
  };
}

/** Nothing where there is no such sync. */
export async function readSyncVolumes(database: Database, id: string): Promise<SyncVolumes> {
  if (id === '') return volumesOf(undefined);
  const [row] = await database.query('select * from ops.syncs where id = $1', [id]);
  return volumesOf(row);
}

/** @param row of ops.syncs, with its days as `day_list` in JSON; with how it stands now as `standing` where that is asked. */
export function toSync(row: Row): SyncRecord {
  return {
    ...volumesOf(row),
    id: row['id'] ?? '',
    system: row['system'] ?? '',
    night: row['night'] ?? '',
    operator: row['operator'] ?? '',
    status: (row['standing'] ?? row['status']) as SyncStatus,
    startedAt: row['started_at'] ?? '',
    finishedAt: row['finished_at'] ?? null,
    days: JSON.parse(row['day_list'] ?? '[]') as string[],
    message: row['message'] ?? null,
    next: row['next_step'] ?? null,
  };
}

/** Newest first. @param systems every one where empty. */
export async function readSyncs(
  database: Database,
  { systems, limit }: { readonly systems: readonly string[]; readonly limit: number },
): Promise<SyncRecord[]> {
  const rows = await database.query(
    `select s.*, to_json(days) as day_list from ops.syncs s
     where cardinality($1::text[]) = 0 or system = any($1) order by id desc limit $2`,
    [systems, limit],
  );
  return rows.map(toSync);
}

/** The last sync of each system that came to an end by itself, as it stands now, in the order of their names. */
export async function readLastSyncs(database: Database): Promise<SyncRecord[]> {
  const rows = await database.query(
    `select distinct on (s.system) s.*, to_json(s.days) as day_list, ${standing('s')} as standing from ops.syncs s
     where s.status not in ('running', 'busy') order by s.system, s.id desc`,
  );
  return rows.map(toSync);
}
