/** Somebody else locks tables of the target in the other order, and the merge is chosen as the victim. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../database/connection.ts';
import { describeHoldings, Disagreement, messageOf, runAgain } from '../account.ts';
import type { Scenario } from '../scenario.ts';

const PATIENCE_MILLISECONDS = 60_000;
const LAST = 'raw.landmining_td_dk';
const FIRST = 'canonical.land_parcels';

const WAITING = `select 1 from pg_locks where not granted and relation = '${LAST}'::regclass`;

export const deadlock: Scenario = {
  fault: 'the merge is the victim of a deadlock in the target',
  async play(stage) {
    const place = await stage.open({ kind: 'mysql' });
    const database = openDatabase(place.target, 2);
    const other = await database.connect();
    try {
      // Whoever looks first is the victim: the other one waits with its eyes shut.
      await other.query(`set deadlock_timeout = '60s'`);
      await other.query('begin');
      await other.query(`lock table ${LAST} in share row exclusive mode`);
      const { ended } = place.start();
      let waits = false;
      for (const until = Date.now() + PATIENCE_MILLISECONDS; !waits && Date.now() < until; await sleep(50)) {
        waits = (await database.query(WAITING)).length > 0;
      }
      if (!waits) throw new Disagreement('the merge never waited for the lock');
      await other.query(`lock table ${FIRST} in share row exclusive mode`);
      const [victims] = await database.query(
        'select deadlocks as n from pg_stat_database where datname = current_database()',
      );
      await other.query('rollback');
      const ending = await ended;
      if (Number(victims?.['n']) === 0) await sleep(1500);
      const [seen] = await database.query(
        'select deadlocks as n from pg_stat_database where datname = current_database()',
      );
      if (Number(seen?.['n']) === 0) throw new Disagreement('there was no deadlock');
      const holds = await describeHoldings(place.target);
      return {
        sees: `${messageOf(ending)}: the transaction is repeated`,
        holds,
        next: await runAgain(place, stage.undisturbed.mysql),
      };
    } finally {
      await other.end();
      await database.close();
    }
  },
};
