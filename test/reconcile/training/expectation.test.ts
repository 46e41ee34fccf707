import { expect, it } from 'vitest';
import { maximise, normalise, type ExpectationInput } from '../../../reconcile/training/expectation.ts';

const chances = (...values: number[]) => Float64Array.from([1, ...values]);

/** Pairs by pattern of three yes/no comparisons, drawn without noise from known chances. */
function drawPatterns(share: number, m: readonly number[], u: readonly number[]) {
  const levels: number[][] = [[], [], []];
  const pairs: number[] = [];
  for (let pattern = 0; pattern < 8; pattern += 1) {
    let [same, different] = [share, 1 - share];
    for (let c = 0; c < 3; c += 1) {
      const agrees = (pattern >> c) % 2 === 1;
      levels[c]!.push(agrees ? 1 : 2);
      same *= agrees ? m[c]! : 1 - m[c]!;
      different *= agrees ? u[c]! : 1 - u[c]!;
    }
    pairs.push(1e6 * (same + different));
  }
  return { levels: levels.map((of) => Uint8Array.from(of)), pairs: Float64Array.from(pairs) };
}

function inputOf(over: Partial<ExpectationInput> = {}): ExpectationInput {
  const m = [0.9, 0.8, 0.95];
  const u = [0.1, 0.05, 0.2];
  return {
    counts: drawPatterns(0.2, m, u),
    u: u.map((value) => chances(value, 1 - value)),
    m: [0.7, 0.7, 0.7].map((value) => chances(value, 1 - value)),
    active: [true, true, true],
    fixed: [[], [], []],
    share: 0.5,
    ...over,
  };
}

it('recovers the chances that made the patterns', () => {
  const { m, share } = maximise(inputOf());
  expect(share).toBeCloseTo(0.2, 2);
  expect(m.map((of) => of[1])).toEqual([expect.closeTo(0.9, 2), expect.closeTo(0.8, 2), expect.closeTo(0.95, 2)]);
});

it('leaves comparisons alone that the rule hides', () => {
  const input = inputOf({ active: [true, false, true] });
  const { m, weight } = maximise(input);
  expect(m[1]).toEqual(input.m[1]);
  expect(weight[1]).toBe(0);
});

it('takes a missing value for no evidence', () => {
  const { counts } = inputOf();
  const missing = {
    ...counts,
    levels: [counts.levels[0]!, counts.levels[1]!, Uint8Array.from(counts.levels[2]!, () => 0)],
  };
  const { m, weight } = maximise(inputOf({ counts: missing }));
  expect(weight[2]).toBe(0);
  expect(m[2]![1]).toBeCloseTo(0.7, 6);
});

it('shares among learnt levels what fixed ones leave', () => {
  const learnt = normalise(Float64Array.from([0, 50, 30, 10]), chances(0.5, 0.3, 0.2), [true, false, true, false]);
  expect(learnt[2]).toBe(0.3);
  expect(learnt[1]! + learnt[3]!).toBeCloseTo(0.7, 12);
  expect(learnt[1]! / learnt[3]!).toBeCloseTo(5, 0);
});

it('keeps the declared chances where nothing was seen', () => {
  expect([...normalise(new Float64Array(3), chances(0.75, 0.25), [])]).toEqual([1, 0.75, 0.25]);
});
