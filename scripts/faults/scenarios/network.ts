/** What a network does to a reading: it breaks off, goes silent, or is slow. */
import { describeHoldings, Disagreement, expectUndisturbed, messageOf, runAgain } from '../account.ts';
import type { Scenario } from '../scenario.ts';

const MIDDLE = 1_200_000;
const SLOW = 700_000;

const cut = (kind: 'mysql' | 'postgres', name: string): Scenario => ({
  fault: `connection to ${name} cut in the middle of a stream`,
  async play(stage) {
    const place = await stage.open({ kind });
    place.network.set({ cutAfter: MIDDLE });
    const sees = messageOf(await place.migrate());
    const holds = await describeHoldings(place.target);
    return { sees, holds, next: await runAgain(place, stage.undisturbed[kind]) };
  },
});

const stalled = (kind: 'mysql' | 'postgres', name: string): Scenario => ({
  fault: `${name} goes silent in the middle of a stream (deadline of 3 s)`,
  async play(stage) {
    const place = await stage.open({ kind, settings: { statementTimeout: 3 } });
    place.network.set({ stallAfter: MIDDLE });
    const sees = messageOf(await place.migrate());
    const holds = await describeHoldings(place.target);
    place.network.set({});
    return { sees, holds, next: await runAgain(place, stage.undisturbed[kind]) };
  },
});

const slow: Scenario = {
  fault: 'slow source (0.7 MB/s, deadline of 3 s)',
  async play(stage) {
    const place = await stage.open({ kind: 'mysql', settings: { statementTimeout: 3 } });
    place.network.set({ bytesPerSecond: SLOW });
    const ending = await place.migrate();
    if (ending.code !== 0) throw new Disagreement(messageOf(ending));
    const sees = `${messageOf(ending)}: it takes longer, no deadline is met while rows come`;
    await expectUndisturbed(place.target, stage.undisturbed.mysql);
    const holds = await describeHoldings(place.target);
    place.network.set({});
    return { sees, holds, next: await runAgain(place, stage.undisturbed.mysql) };
  },
};

export const networks: readonly Scenario[] = [
  cut('mysql', 'MySQL'),
  cut('postgres', 'PostgreSQL'),
  stalled('mysql', 'MySQL'),
  stalled('postgres', 'PostgreSQL'),
  slow,
];
