/**
 * What follows from judgements taken together: A = B and B = C make A = C, and A = B with B ≠ C makes A ≠ C. A judgement
 * that would contradict those before it is found before it is made.
 */
import type { Verdict } from '../contract.ts';

export interface JudgedPair {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
}

/** Judgements that say otherwise; together with the new one they cannot all be true. */
export type Contradiction = readonly JudgedPair[];

export class JudgementGraph {
  /** record → other record → judgement. */
  readonly #edges = new Map<string, Map<string, JudgedPair>>();

  constructor(judgements: Iterable<JudgedPair> = []) {
    for (const judgement of judgements) this.put(judgement);
  }

  /** A judgement on the pair that is already there is superseded. */
  put(judgement: JudgedPair): void {
    this.#at(judgement.left).set(judgement.right, judgement);
    this.#at(judgement.right).set(judgement.left, judgement);
  }

  #at(record: string): Map<string, JudgedPair> {
    const edges = this.#edges.get(record) ?? new Map<string, JudgedPair>();
    this.#edges.set(record, edges);
    return edges;
  }

  /**
   * Records that are the same as the one given by judgement, each with the judgement that led there. The pair (start,
   * without) does not count: it is about to be judged anew.
   */
  #same(start: string, without: string): Map<string, JudgedPair | null> {
    const reached = new Map<string, JudgedPair | null>([[start, null]]);
    const queue = [start];
    for (let record = queue.shift(); record !== undefined; record = queue.shift()) {
      for (const [next, judgement] of this.#edges.get(record) ?? []) {
        const judgedAnew = (record === start && next === without) || (record === without && next === start);
        if (judgement.verdict !== 'same' || judgedAnew || reached.has(next)) continue;
        reached.set(next, judgement);
        queue.push(next);
      }
    }
    return reached;
  }

  /** @returns the judgements a new one would contradict; null where it can be true. `unsure` contradicts nothing. */
  findContradiction(left: string, right: string, verdict: Verdict): Contradiction | null {
    if (verdict === 'unsure') return null;
    const ofLeft = this.#same(left, right);
    if (verdict === 'different') return ofLeft.has(right) ? pathTo(right, ofLeft) : null;
    const ofRight = this.#same(right, left);
    for (const record of ofLeft.keys()) {
      for (const [other, judgement] of this.#edges.get(record) ?? []) {
        const anew = (record === left && other === right) || (record === right && other === left);
        if (judgement.verdict !== 'different' || anew || !ofRight.has(other)) continue;
        return [...pathTo(record, ofLeft), judgement, ...pathTo(other, ofRight)];
      }
    }
    return null;
  }
}

function pathTo(record: string, reached: ReadonlyMap<string, JudgedPair | null>): JudgedPair[] {
  const path: JudgedPair[] = [];
  let at = record;
  for (let judgement = reached.get(at); judgement; judgement = reached.get(at)) {
    path.unshift(judgement);
    at = judgement.left === at ? judgement.right : judgement.left;
  }
  return path;
}
