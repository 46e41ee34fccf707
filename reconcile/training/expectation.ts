/**
 * Expectation–maximisation over counts of agreement patterns: two classes, same and different, whose comparisons are
 * independent within the class. A pattern stands for all its pairs, so that a step costs as many operations as there are
 * patterns. W. Winkler, Using the EM Algorithm for Weight Computation in the Fellegi–Sunter Model, 1988.
 */
import type { PatternCounts } from '../engine/engine.ts';

/** `chances[c][level]`; level 0 (missing) is no evidence and stays 1. */
export type LevelChances = readonly Float64Array[];

export interface ExpectationInput {
  readonly counts: PatternCounts;
  /** Chances among different pairs, held fixed. */
  readonly u: LevelChances;
  /** Where m begins. */
  readonly m: LevelChances;
  /** Comparisons that take part; others are no evidence. */
  readonly active: readonly boolean[];
  /** Levels (`[c][level]`) whose m is not learnt. */
  readonly fixed: readonly (readonly boolean[])[];
  /** Share of same pairs to begin with. */
  readonly share: number;
}

export interface Expectation {
  readonly m: LevelChances;
  /** Expected same pairs behind each comparison's filled levels: how much there was to learn from. */
  readonly weight: Float64Array;
  readonly share: number;
  readonly iterations: number;
}

const MOST_ITERATIONS = 200;
const SETTLED = 1e-5;
/** Pairs of evidence the starting values count for: levels never seen keep a chance. */
const START_PAIRS = 1;

export function maximise(input: ExpectationInput): Expectation {
  let state: Expectation = { m: input.m, weight: new Float64Array(input.m.length), share: input.share, iterations: 0 };
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const same = expectSame(input, state);
    const next = { ...estimate(input, same), iterations: iteration };
    const moved = largestMove(state.m, next.m);
    state = next;
    if (moved < SETTLED) break;
  }
  return state;
}

/** Probability of being the same, per pattern. */
function expectSame({ counts, u, active }: ExpectationInput, { m, share }: Expectation): Float64Array {
  const odds = share / (1 - share);
  return Float64Array.from(counts.pairs, (_, pattern) => {
    let ratio = odds;
    for (let c = 0; c < m.length; c += 1) {
      const level = counts.levels[c]![pattern]!;
      if (active[c] === true && level > 0) ratio *= m[c]![level]! / u[c]![level]!;
    }
    return ratio === Infinity ? 1 : ratio / (1 + ratio);
  });
}

function estimate(input: ExpectationInput, same: Float64Array): Omit<Expectation, 'iterations'> {
  const { counts, active, fixed } = input;
  const expected = Float64Array.from(same, (probability, pattern) => probability * counts.pairs[pattern]!);
  const pairs = total(counts.pairs);
  const weight = new Float64Array(input.m.length);
  const m = input.m.map((start, c) => {
    if (active[c] !== true) return start;
    const reached = new Float64Array(start.length);
    counts.levels[c]!.forEach((level, pattern) => {
      reached[level]! += expected[pattern]!;
    });
    reached[0] = 0;
    weight[c] = total(reached);
    return normalise(reached, start, fixed[c]!);
  });
  const share = Math.min(Math.max(total(expected) / pairs, 1e-9), 1 - 1e-9);
  return { m, weight, share };
}

/** Learnt levels share what fixed ones leave. */
export function normalise(reached: Float64Array, start: Float64Array, fixed: readonly boolean[]): Float64Array {
  const isLearnt = (level: number): boolean => level > 0 && fixed[level] !== true;
  let held = 0;
  let seen = 0;
  let begun = 0;
  for (let level = 1; level < start.length; level += 1) {
    if (!isLearnt(level)) held += start[level]!;
    else {
      seen += reached[level]!;
      begun += start[level]!;
    }
  }
  const free = Math.max(1 - held, 0);
  return start.map((value, level) => {
    if (level === 0) return 1;
    if (!isLearnt(level)) return value;
    const prior = begun > 0 ? (START_PAIRS * value) / begun : 0;
    return (free * (reached[level]! + prior)) / (seen + START_PAIRS);
  });
}

function largestMove(before: LevelChances, after: LevelChances): number {
  return Math.max(
    ...before.map((chances, c) => Math.max(...chances.map((chance, level) => Math.abs(chance - after[c]![level]!)))),
  );
}

export function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
