/** Judgements before clustering: those that contradict each other are found, and none of them joins anything. */
import type { ClusterInput, JudgedEdge } from './input.ts';

export interface JudgedEdges {
  readonly same: readonly JudgedEdge[];
  readonly different: readonly JudgedEdge[];
  readonly contradictory: readonly (readonly string[])[];
}

/** Records joined by `same`, each with a name for its group. */
function groupsOf(same: readonly JudgedEdge[]): Map<number, number> {
  const above = new Map<number, number>();
  const find = (record: number): number => {
    let at = record;
    for (let up = above.get(at); up !== undefined; up = above.get(at)) at = up;
    return at;
  };
  for (const { left, right } of same) {
    const [one, other] = [find(left), find(right)];
    if (one !== other) above.set(Math.max(one, other), Math.min(one, other));
  }
  return new Map(same.flatMap(({ left, right }) => [left, right]).map((record) => [record, find(record)]));
}

/**
 * A group of records that people say are one, although they say of two of them that they are not: which of the
 * judgements is wrong, only people can tell. Until then the group is not joined, and what is apart stays apart.
 */
export function sortJudgements({ same, different }: Pick<ClusterInput, 'same' | 'different'>): JudgedEdges {
  const groups = groupsOf(same);
  const broken = new Map<number, string[]>();
  for (const { judgement, left, right } of different) {
    const group = groups.get(left);
    if (group === undefined || group !== groups.get(right)) continue;
    broken.set(group, [...(broken.get(group) ?? []), judgement]);
  }
  const sound: JudgedEdge[] = [];
  for (const edge of same) {
    const ids = broken.get(groups.get(edge.left) ?? -1);
    if (ids) ids.push(edge.judgement);
    else sound.push(edge);
  }
  const contradictory = [...broken.values()].map((ids) => ids.toSorted((one, other) => Number(one) - Number(other)));
  return { same: sound, different, contradictory };
}
