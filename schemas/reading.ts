/** What reading one text gives: a clean value or none, and the rules that found fault on the way. */
import type { RuleId } from './rules.ts';

export interface Reading<T> {
  /** Null where the text means "no value" or cannot be read. */
  readonly value: T | null;
  /** In the order they were found; empty for clean text. */
  readonly rules: readonly RuleId[];
}

const NONE: readonly RuleId[] = [];
const NO_VALUE: Reading<never> = { value: null, rules: NONE };

export function clean<T>(value: T): Reading<T> {
  return { value, rules: NONE };
}

export function noValue(): Reading<never> {
  return NO_VALUE;
}

export function found<T>(value: T | null, ...rules: RuleId[]): Reading<T> {
  return { value, rules };
}
