/**
 * One connection that sees one state of the database for a whole run. It serves looks and readings in turn, in one
 * transaction. Going back to its savepoint after each of them frees the
 * locks on the table's structure, and keeps the state.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Access } from '../database/settings.ts';
import type { FieldReader } from './field-readers.ts';
import { Session, type RowQuery } from './session.ts';
import { Turns } from './turns.ts';

const CANCEL_MILLISECONDS = 5_000;

/** The connection that held the snapshot is gone. Nothing can be read of that state any more. */
export class SnapshotLostError extends Error {
  readonly code = 'snapshot_lost';
}

export class Snapshot {
  private readonly access: Access;
  private readonly session: Session;
  readonly turns = new Turns();

  private constructor(access: Access, session: Session) {
    this.access = access;
    this.session = session;
  }

  static readonly BEGIN = 'start transaction with consistent snapshot, read only';

  static async take(access: Access): Promise<Snapshot> {
    const session = await Session.open(access);
    try {
      await session.ask(Snapshot.BEGIN);
      return await Snapshot.hold(access, session);
    } catch (thrown) {
      session.destroy();
      throw thrown;
    }
  }

  /** Of a session whose transaction has begun. */
  static async hold(access: Access, session: Session): Promise<Snapshot> {
    await session.ask('savepoint ggzy');
    return new Snapshot(access, session);
  }

  /** As the server prints it. */
  get version(): string {
    return this.session.version;
  }

  async within<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const giveBack = await this.turns.take();
    try {
      this.refuseLost();
      return await work(this.session);
    } finally {
      await this.settle();
      giveBack();
    }
  }

  /** For the holder of the turn. A long reading is no fault, nor is one that waits for us. */
  async select(sql: string, typeCast: FieldReader): Promise<RowQuery> {
    this.refuseLost();
    await this.session.limit(0);
    return this.session.select(sql, typeCast);
  }

  /** Stops a query on the server and waits until the connection is free. For the holder of the turn. */
  async cancel({ rows, ended }: RowQuery): Promise<void> {
    if (!rows.destroyed) rows.destroy();
    const free = Promise.all([this.kill(), ended]).then(
      () => true,
      () => false,
    );
    const isFree = await Promise.race([free, sleep(CANCEL_MILLISECONDS, false, { ref: false })]);
    if (!isFree) return this.session.destroy();
    // A query that had just ended leaves the request to the next one.
    await this.session.ask('do 0').catch(() => undefined);
  }

  /** Back to the savepoint. Where it is gone, so is the transaction: what is read from then on would be another state. */
  async settle(): Promise<void> {
    if (this.session.broken) return;
    try {
      await this.session.ask('rollback to savepoint ggzy');
      await this.session.limit(this.access.statementTimeout);
    } catch {
      this.session.destroy();
    }
  }

  async release(): Promise<void> {
    await this.session.end();
  }

  private refuseLost(): void {
    if (this.session.broken) throw new SnapshotLostError('the snapshot is gone');
  }

  /** Over a second connection; without one the query is left to the end of its own. */
  private async kill(): Promise<void> {
    if (this.session.broken) return;
    const second = await Session.connect(this.access);
    try {
      await second.ask(`kill query ${this.session.id}`);
    } finally {
      await second.end();
    }
  }
}
