/** A delivery is held before it is read, unless somebody has answered for this very content. */
import type { Database } from '../../database/connection.ts';
import { holdDelivery } from '../../database/load/delivery-holds.ts';
import { readHolds, type Hold } from '../../database/read/holds.ts';
import type { Verdict } from '../guards/verdict.ts';
import type { Arrival } from './arrival.ts';

export interface ArrivalPlace {
  readonly database: Database;
  readonly system: string;
  /** Empty for a source that is read as it stands. */
  readonly day: string;
}

export interface HeldArrival {
  readonly held: 'free' | 'held' | 'refused';
  /** Of the arrival; what was approved stops nothing any more. */
  readonly verdicts: readonly Verdict[];
}

const stops = ({ guard, level }: Verdict): boolean => guard === 'volume' && level === 'stop';

function approvedBy({ decidedBy, reason }: Hold, verdict: Verdict): Verdict {
  const { zh, en } = verdict.message;
  const message = {
    zh: `${zh}（已由 ${decidedBy} 放行：${reason}）`,
    en: `${en} (released by ${decidedBy}: ${reason})`,
  };
  return { ...verdict, level: 'warn', message };
}

export async function holdArrival({ database, system, day }: ArrivalPlace, arrival: Arrival): Promise<HeldArrival> {
  const { fingerprint } = arrival;
  if (!arrival.verdicts.some(stops)) return { held: 'free', verdicts: arrival.verdicts };
  const decided = await readHolds(database, { systems: [system], states: ['approved', 'refused'] });
  const answerTo = ({ guard, stream }: Verdict): Hold | undefined =>
    decided.find((hold) => hold.guard === guard && hold.stream === stream && hold.fingerprint === fingerprint);
  const verdicts = arrival.verdicts.map((verdict) => {
    const answer = stops(verdict) ? answerTo(verdict) : undefined;
    return answer?.state === 'approved' ? approvedBy(answer, verdict) : verdict;
  });
  const left = verdicts.filter(stops);
  if (left.length === 0) return { held: 'free', verdicts };
  if (left.some((verdict) => answerTo(verdict))) return { held: 'refused', verdicts };
  for (const { guard, stream, measured, message } of left) {
    await holdDelivery(database, { system, stream, guard, day, fingerprint, records: Number(measured), message });
  }
  return { held: 'held', verdicts };
}
