/**
 * Scored pairs and judgements → clusters. Nothing that must stay apart is in one cluster; what people join is one, unless
 * they contradict each other; the rest follows the weights. Same input, same clusters, in any order of pairs.
 */
import { cutWeakBridges } from './bridges.ts';
import { STATUS, type ClusterInput, type ClusterOutput } from './input.ts';
import { joinPairs } from './join.ts';
import { sortJudgements } from './judged.ts';

function settle(input: ClusterInput, labels: Int32Array, statuses: Uint8Array): void {
  const { left, right, conflict, length } = input.pairs;
  const key = (one: number, other: number): number => Math.min(one, other) * input.records + Math.max(one, other);
  const apart = new Set(input.different.map((edge) => key(edge.left, edge.right)));
  for (let pair = 0; pair < length; pair += 1) {
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    if (labels[one] === labels[other]) statuses[pair] = STATUS.joined;
    else if (apart.size > 0 && apart.has(key(one, other))) statuses[pair] = STATUS.mustNotLink;
    else if (conflict[pair] === 1) statuses[pair] = STATUS.identifier;
  }
}

export function cluster(input: ClusterInput): ClusterOutput {
  const { same, contradictory } = sortJudgements(input);
  const joined = joinPairs(input, same);
  const labels = cutWeakBridges(input, joined, same).labels();
  settle(input, labels, joined.statuses);
  return { labels, statuses: joined.statuses, contradictory };
}
