/** What a night came to, system by system: begun, what it took, what guards found, how it ended. */
import type { Database } from '../connection.ts';

export type SyncStatus = 'running' | 'green' | 'warned' | 'decided' | 'stopped' | 'failed' | 'busy';

/** @param night Beijing day. @returns the id of the sync. */
export async function beginSync(
  database: Database,
  { system, night, operator }: { readonly system: string; readonly night: string; readonly operator: string },
): Promise<string> {
  // A sync that was killed is over: whoever begins the next one holds the lock of the system.
  await database.query(
    `update ops.syncs set status = 'failed', finished_at = now(), message = '进程中断，由下一次接续'
     where system = $1 and status = 'running'`,
    [system],
  );
  const [row] = await database.query(
    `insert into ops.syncs (system, night, operator, status) values ($1, $2, $3, 'running') returning id`,
    [system, night, operator],
  );
  return row?.['id'] ?? '';
}

export async function addSyncRun(database: Database, syncId: string, runId: string): Promise<void> {
  await database.query('insert into ops.sync_runs (sync_id, run_id) values ($1, $2) on conflict do nothing', [
    syncId,
    runId,
  ]);
}

export interface FoundByGuard {
  readonly stream: string;
  readonly guard: string;
  readonly level: 'warn' | 'stop';
  readonly measured: string;
  readonly expected: string;
  readonly learned: boolean;
  readonly message: { readonly zh: string; readonly en: string };
}

export interface SyncEnd {
  readonly status: Exclude<SyncStatus, 'running'>;
  readonly days: readonly string[];
  readonly message: string | null;
  readonly next: string | null;
  readonly findings: readonly FoundByGuard[];
}

/** Volumes are those of the runs that belong to the sync. */
export async function endSync(database: Database, syncId: string, end: SyncEnd): Promise<void> {
  await database.transaction(async (client) => {
    for (const { stream, guard, level, measured, expected, learned, message } of end.findings) {
      await client.query(
        `insert into ops.guard_findings (sync_id, system, stream, guard, level, measured, expected, learned, message_zh,
           message_en)
         select id, system, $2, $3, $4, $5, $6, $7, $8, $9 from ops.syncs where id = $1`,
        [syncId, stream, guard, level, measured, expected, learned, message.zh, message.en],
      );
    }
    await client.query(
      `update ops.syncs s set status = $2, days = $3, message = $4, next_step = $5, finished_at = now(),
         read = t.read, inserted = t.inserted, updated = t.updated, deleted = t.deleted, quarantined = t.quarantined
       from (select coalesce(sum(read), 0) as read, coalesce(sum(inserted), 0) as inserted,
           coalesce(sum(updated), 0) as updated, coalesce(sum(quarantined), 0) as quarantined,
           -- Of a stream that is held what has vanished is still there.
           coalesce(sum(deleted), 0) + coalesce(sum(vanished) filter (where status = 'green'), 0) as deleted
         from ops.stream_runs where run_id in (select run_id from ops.sync_runs where sync_id = $1)) t
       where s.id = $1`,
      [syncId, end.status, end.days, end.message, end.next],
    );
  });
}
