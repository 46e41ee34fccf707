/** How good scored pairs and clusters are, against labels: several figures, since they differ on the same run. */
import type { Band, Bands, PairBatch } from '../contract.ts';
import { bandOf } from '../explain/explain.ts';
import { countByEvidence, type Evidence } from './evidence.ts';
import { bCubed, countPairs, exactShare, qualityOf, type Agreement, type Quality } from './quality.ts';
import { wilsonInterval, type Interval } from './wilson.ts';

export interface EvaluationInput {
  /** All pairs that blocking finds, whatever their weight. */
  readonly pairs: Pick<PairBatch, 'left' | 'right'> & { readonly weight: Float32Array | Float64Array };
  readonly bands: Bands;
  /** What the run made of the records: any number per cluster. */
  readonly clusters: Int32Array;
  /** What they are: any number per entity, -1 where nobody knows. Pairs with an unknown record are left out. */
  readonly truth: Int32Array;
  /** 1 where the record holds a valid identifier. */
  readonly identified: Uint8Array;
}

/** Pairs by how many of the two records hold a valid identifier; `all` is every pair. */
export type ByEvidence<T> = Readonly<Record<'all' | Evidence, T>>;

export interface BandShare {
  readonly pairs: number;
  readonly same: number;
  /** Share of same pairs, with its 95 % interval. */
  readonly share: number;
  readonly interval: Interval;
}

/** Quality with the counts behind it, and 95 % intervals. */
export interface CountedQuality extends Quality, Agreement {
  readonly precisionWithin: Interval;
  readonly recallWithin: Interval;
}

export interface Evaluation {
  readonly records: number;
  readonly truePairs: number;
  /** Share of true pairs that blocking finds. */
  readonly blockingRecall: number;
  /** Share of true pairs that are in one cluster or at or above the review floor, so that a steward can find them. */
  readonly keptShare: number;
  /** Of the pairs of the merge band alone. */
  readonly edges: CountedQuality;
  /** Of all pairs inside clusters. */
  readonly components: ByEvidence<CountedQuality>;
  readonly bCubed: Quality;
  readonly exactShare: number;
  readonly bands: Readonly<Record<Band, ByEvidence<BandShare>>>;
}

export function countedQuality(of: Agreement): CountedQuality {
  return {
    ...of,
    ...qualityOf(of),
    precisionWithin: wilsonInterval(of.hits, of.claimed),
    recallWithin: wilsonInterval(of.hits, of.actual),
  };
}

interface Counted {
  readonly bands: Evaluation['bands'];
  /** True pairs that blocking finds. */
  readonly found: number;
  /** True pairs that are not in one cluster, but at or above the review floor. */
  readonly waiting: number;
}

type Tally = Record<'all' | Evidence, { pairs: number; same: number }>;

function newTally(): Tally {
  const none = () => ({ pairs: 0, same: 0 });
  return { all: none(), both: none(), one: none(), none: none() };
}

const EVIDENCE = ['none', 'one', 'both'] as const;

function countPairsByBand({ pairs, bands, clusters, truth, identified }: EvaluationInput): Counted {
  const counts = { merge: newTally(), review: newTally(), apart: newTally() };
  let [found, waiting] = [0, 0];
  pairs.weight.forEach((weight, pair) => {
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!];
    if (truth[left] === -1 || truth[right] === -1) return;
    const isSame = truth[left] === truth[right];
    const band = bandOf(weight, bands);
    if (isSame) found += 1;
    if (isSame && band !== 'apart' && clusters[left] !== clusters[right]) waiting += 1;
    for (const evidence of ['all', EVIDENCE[identified[left]! + identified[right]!]!] as const) {
      counts[band][evidence].pairs += 1;
      if (isSame) counts[band][evidence].same += 1;
    }
  });
  return {
    bands: { merge: bandShares(counts.merge), review: bandShares(counts.review), apart: bandShares(counts.apart) },
    found,
    waiting,
  };
}

function bandShares({ all, both, one, none }: Tally): ByEvidence<BandShare> {
  return { all: bandShare(all), both: bandShare(both), one: bandShare(one), none: bandShare(none) };
}

function bandShare({ pairs, same }: { readonly pairs: number; readonly same: number }): BandShare {
  return { pairs, same, share: pairs === 0 ? 0 : same / pairs, interval: wilsonInterval(same, pairs) };
}

export function evaluate(input: EvaluationInput): Evaluation {
  const known = Array.from(input.truth.keys()).filter((record) => input.truth[record] !== -1);
  const truth = Int32Array.from(known, (record) => input.truth[record]!);
  const clusters = Int32Array.from(known, (record) => input.clusters[record]!);
  const identified = Uint8Array.from(known, (record) => input.identified[record]!);
  const truePairs = countPairs(truth);
  const { bands, found, waiting } = countPairsByBand(input);
  const { all, both, one, none } = countByEvidence(clusters, truth, identified);
  const merged = bands.merge.all;
  const shareOf = (pairs: number): number => (truePairs === 0 ? 1 : pairs / truePairs);
  return {
    records: known.length,
    truePairs,
    blockingRecall: shareOf(found),
    keptShare: shareOf(all.hits + waiting),
    edges: countedQuality({ hits: merged.same, claimed: merged.pairs, actual: truePairs }),
    components: {
      all: countedQuality(all),
      both: countedQuality(both),
      one: countedQuality(one),
      none: countedQuality(none),
    },
    bCubed: bCubed(clusters, truth),
    exactShare: exactShare(clusters, truth),
    bands,
  };
}
