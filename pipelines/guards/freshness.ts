/** Whether a feed comes at all, and in time; and whether its cursor still moves forward. */
import { levelOf, median, type Levels, type Verdict } from './verdict.ts';

const DAY_MS = 86_400_000;
const ENOUGH = 5;
/** Days overdue, where nothing is declared. */
const OVERDUE: Levels = { warn: 1, stop: 3 };
/** Nights without any change, where nothing is declared; at least so much, and twice or four times the longest before. */
const QUIET: Levels = { warn: 4, stop: 15 };

/** @param days as `2020-12-01`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export interface DayFeed {
  /** Newest day that lies ready or was taken; null where there never was one. */
  readonly newest: string | null;
  /** Beijing day of the night. */
  readonly night: string;
  /** How many days behind the night the newest day stood on nights before: 1 where a day comes on the night after. */
  readonly pastLags: readonly number[];
  /** Days between the first and the newest that never came. */
  readonly missing: readonly string[];
  readonly levels?: Levels | undefined;
}

/** A feed that hands over a day at a time. */
export function judgeDayFeed({ newest, night, pastLags, missing, levels }: DayFeed): Verdict[] {
  const gaps = missing.map((day): Verdict => ({
    guard: 'freshness',
    stream: '',
    level: 'warn',
    measured: day,
    expected: day,
    learned: false,
    message: { zh: `${day} 的数据没有送到`, en: `the delivery of ${day} is missing` },
  }));
  if (newest === null) return gaps;
  const usual = pastLags.length === 0 ? 1 : Math.round(median(pastLags));
  const overdue = daysBetween(newest, night) - usual;
  const level = levelOf(overdue, levels ?? OVERDUE);
  if (level === null) return gaps;
  const message = {
    zh: `最近一次是 ${newest} 的数据，已逾期 ${overdue} 天`,
    en: `the newest delivery is of ${newest}: ${overdue} day(s) overdue`,
  };
  const late = { measured: newest, expected: `≤ ${usual} d`, learned: pastLags.length > 0 };
  return [...gaps, { guard: 'freshness', stream: '', level, ...late, message }];
}

/** @returns days after the first and before the newest that are not among them. */
export function missingDays(days: readonly string[]): string[] {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Set(sorted);
  const all = Array.from({ length: daysBetween(first, last) }, (_, index) =>
    new Date(Date.parse(`${first}T00:00:00Z`) + index * DAY_MS).toISOString().slice(0, 10),
  );
  return all.filter((day) => !known.has(day));
}

export interface StandingSource {
  /** Nights since anything was inserted, updated or deleted. */
  readonly quietNights: number;
  /** Lengths of the quiet times before. */
  readonly pastQuiet: readonly number[];
  readonly levels?: Levels | undefined;
}

/** A source that is read as it stands: one that never changes any more is a feed that was forgotten. */
export function judgeQuiet({ quietNights, pastQuiet, levels }: StandingSource): Verdict | null {
  if (!levels && pastQuiet.length < ENOUGH) return null;
  const longest = Math.max(0, ...pastQuiet);
  const limits = levels ?? { warn: Math.max(QUIET.warn, 2 * longest), stop: Math.max(QUIET.stop, 4 * longest) };
  const level = levelOf(quietNights, limits);
  if (level === null) return null;
  const message = {
    zh: `来源已连续 ${quietNights} 晚没有任何变化（以往最长 ${longest} 晚）`,
    en: `nothing has changed at the source for ${quietNights} nights (${longest} at most before)`,
  };
  const expected = `< ${limits.warn}`;
  return { guard: 'freshness', stream: '', level, measured: String(quietNights), expected, learned: !levels, message };
}

export interface CursorStep {
  readonly stream: string;
  /** Newest cursor of what was read before; null where nothing was. */
  readonly before: string | null;
  /** Newest cursor the source shows now; empty where it shows none. */
  readonly now: string;
}

/** Numbers of any length by their value, times by their text. */
export function isBehind(now: string, before: string): boolean {
  if (/^\d+$/.test(now) && /^\d+$/.test(before)) return BigInt(now) < BigInt(before);
  return now < before;
}

/**
 * A cursor that steps back: the clock of the source was set back, or the source was restored from a backup. What was
 * written meanwhile lies behind the cursor and is found by comparing everything, which the sync does the same night.
 */
export function judgeCursor({ stream, before, now }: CursorStep): Verdict | null {
  if (before === null || !isBehind(now, before)) return null;
  const message = {
    zh: `${stream}：来源的游标从 ${before} 退回到 ${now || '（无）'}，已改为全量比对`,
    en: `${stream}: the cursor of the source stepped back from ${before} to ${now || 'none'}; everything was compared`,
  };
  return { guard: 'cursor', stream, level: 'warn', measured: now, expected: `≥ ${before}`, learned: true, message };
}
