/** `kill -9` at a chosen point of each stage. */
import { describeHoldings, messageOf, runAgain } from '../account.ts';
import type { Scenario } from '../scenario.ts';

const POINTS = {
  'extract:9': 'while records are read',
  'stage:8': 'while a chunk is staged',
  'rules:2': 'while set rules judge the stream',
  'merge:1': 'while a range is merged, before its commit',
  'commit:1': 'while the stream is finished, before its commit',
} as const;

export const kills: readonly Scenario[] = Object.entries(POINTS).map(([fault, when]) => ({
  fault: `kill -9 ${when}`,
  async play(stage) {
    const place = await stage.open({ kind: 'mysql' });
    const sees = messageOf(await place.migrate({ fault }));
    const holds = await describeHoldings(place.target);
    return { sees, holds, next: await runAgain(place, stage.undisturbed.mysql) };
  },
}));
