/**
 * Connections that see the same state, for readings at once. MySQL cannot show one connection's snapshot to another, so
 * each takes its own at nearly the same moment, and the server's redo log says whether anything was committed in
 * between. On a server that never rests one connection is left, and serves all readings in turn.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Access } from '../database/settings.ts';
import { Session } from './session.ts';
import { Snapshot } from './snapshot.ts';

const ATTEMPTS = 6;
/** A commit is seen by others a moment after it is logged. */
const SETTLE_MILLISECONDS = 50;

export class Snapshots {
  /** At least one. */
  readonly all: readonly Snapshot[];
  private readonly lent: number[];

  private constructor(all: readonly Snapshot[]) {
    this.all = all;
    this.lent = all.map(() => 0);
  }

  /** @param readers connections at the most. */
  static async take(access: Access, readers: number): Promise<Snapshots> {
    if (readers === 1) return new Snapshots([await Snapshot.take(access)]);
    const sessions = await openSessions(access, readers);
    try {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        if (sessions.length > 1 && (await beginTogether(sessions))) {
          return new Snapshots(await Promise.all(sessions.map((session) => Snapshot.hold(access, session))));
        }
        for (const session of sessions) await session.ask('rollback');
        // Not in step with somebody who commits at regular times.
        await sleep(attempt * SETTLE_MILLISECONDS * Math.random());
      }
      for (const session of sessions.splice(1)) await session.end();
      const [only] = sessions;
      if (!only) throw new TypeError('no session');
      await only.ask(Snapshot.BEGIN);
      return new Snapshots([await Snapshot.hold(access, only)]);
    } catch (thrown) {
      for (const session of sessions) session.destroy();
      throw thrown;
    }
  }

  get first(): Snapshot {
    const [first] = this.all;
    if (!first) throw new TypeError('no snapshot');
    return first;
  }

  /** The one with the fewest readings; given back once. */
  borrow(): { readonly snapshot: Snapshot; readonly giveBack: () => void } {
    const place = this.lent.indexOf(Math.min(...this.lent));
    this.lent[place] = (this.lent[place] ?? 0) + 1;
    return {
      snapshot: this.all[place] ?? this.first,
      giveBack: () => {
        this.lent[place] = (this.lent[place] ?? 1) - 1;
      },
    };
  }

  async release(): Promise<void> {
    for (const snapshot of this.all) await snapshot.release();
  }
}

/** The first has to come; a server that has no room for the others is read by those it lets in. */
async function openSessions(access: Access, readers: number): Promise<Session[]> {
  const sessions = [await Session.open(access)];
  const others = await Promise.allSettled(Array.from({ length: readers - 1 }, () => Session.open(access)));
  for (const other of others) if (other.status === 'fulfilled') sessions.push(other.value);
  return sessions;
}

/** @returns false where something was committed while the snapshots were taken. */
async function beginTogether(sessions: readonly Session[]): Promise<boolean> {
  const [first] = sessions;
  if (!first) return false;
  const before = await readLogPosition(first);
  // What was logged before is visible to all by now.
  await sleep(SETTLE_MILLISECONDS);
  await Promise.all(sessions.map((session) => session.ask(Snapshot.BEGIN)));
  return before !== '' && before === (await readLogPosition(first));
}

/** By server and version: how far the redo log has come. Every commit that changed something is written there first. */
const LOG_POSITIONS = ['Innodb_lsn_current', 'Innodb_redo_log_current_lsn', 'Innodb_log_write_requests'];

/** Empty where the server does not say. Readers do not move it, unlike the count of commits. */
async function readLogPosition(session: Session): Promise<string> {
  const names = LOG_POSITIONS.map((name) => `'${name}'`).join(', ');
  const rows = await session.ask(`show global status where variable_name in (${names})`);
  return rows.map((row) => Object.values(row).join(' ')).join(', ');
}
