/** Faults that meet four readings of one table at once, each in a range of its own. */
import { describeHoldings, messageOf, runAgain } from '../account.ts';
import type { Place } from '../place.ts';
import type { Scenario } from '../scenario.ts';

const SETTINGS = { rangeRows: 1000, throttle: { readers: 4 } };
/** Bytes of all connections together. */
const MIDDLE = 1_200_000;

interface Fault {
  readonly fault: string;
  readonly kind: 'mysql' | 'postgres';
  readonly strike: (place: Place) => ReturnType<Place['migrate']>;
}

function cutOff(place: Place): ReturnType<Place['migrate']> {
  place.network.set({ cutAfter: MIDDLE });
  return place.migrate();
}

const FAULTS: readonly Fault[] = [
  {
    fault: 'kill -9 while four readings of MySQL are at work',
    kind: 'mysql',
    strike: (place) => place.migrate({ fault: 'extract:22' }),
  },
  {
    fault: 'kill -9 while a chunk of one of four readings of PostgreSQL is staged',
    kind: 'postgres',
    strike: (place) => place.migrate({ fault: 'stage:13' }),
  },
  { fault: 'connection to MySQL cut while four readings are at work', kind: 'mysql', strike: cutOff },
  { fault: 'connection to PostgreSQL cut while four readings are at work', kind: 'postgres', strike: cutOff },
];

export const readers: readonly Scenario[] = FAULTS.map(({ fault, kind, strike }) => ({
  fault,
  async play(stage) {
    const place = await stage.open({ kind, settings: SETTINGS });
    const sees = messageOf(await strike(place));
    const holds = await describeHoldings(place.target);
    place.network.set({});
    return { sees, holds, next: await runAgain(place, stage.undisturbed[kind]) };
  },
}));
