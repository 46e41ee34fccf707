/** Readings at once see one state: on a server at rest all of them, on one that never rests the first alone. */
import { createConnection } from 'mysql2/promise';
import { expect, it, onTestFinished } from 'vitest';
import { Session } from '../../../connectors/mysql/session.ts';
import { accessOf, settings } from '../../../connectors/mysql/settings.ts';
import { Snapshots } from '../../../connectors/mysql/snapshots.ts';
import { describeOnMariadb, mariadbUrl } from '../../setup/mariadb.ts';
import { useSource } from './source.ts';

describeOnMariadb('snapshots of MySQL', () => {
  const source = useSource();
  const access = () => accessOf(settings.parse(source.settings), { system: '', baseDirectory: '/' });

  async function take(readers: number): Promise<Snapshots> {
    const snapshots = await Snapshots.take(await access(), readers);
    onTestFinished(() => snapshots.release());
    return snapshots;
  }

  const countsOf = (snapshots: Snapshots): Promise<string[]> =>
    Promise.all(
      snapshots.all.map((snapshot) =>
        snapshot.within(async (session) => {
          const [row] = await session.ask("select concat(count(*), ' ', sum(v)) as n from state");
          return row?.['n'] ?? '';
        }),
      ),
    );

  /** Somebody who commits, over and over. */
  async function commitAlong(pause: number): Promise<() => Promise<void>> {
    const writer = await createConnection({ uri: mariadbUrl });
    const { database } = source.settings;
    const over = new AbortController();
    const work = (async () => {
      while (!over.signal.aborted) {
        await writer.query(`insert into ${String(database)}.state (v) values (1)`);
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * pause));
      }
    })();
    const stop = async (): Promise<void> => {
      over.abort();
      await work;
      await writer.end();
    };
    onTestFinished(stop);
    return stop;
  }

  it('are as many as were asked for, of one state, where nothing is committed', async () => {
    await source.query(
      'create table if not exists state (id int auto_increment primary key, v int); insert into state (v) values (1)',
    );
    const snapshots = await take(4);
    expect(snapshots.all).toHaveLength(4);
    await source.query('insert into state (v) values (1)');
    expect(new Set(await countsOf(snapshots)).size).toBe(1);
  });

  it('are one where somebody commits without a pause', async () => {
    await commitAlong(0);
    const snapshots = await take(4);
    expect(snapshots.all).toHaveLength(1);
    expect(await source.sessions()).toBe(1);
    const connector = await source.open({}, 4);
    const findings = await connector.check([]);
    expect(findings.map(({ rule }) => rule)).toContain('fewer_readers');
  });

  it('never differ, however many agree, while somebody commits now and then', async () => {
    const stop = await commitAlong(150);
    for (let round = 0; round < 6; round += 1) {
      const snapshots = await Snapshots.take(await access(), 3);
      expect(new Set(await countsOf(snapshots)).size).toBe(1);
      await snapshots.release();
    }
    await stop();
  });

  it('are those the server lets in', async () => {
    await source.query(`alter user ${source.account} with max_user_connections 3`);
    onTestFinished(async () => {
      await source.query(`alter user ${source.account} with max_user_connections 0`);
    });
    const session = await Session.open(await access());
    onTestFinished(() => session.end());
    expect((await take(4)).all).toHaveLength(2);
  });

  it('are lent to the fewest readings first', async () => {
    const snapshots = await take(3);
    const [one, two, three] = [snapshots.borrow(), snapshots.borrow(), snapshots.borrow()];
    expect(new Set([one.snapshot, two.snapshot, three.snapshot]).size).toBe(3);
    two.giveBack();
    expect(snapshots.borrow().snapshot).toBe(two.snapshot);
  });
});
