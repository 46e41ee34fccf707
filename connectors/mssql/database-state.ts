/**
 * What a run sees of the database. Where snapshots are allowed, one transaction on one connection shows one state of all
 * tables for as long as the run lasts, and reads without a lock. Elsewhere each query sees what is committed when it comes
 * by: a deadlock costs a second try, and a lost connection is opened again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './fault-code.ts';
import { Lane } from './lane.ts';
import { readServer, type ServerFacts } from './server.ts';
import { SnapshotLostError } from './session-errors.ts';
import { Session, type Parameters, type Row } from './session.ts';
import type { Access } from './settings.ts';

const DEADLOCK = '1205';
const TRIES = 3;
const PAUSE_MILLISECONDS = 200;

export class DatabaseState {
  readonly server: ServerFacts;
  /** Held from the first request of a reading to its last. */
  readonly lane = new Lane();
  private readonly access: Access;
  private current: Session;

  private constructor(access: Access, session: Session, server: ServerFacts) {
    this.access = access;
    this.current = session;
    this.server = server;
  }

  static async take(access: Access): Promise<DatabaseState> {
    const session = await Session.open(access);
    try {
      const server = await readServer(session);
      // On a replica every transaction sees one state, whatever the level it names.
      if (server.view !== 'committed') await session.begin(server.view === 'snapshot' ? 'snapshot' : 'read committed');
      return new DatabaseState(access, session, server);
    } catch (thrown) {
      session.destroy();
      throw thrown;
    }
  }

  /** All that is asked shows one state. */
  get isOneState(): boolean {
    return this.server.view !== 'committed';
  }

  ask(text: string, parameters: Parameters = {}): Promise<Row[]> {
    return this.lane.within(() => this.again(async () => (await this.session()).ask(text, parameters)));
  }

  /** For whoever holds the lane. @throws SnapshotLostError where the state is gone. */
  async session(): Promise<Session> {
    if (this.isOneState && !this.current.inTransaction) throw new SnapshotLostError('the transaction is gone');
    if (this.current.broken) this.current = await Session.open(this.access);
    return this.current;
  }

  /** Whether the same may be asked again: a deadlock was resolved at our cost, and no state went with it. */
  mayTryAgain(thrown: unknown, tries: number): boolean {
    return !this.isOneState && codeOf(thrown) === DEADLOCK && tries < TRIES;
  }

  async release(): Promise<void> {
    await this.current.end();
  }

  private async again<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (thrown) {
        if (!this.mayTryAgain(thrown, tries)) throw thrown;
        await sleep(PAUSE_MILLISECONDS * tries);
      }
    }
  }
}
