import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JudgementGraph, type JudgedPair } from '../../../reconcile/judgements/graph.ts';
import { VERDICTS, type Verdict } from '../../../schemas/identity.ts';

function judged(text: string): JudgedPair[] {
  return text.split(/\s+/).map((pair, index) => {
    const [left = '', sign, right = ''] = Array.from(pair);
    const verdict: Verdict = sign === '=' ? 'same' : sign === '#' ? 'different' : 'unsure';
    return { id: String(index + 1), left, right, verdict };
  });
}

const contradicts = (before: string, left: string, right: string, verdict: Verdict) =>
  new JudgementGraph(judged(before)).findContradiction(left, right, verdict)?.map(({ id }) => id) ?? null;

describe('a contradiction', () => {
  it.each([
    ['A=B B=C', 'A', 'C', 'different', ['1', '2']],
    ['A=B B#C', 'A', 'C', 'same', ['1', '2']],
    ['A=B C=D B#D', 'A', 'C', 'same', ['1', '3', '2']],
    ['A=B B=C', 'A', 'C', 'same', null],
    ['A#B B#C', 'A', 'C', 'same', null],
    ['A=B B#C', 'A', 'C', 'different', null],
    ['A=B B?C', 'A', 'C', 'different', null],
    ['A=B B=C', 'A', 'C', 'unsure', null],
  ] as const)('after %s, %s and %s %s: %j', (before, left, right, verdict, expected) => {
    expect(contradicts(before, left, right, verdict)).toEqual(expected);
  });

  it('is not found in the judgement that is judged anew', () => {
    expect(contradicts('A=B', 'A', 'B', 'different')).toBeNull();
    expect(contradicts('A#B', 'B', 'A', 'same')).toBeNull();
  });

  it('is found where others still say what the judgement takes back', () => {
    expect(contradicts('A=B A=C C=B', 'A', 'B', 'different')).toEqual(['2', '3']);
  });

  it('is never among judgements that were all taken', () => {
    const pair = fc.record({
      left: fc.integer({ min: 0, max: 7 }),
      right: fc.integer({ min: 0, max: 7 }),
      verdict: fc.constantFrom(...VERDICTS),
    });
    const property = fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
      const graph = new JudgementGraph();
      const taken = new Map<string, { left: number; right: number; verdict: Verdict }>();
      for (const [index, { left, right, verdict }] of pairs.entries()) {
        if (left === right || graph.findContradiction(String(left), String(right), verdict)) continue;
        graph.put({ id: String(index), left: String(left), right: String(right), verdict });
        taken.set([left, right].toSorted((one, other) => one - other).join(), { left, right, verdict });
      }
      const group = [0, 1, 2, 3, 4, 5, 6, 7];
      for (const { left, right, verdict } of taken.values()) {
        if (verdict !== 'same') continue;
        const [from, to] = [group[left], group[right]];
        for (const [record, label] of group.entries()) if (label === from) group[record] = to ?? 0;
      }
      const broken = [...taken.values()].filter(
        ({ left, right, verdict }) => verdict === 'different' && group[left] === group[right],
      );
      return broken.length === 0;
    });
    expect(fc.check(property).failed).toBe(false);
  });
});
