/** The source's server is restarted while a stream is read. */
import { describeHoldings, messageOf, runAgain } from '../account.ts';
import type { Scenario } from '../scenario.ts';

const MIDDLE = 600_000;
const SLOW = 300_000;

export const sourceRestart: Scenario = {
  fault: 'MySQL restarted in the middle of a stream',
  async play(stage) {
    const place = await stage.open({ kind: 'mysql' });
    place.network.set({ bytesPerSecond: SLOW });
    const { ended } = place.start();
    await Promise.race([place.network.passed(MIDDLE), ended]);
    const restarted = stage.mariadb.restart();
    // What the server has sent before stands in buffers of the network, and goes with the connections.
    place.network.cut();
    await restarted;
    const sees = messageOf(await ended);
    const holds = await describeHoldings(place.target);
    place.network.set({});
    return { sees, holds, next: await runAgain(place, stage.undisturbed.mysql) };
  },
};
