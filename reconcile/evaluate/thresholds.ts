/** What each threshold would give, in one pass from the strongest pair to the weakest. */
import { UnionFind } from '../cluster/union-find.ts';
import { countPairs, pairsIn, qualityOf, type Quality } from './quality.ts';

export interface ScoredPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Float64Array;
}

export interface Threshold {
  readonly weight: number;
  /** Of the pairs at or above the threshold alone. */
  readonly edges: Quality;
  /** Of all pairs inside the components they make. */
  readonly components: Quality;
}

/** Every distinct weight as a threshold, descending. */
export function* sweepThresholds({ left, right, weight }: ScoredPairs, truth: Int32Array): Generator<Threshold> {
  const order = Uint32Array.from(weight, (_, pair) => pair).sort((a, b) => weight[b]! - weight[a]!);
  const actual = countPairs(truth);
  const growing = new GrowingComponents(truth);
  let edgeHits = 0;
  for (let at = 0; at < order.length; at += 1) {
    const pair = order[at]!;
    if (truth[left[pair]!] === truth[right[pair]!]) edgeHits += 1;
    growing.join(left[pair]!, right[pair]!);
    const next = order[at + 1];
    if (next !== undefined && weight[next] === weight[pair]) continue;
    yield {
      weight: weight[pair]!,
      edges: qualityOf({ hits: edgeHits, claimed: at + 1, actual }),
      components: qualityOf({ hits: growing.hits, claimed: growing.claimed, actual }),
    };
  }
}

/** The threshold with the best F1 of components; undefined without pairs. */
export function bestThreshold(pairs: ScoredPairs, truth: Int32Array): Threshold | undefined {
  let best: Threshold | undefined;
  for (const threshold of sweepThresholds(pairs, truth)) {
    if (best === undefined || threshold.components.f1 > best.components.f1) best = threshold;
  }
  return best;
}

/** Components at a threshold, as the smallest record of each. */
export function componentsAt({ left, right, weight }: ScoredPairs, records: number, atLeast: number): Int32Array {
  const sets = new UnionFind(records);
  weight.forEach((value, pair) => {
    if (value >= atLeast) sets.join(left[pair]!, right[pair]!);
  });
  return sets.labels();
}

/** Components that know how many of their pairs are true ones. */
class GrowingComponents {
  hits = 0;
  claimed = 0;
  private readonly sets: UnionFind;
  /** Per root: records by true label. */
  private readonly labels: Map<number, Map<number, number>>;

  constructor(truth: Int32Array) {
    this.sets = new UnionFind(truth.length);
    this.labels = new Map(Array.from(truth, (label, record) => [record, new Map([[label, 1]])]));
  }

  join(left: number, right: number): void {
    const [a, b] = [this.sets.find(left), this.sets.find(right)];
    if (a === b) return;
    this.claimed +=
      pairsIn(this.sets.sizeOf(a) + this.sets.sizeOf(b)) - pairsIn(this.sets.sizeOf(a)) - pairsIn(this.sets.sizeOf(b));
    let [more, fewer] = [this.labels.get(a)!, this.labels.get(b)!];
    if (more.size < fewer.size) [more, fewer] = [fewer, more];
    for (const [label, count] of fewer) {
      const there = more.get(label) ?? 0;
      this.hits += there * count;
      more.set(label, there + count);
    }
    this.labels.delete(a);
    this.labels.delete(b);
    this.labels.set(this.sets.join(a, b), more);
  }
}
