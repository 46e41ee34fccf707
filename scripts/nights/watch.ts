/** What the product said of a night, beside what went wrong in it. */
import { EVERYWHERE, FAULTS, type PlannedFault, type Sign } from './faults.ts';

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

export interface Judged {
  /** Faults that had to be told of, in so many words, and were not. */
  readonly missed: readonly string[];
  /** What was said though nothing had gone wrong that explains it. */
  readonly invented: readonly string[];
  readonly caught: number;
}

interface Line {
  readonly night: number;
  readonly system: string;
  /** `guard level`, each once, and the status where it is that of something wrong. */
  readonly sayings: readonly string[];
}

function linesOf(said: readonly Said[]): Line[] {
  return said.flatMap(({ night, systems }) =>
    systems.map(({ system, status, verdicts }) => {
      const findings = verdicts.map(({ guard, level }) => `${guard} ${level}`);
      const isWrong = status === 'failed' || status === 'stopped' || status === 'busy';
      return { night, system, sayings: [...new Set([...findings, ...(isWrong ? [status] : [])])] };
    }),
  );
}

function explains({ night, system, fault }: PlannedFault, line: Line, saying: string): boolean {
  const sign: Sign = FAULTS[fault];
  const nights = sign.may?.[saying];
  return nights !== undefined && system === line.system && line.night >= night && line.night <= night + nights;
}

export function judgeNights(plan: readonly PlannedFault[], said: readonly Said[]): Judged {
  const lines = linesOf(said);
  const toBeTold = plan.filter(({ system, fault }) => system !== EVERYWHERE && FAULTS[fault].says.length > 0);
  const isTold = ({ night, system, fault }: PlannedFault): boolean => {
    const sign: Sign = FAULTS[fault];
    const line = lines.find((each) => each.night === night && each.system === system);
    return sign.says.some((saying) => line?.sayings.includes(saying));
  };
  const missed = toBeTold.filter((fault) => !isTold(fault));
  const invented = lines.flatMap((line) =>
    line.sayings
      .filter((saying) => !plan.some((fault) => explains(fault, line, saying)))
      .map((saying) => `night ${line.night} ${line.system}: ${saying}`),
  );
  return {
    missed: missed.map(({ night, system, fault }) => `night ${night} ${system}: ${fault}`),
    invented,
    caught: toBeTold.length - missed.length,
  };
}
