/**
 * Guards judge what a night brings. Each is a pure function of what was before and what has come; what becomes of a
 * verdict is the sync's business. A warning is told, a stop keeps something from the target until somebody answers.
 */
import type { Wording } from '../../core/language.ts';

/** Stable: they stand in the database, in names of holds and in metrics. */
export const GUARDS = ['volume', 'freshness', 'drift', 'quarantine', 'cursor', 'mass_delete'] as const;
export type GuardId = (typeof GUARDS)[number];

/** From here on a guard warns, and from here on it stops. */
export interface Levels {
  readonly warn: number;
  readonly stop: number;
}

/** What a pipeline declares; what it leaves out is learned from history. */
export interface GuardLevels {
  /** Share by which a delivery may differ from the median of those before: 0.2 is a fifth more or less. */
  readonly volume?: Levels;
  /** Days a delivery may be overdue. */
  readonly freshness?: Levels;
  /** Share of the records read that may be quarantined. */
  readonly quarantine?: Levels;
}

export interface Verdict {
  readonly guard: GuardId;
  /** Empty where the system as a whole is concerned. */
  readonly stream: string;
  readonly level: 'warn' | 'stop';
  readonly measured: string;
  readonly expected: string;
  /** The limit comes from history, not from the declaration. */
  readonly learned: boolean;
  readonly message: Wording;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** @returns the level a value reaches; null below both. */
export function levelOf(value: number, { warn, stop }: Levels): Verdict['level'] | null {
  if (value >= stop) return 'stop';
  return value >= warn ? 'warn' : null;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
