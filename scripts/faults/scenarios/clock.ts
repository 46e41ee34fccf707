/** The clock of the machine is set back while a run is at work. */
import { join } from 'node:path';
import { describeHoldings, Disagreement, expectUndisturbed, messageOf, runAgain } from '../account.ts';
import type { Scenario } from '../scenario.ts';

const SLOW = 700_000;

export const clock: Scenario = {
  fault: 'the clock jumps back two days in the middle of a run',
  async play(stage) {
    const place = await stage.open({ kind: 'mysql' });
    place.network.set({ bytesPerSecond: SLOW });
    const { child, ended } = place.start({ preload: join(import.meta.dirname, '..', 'jump-clock.ts') });
    await Promise.race([place.network.passed(SLOW), ended]);
    child.kill('SIGUSR2');
    const ending = await ended;
    if (ending.code !== 0) throw new Disagreement(messageOf(ending));
    await expectUndisturbed(place.target, stage.undisturbed.mysql);
    const holds = await describeHoldings(place.target);
    place.network.set({});
    const next = await runAgain(place, stage.undisturbed.mysql);
    return { sees: `${messageOf(ending)}: runs follow each other by number, not by time`, holds, next };
  },
};
