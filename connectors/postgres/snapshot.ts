/**
 * One state of the database for a whole run. A first session holds the snapshot and never touches a table, so that it
 * holds no lock however long the run takes; each look and each reading is a short session that adopts the snapshot.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Access } from '../database/settings.ts';
import { Session } from './session.ts';

const CANCEL_MILLISECONDS = 2_000;
const BEGIN = 'begin isolation level repeatable read, read only';

/** The session that held the snapshot is gone, or another server answered. Nothing can be read of that state any more. */
export class SnapshotLostError extends Error {
  readonly code = 'snapshot_lost';
}

export class Snapshot {
  private readonly access: Access;
  private readonly holder: Session;
  private readonly id: string;
  /** `server_version_num`: 180004 is 18.4. */
  readonly version: number;
  /** Encoding of the database as PostgreSQL names it. */
  readonly encoding: string;

  private constructor(access: Access, holder: Session, row: Readonly<Record<string, string | null>>) {
    this.access = access;
    this.holder = holder;
    this.id = row['id'] ?? '';
    this.version = Number(row['version']);
    this.encoding = row['encoding'] ?? '';
  }

  static async take(access: Access): Promise<Snapshot> {
    const holder = await Session.open(access);
    try {
      await holder.ask(BEGIN);
      const [row = {}] = await holder.ask(`select pg_export_snapshot() as id,
        current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`);
      return new Snapshot(access, holder, row);
    } catch (thrown) {
      holder.destroy();
      throw thrown;
    }
  }

  /** A session of its own in this state; whoever borrows it ends it. */
  async lend(): Promise<Session> {
    const session = await Session.open(this.access);
    try {
      await session.ask(BEGIN);
      await session.ask(`set transaction snapshot '${this.id}'`);
      return session;
    } catch (thrown) {
      session.destroy();
      throw new SnapshotLostError('the snapshot is gone', { cause: thrown });
    }
  }

  async within<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.lend();
    try {
      return await work(session);
    } finally {
      await session.end();
    }
  }

  /** Stops what a borrowed session is doing on the server, and the session. */
  async cancel(session: Session): Promise<void> {
    // Without the holder the server notices the closed connection when it next sends.
    const request = this.holder.ask('select pg_cancel_backend($1::int)', [session.pid]).catch(() => undefined);
    await Promise.race([request, sleep(CANCEL_MILLISECONDS, undefined, { ref: false })]);
    session.destroy();
  }

  release(): Promise<void> {
    return this.holder.end();
  }
}
