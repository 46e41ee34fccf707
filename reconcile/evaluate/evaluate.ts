/** How good scored pairs and clusters are, against labels: several figures, since they differ on the same run. */
import type { Band, Bands, PairBatch } from '../contract.ts';
import { bandOf } from '../explain/explain.ts';
import { countByEvidence, type Evidence } from './evidence.ts';
import { bCubed, countPairs, exactShare, pairQuality, qualityOf, type Quality } from './quality.ts';
import { wilsonInterval, type Interval } from './wilson.ts';

export interface EvaluationInput {
  /** All pairs that blocking finds, whatever their weight. */
  readonly pairs: PairBatch;
  readonly bands: Bands;
  /** What the run made of the records: any number per cluster. */
  readonly clusters: Int32Array;
  /** What they are: any number per entity, -1 where nobody knows. Pairs with an unknown record are left out. */
  readonly truth: Int32Array;
  /** 1 where the record holds a valid identifier. */
  readonly identified: Uint8Array;
}

export interface BandQuality {
  readonly pairs: number;
  readonly same: number;
  /** Share of same pairs, with its 95 % interval. */
  readonly share: number;
  readonly interval: Interval;
}

export interface Evaluation {
  readonly records: number;
  readonly truePairs: number;
  /** Share of true pairs that blocking finds. */
  readonly blockingRecall: number;
  /** Of the pairs of the merge band alone. */
  readonly edges: Quality;
  readonly components: Quality;
  readonly bCubed: Quality;
  readonly exactShare: number;
  readonly bands: Readonly<Record<Band, BandQuality>>;
  /** Of pairs inside clusters, by how many of the two hold an identifier. */
  readonly byEvidence: Readonly<Record<Evidence, Quality>>;
}

export function evaluate(input: EvaluationInput): Evaluation {
  const known = Array.from(input.truth, (label, record) => (label === -1 ? -1 : record)).filter((at) => at !== -1);
  const truth = Int32Array.from(known, (record) => input.truth[record]!);
  const clusters = Int32Array.from(known, (record) => input.clusters[record]!);
  const identified = Uint8Array.from(known, (record) => input.identified[record]!);
  const truePairs = countPairs(truth);
  const bands = countBands(input);
  const { both, one, none } = countByEvidence(clusters, truth, identified);
  const found = bands.merge.same + bands.review.same + bands.apart.same;
  return {
    records: known.length,
    truePairs,
    blockingRecall: truePairs === 0 ? 1 : found / truePairs,
    edges: qualityOf({ hits: bands.merge.same, claimed: bands.merge.pairs, actual: truePairs }),
    components: pairQuality(clusters, truth),
    bCubed: bCubed(clusters, truth),
    exactShare: exactShare(clusters, truth),
    bands,
    byEvidence: { both: qualityOf(both), one: qualityOf(one), none: qualityOf(none) },
  };
}

function countBands({ pairs, bands, truth }: EvaluationInput): Record<Band, BandQuality> {
  const counts = { merge: { pairs: 0, same: 0 }, review: { pairs: 0, same: 0 }, apart: { pairs: 0, same: 0 } };
  pairs.weight.forEach((weight, pair) => {
    const [left, right] = [truth[pairs.left[pair]!]!, truth[pairs.right[pair]!]!];
    if (left === -1 || right === -1) return;
    const count = counts[bandOf(weight, bands)];
    count.pairs += 1;
    if (left === right) count.same += 1;
  });
  return { merge: bandQuality(counts.merge), review: bandQuality(counts.review), apart: bandQuality(counts.apart) };
}

function bandQuality({ pairs, same }: { readonly pairs: number; readonly same: number }): BandQuality {
  return { pairs, same, share: pairs === 0 ? 0 : same / pairs, interval: wilsonInterval(same, pairs) };
}
