/** How good scored pairs and clusters are, against labels: several figures, since they differ on the same run. */
import type { Band, Bands, PairBatch } from '../contract.ts';
import { bandOf } from '../explain/explain.ts';
import { bCubed, countPairs, exactShare, pairQuality, qualityOf, type Quality } from './quality.ts';
import { wilsonInterval, type Interval } from './wilson.ts';

/** How many of the two records hold a valid identifier. */
export type Evidence = 'both' | 'one' | 'none';

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
    byEvidence: qualityByEvidence(clusters, truth, identified),
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

/** Pairs between records of kinds a and b inside one group: those of the union less those inside each kind. */
function qualityByEvidence(clusters: Int32Array, truth: Int32Array, identified: Uint8Array): Record<Evidence, Quality> {
  const all = countAgreement(clusters, truth);
  const withOne = (kind: number): Agreement => {
    const records = Array.from(identified.keys()).filter((record) => identified[record] === kind);
    const pick = (labels: Int32Array) => Int32Array.from(records, (record) => labels[record]!);
    return countAgreement(pick(clusters), pick(truth));
  };
  const [none, both] = [withOne(0), withOne(1)];
  const one = {
    hits: all.hits - none.hits - both.hits,
    claimed: all.claimed - none.claimed - both.claimed,
    actual: all.actual - none.actual - both.actual,
  };
  return { both: qualityOf(both), one: qualityOf(one), none: qualityOf(none) };
}

interface Agreement {
  readonly hits: number;
  readonly claimed: number;
  readonly actual: number;
}

function countAgreement(clusters: Int32Array, truth: Int32Array): Agreement {
  const joint = new Map<string, number>();
  const cells = Int32Array.from(clusters, (cluster, record) => {
    const key = `${cluster} ${truth[record]!}`;
    const cell = joint.get(key) ?? joint.size;
    joint.set(key, cell);
    return cell;
  });
  return { hits: countPairs(cells), claimed: countPairs(clusters), actual: countPairs(truth) };
}
