/** Expected volume: how many records a stream delivers, measured against the deliveries before. */
import { levelOf, median, type Levels, type Verdict } from './verdict.ts';

/** Fewer deliveries than this teach nothing. */
const ENOUGH = 5;
/** A stream of fewer records is too small to be measured in shares. */
const FEW = 20;
/** Of deliveries of changes: a night brings anything from nothing to a lot; only a flood is news. */
const FLOOD = { records: 200, warn: 5, stop: 20 } as const;
/** Of full states, where nothing is declared: so large a part is gone. */
const SHRUNK = { warn: 0.3, stop: 0.8 } as const;
/** So many times as large. Registers grow as long as they live, and are seen as a whole once a week. */
const GROWN = { warn: 2, stop: 5 } as const;
/** So many times the usual spread is ordinary: median absolute deviations, about three standard deviations. */
const SPREAD = 4.5;

export interface Volume {
  readonly stream: string;
  readonly rows: number;
  /** Records of deliveries before of the same sort (full states or changes), newest first. */
  readonly past: readonly number[];
  readonly sort: 'state' | 'changes';
  readonly levels?: Levels | undefined;
}

function verdict({ stream, rows }: Volume, level: Verdict['level'], usual: number, learned: boolean): Verdict {
  const message = {
    zh: `${stream}：本次 ${rows} 条，以往约 ${usual} 条`,
    en: `${stream}: ${rows} records, about ${usual} before`,
  };
  return { guard: 'volume', stream, level, measured: String(rows), expected: String(usual), learned, message };
}

function judgeChanges(volume: Volume): Verdict | null {
  const { rows, past } = volume;
  const most = Math.max(...past);
  if (past.length < ENOUGH || rows < FLOOD.records) return null;
  const level = levelOf(rows / Math.max(most, FEW), FLOOD);
  return level && verdict(volume, level, most, true);
}

/** What was accepted last counts as much as what is usual: a register that shrank for good is small from then on. */
function judgeLearned(volume: Volume, usual: number): Verdict | null {
  const { rows, past } = volume;
  const newest = past[0] ?? usual;
  if (past.length < ENOUGH || usual < FEW) return null;
  const [least, most] = [Math.min(usual, newest), Math.max(usual, newest)];
  if (rows >= least) {
    const level = levelOf(rows / most, GROWN);
    return level && verdict(volume, level, most, true);
  }
  const spread = median(past.map((each) => Math.abs(each - usual)));
  if (least - rows <= spread * SPREAD) return null;
  const level = levelOf((least - rows) / least, SHRUNK);
  return level && verdict(volume, level, least, true);
}

/** @returns null where the volume is ordinary, or too little is known. */
export function judgeVolume(volume: Volume): Verdict | null {
  const { rows, past, sort, levels } = volume;
  if (past.length === 0) return null;
  if (sort === 'changes') return judgeChanges(volume);
  const usual = Math.round(median(past));
  if (!levels) return judgeLearned(volume, usual);
  const level = levelOf(Math.abs(rows - usual) / Math.max(usual, 1), levels);
  return level && verdict(volume, level, usual, false);
}

/** For a dry run: how many records are to be expected; null where nothing is known. */
export function expectedRows(past: readonly number[]): number | null {
  return past.length === 0 ? null : Math.round(median(past));
}
