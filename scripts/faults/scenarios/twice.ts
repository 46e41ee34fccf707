/** The same system is migrated twice at once. */
import { describeHoldings, Disagreement, expectUndisturbed, messageOf, runAgain } from '../account.ts';
import type { Scenario } from '../scenario.ts';

const SLOW = 500_000;

export const twice: Scenario = {
  fault: 'a second run while the first is at work',
  async play(stage) {
    const place = await stage.open({ kind: 'mysql' });
    place.network.set({ bytesPerSecond: SLOW });
    const first = place.start();
    await Promise.race([place.network.passed(SLOW), first.ended]);
    const second = await place.migrate();
    if (second.code !== 5) throw new Disagreement(`the second run ends with ${messageOf(second)}`);
    place.network.set({});
    const { code } = await first.ended;
    if (code !== 0) throw new Disagreement(`the first run ends with ${code}`);
    await expectUndisturbed(place.target, stage.undisturbed.mysql);
    const holds = `${await describeHoldings(place.target)}; of the first run alone`;
    return { sees: `second run: ${messageOf(second)}`, holds, next: await runAgain(place, stage.undisturbed.mysql) };
  },
};
