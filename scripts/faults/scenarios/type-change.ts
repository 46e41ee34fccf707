/** A column of a stream that is still to be read changes its type. */
import { createConnection } from 'mysql2/promise';
import { describeHoldings, messageOf, runAgain } from '../account.ts';
import { LATER } from '../sources.ts';
import type { Scenario } from '../scenario.ts';

const SLOW = 700_000;
const MIDDLE = 800_000;

export const typeChange: Scenario = {
  fault: `a column of ${LATER} becomes text while another stream is read`,
  async play(stage) {
    const place = await stage.open({ kind: 'mysql' });
    const owner = await createConnection(stage.sources.mysql);
    try {
      place.network.set({ bytesPerSecond: SLOW });
      const { ended } = place.start();
      await Promise.race([place.network.passed(MIDDLE), ended]);
      await owner.query(`alter table ${LATER} modify cjj varchar(40)`);
      const sees = messageOf(await ended);
      const holds = await describeHoldings(place.target);
      place.network.set({});
      const held = messageOf(await place.migrate());
      await place.approveAll();
      const next = await runAgain(place, stage.undisturbed.mysql);
      return { sees, holds, next: `holds the stream: ${held}<br>once somebody has approved it: ${next}` };
    } finally {
      await owner.query(`alter table ${LATER} modify cjj decimal(20,4)`);
      await owner.end();
    }
  },
};
