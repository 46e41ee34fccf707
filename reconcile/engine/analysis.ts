/** What a run would cost before it is started: pairs per rule, the largest blocks, how many pairs would wait for a steward. */
import type { Bands } from '../contract.ts';
import type { EntityModel } from '../model/model.ts';
import type { WeighedModel } from '../model/weights.ts';
import type { MatchEngine, PatternCounts, RuleLoad } from './engine.ts';

export interface BlockingAnalysis {
  readonly rules: readonly (RuleLoad & {
    /** Pairs of this rule and all before it, those found twice counted twice. */
    readonly cumulative: number;
    /** Expected pairs of the rule per band, estimated from a sample of its blocks, without frequencies. */
    readonly merge: number;
    readonly review: number;
  })[];
  /** Upper bounds: a pair that several rules find counts for each. */
  readonly predicted: { readonly merge: number; readonly review: number };
}

export interface AnalysisOptions {
  readonly weighed: WeighedModel;
  readonly bands: Bands;
  /** Pairs of each rule that are looked at. */
  readonly samplePairs: number;
}

export async function analyseBlocking(
  engine: MatchEngine,
  { blocking }: EntityModel,
  { weighed, bands, samplePairs }: AnalysisOptions,
): Promise<BlockingAnalysis> {
  const loads = await engine.analyseBlocking(blocking);
  let cumulative = 0;
  const rules: BlockingAnalysis['rules'][number][] = [];
  for (const [index, load] of loads.entries()) {
    cumulative += load.pairs;
    const counts = await engine.countRule(blocking[index]!, { atMost: samplePairs });
    const sampled = counts.pairs.reduce((sum, pairs) => sum + pairs, 0);
    const scale = sampled === 0 || load.pairs <= samplePairs ? 1 : load.pairs / sampled;
    const { merge, review } = countBands(counts, weighed, bands);
    rules.push({ ...load, cumulative, merge: Math.round(merge * scale), review: Math.round(review * scale) });
  }
  const total = (band: 'merge' | 'review') => rules.reduce((sum, rule) => sum + rule[band], 0);
  return { rules, predicted: { merge: total('merge'), review: total('review') } };
}

function countBands({ levels, pairs }: PatternCounts, weighed: WeighedModel, bands: Bands) {
  let [merge, review] = [0, 0];
  pairs.forEach((count, pattern) => {
    const weight = levels.reduce((sum, of, c) => sum + plainWeight(weighed, c, of[pattern]!), weighed.prior);
    if (weight >= bands.merge) merge += count;
    else if (weight >= bands.review) review += count;
  });
  return { merge, review };
}

/** A level's weight for a value of usual frequency. */
function plainWeight({ levels }: WeighedModel, comparison: number, reached: number): number {
  return reached === 0 ? 0 : levels[comparison]![reached - 1]!.usual;
}
