/** One process at a time, on whatever machine: a lock in the target, held by a connection of its own. */
import { BusyError } from '../core/errors.ts';
import type { Database } from '../database/connection.ts';

export interface SystemLock {
  readonly system: string;
  /** Names the lock: different works of a system do not exclude each other. */
  readonly key: string;
  /** Said to who comes second. */
  readonly busy: string;
  readonly next: string;
}

/** @throws BusyError where somebody else holds it. */
export async function withSystemLock<T>(database: Database, lock: SystemLock, work: () => Promise<T>): Promise<T> {
  const { system, key, busy, next } = lock;
  const holder = await database.connect();
  try {
    const { rows } = await holder.query<{ ok: string }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as ok', [
      key,
    ]);
    if (rows[0]?.ok !== 't') throw new BusyError(`${system} ${busy}`, { system, next });
    return await work();
  } finally {
    await holder.end();
  }
}
