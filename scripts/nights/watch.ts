/** What the product said of a night, beside what went wrong in it. */
import { EVERYWHERE, FAULTS, type PlannedFault } from './faults.ts';

/** As `ggzy sync --json` prints it. */
export interface SaidOfSystem {
  readonly system: string;
  readonly status: string;
  readonly message: string | null;
  readonly verdicts: readonly {
    readonly guard: string;
    readonly level: string;
    readonly message: { readonly zh: string };
  }[];
}

export interface Said {
  readonly night: number;
  readonly systems: readonly SaidOfSystem[];
}

/** A fault may be told of in its own night or in the next, and its end in the one after; a day that is missing, for a week. */
const FELT = 2;
const FELT_LONG = 9;

export interface Judged {
  /** Faults that had to be seen, and were not. */
  readonly missed: readonly string[];
  /** Nights something was said of though nothing had gone wrong. */
  readonly invented: readonly string[];
  readonly caught: number;
}

function isNear(
  { night, system, fault }: PlannedFault,
  at: { readonly night: number; readonly system: string },
): boolean {
  return system === at.system && at.night >= night && at.night <= night + (fault === 'absent' ? FELT_LONG : FELT);
}

export function judgeNights(plan: readonly PlannedFault[], said: readonly Said[]): Judged {
  const lines = said.flatMap(({ night, systems }) => systems.map((each) => ({ night, ...each })));
  const loud = lines.filter(({ status }) => status !== 'green');
  const visible = plan.filter(({ system, fault }) => system !== EVERYWHERE && FAULTS[fault].seen);
  const missed = visible.filter((fault) => !loud.some((line) => isNear(fault, line)));
  const invented = loud.filter((line) => !plan.some((fault) => isNear(fault, line)));
  return {
    missed: missed.map(({ night, system, fault }) => `night ${night} ${system}: ${fault}`),
    invented: invented.map(
      ({ night, system, status, message }) => `night ${night} ${system}: ${status} ${message ?? ''}`,
    ),
    caught: visible.length - missed.length,
  };
}
