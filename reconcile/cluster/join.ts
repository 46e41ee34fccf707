/**
 * Joins pairs of the merge band into clusters. Most components have nothing in them that must stay apart and are joined as
 * they are. In the others the strongest pairs join first, and a pair that would bring together what must stay apart is left
 * out: the result depends on weights and record numbers, never on the order in which pairs arrive.
 */
import { Constraints } from './constraints.ts';
import { STATUS, type ClusterInput, type JudgedEdge } from './input.ts';
import { UnionFind } from './union-find.ts';

export interface Joined {
  readonly sets: UnionFind;
  /** Status per pair of the merge band; `review` below it. */
  readonly statuses: Uint8Array;
}

function mayJoin({ pairs, rules }: ClusterInput, pair: number): boolean {
  return (pairs.weight[pair] ?? 0) >= rules.bands.merge && pairs.conflict[pair] === 0;
}

function joinEverything(input: ClusterInput, same: readonly JudgedEdge[]): UnionFind {
  const { left, right, length } = input.pairs;
  const sets = new UnionFind(input.records);
  for (const edge of same) sets.join(edge.left, edge.right);
  for (let pair = 0; pair < length; pair += 1) {
    if (mayJoin(input, pair)) sets.join(left[pair] ?? 0, right[pair] ?? 0);
  }
  return sets;
}

/** Roots of components that hold something which must stay apart. */
function findRestricted(input: ClusterInput, sets: UnionFind): Set<number> {
  const restricted = new Set<number>();
  for (const { left, right } of input.different) {
    if (sets.find(left) === sets.find(right)) restricted.add(sets.find(left));
  }
  for (const values of input.identifiers) {
    const first = new Int32Array(input.records);
    for (let record = 0; record < input.records; record += 1) {
      const value = values[record] ?? 0;
      if (value === 0) continue;
      const root = sets.find(record);
      if (first[root] === 0) first[root] = value;
      else if (first[root] !== value) restricted.add(root);
    }
  }
  const seen = new Set<string>();
  for (const [record, stream] of (input.onePerStream ?? new Uint8Array()).entries()) {
    if (stream === 0) continue;
    const root = sets.find(record);
    if (seen.has(`${root} ${stream}`)) restricted.add(root);
    seen.add(`${root} ${stream}`);
  }
  return restricted;
}

/** Strongest first; among equals the one with the smaller records. */
function inOrder({ pairs }: ClusterInput, chosen: readonly number[]): number[] {
  const { left, right, weight } = pairs;
  return chosen.toSorted(
    (one, other) =>
      (weight[other] ?? 0) - (weight[one] ?? 0) ||
      (left[one] ?? 0) - (left[other] ?? 0) ||
      (right[one] ?? 0) - (right[other] ?? 0),
  );
}

/** Pairs of records that fit two clusters with different identifiers about equally well. @param ordered strongest first. */
function findContested(input: ClusterInput, constraints: Constraints, sets: UnionFind, ordered: readonly number[]) {
  const best = new Map<number, { readonly root: number; readonly weight: number }>();
  const contested = new Set<number>();
  const meet = (record: number, other: number, weight: number): void => {
    if (constraints.hasIdentifier(record) || !constraints.hasIdentifier(other)) return;
    const first = best.get(record);
    const root = sets.find(other);
    if (!first) best.set(record, { root, weight });
    else if (first.weight - weight < input.rules.contestMargin && !constraints.identifiersAgree(first.root, root)) {
      contested.add(record);
    }
  };
  for (const pair of ordered) {
    const [left, right] = [input.pairs.left[pair] ?? 0, input.pairs.right[pair] ?? 0];
    meet(left, right, input.pairs.weight[pair] ?? 0);
    meet(right, left, input.pairs.weight[pair] ?? 0);
  }
  return { contested, isOpen: (one: number, other: number) => contested.has(one) && constraints.hasIdentifier(other) };
}

/** Joins anew, restricted components with care, the others as they are. */
export function joinPairs(input: ClusterInput, same: readonly JudgedEdge[]): Joined {
  const { pairs, records, different } = input;
  const { left, right, length } = pairs;
  const loose = joinEverything(input, same);
  const restricted = findRestricted(input, loose);
  const statuses = new Uint8Array(length).fill(STATUS.review);
  if (restricted.size === 0) return { sets: loose, statuses };
  const sets = new UnionFind(records);
  const constraints = new Constraints(sets, input);
  for (let record = 0; record < records; record += 1) {
    if (restricted.has(loose.find(record))) constraints.enter(record, input);
  }
  for (const edge of same) constraints.join(edge.left, edge.right);
  for (const edge of different) constraints.forbid(edge.left, edge.right);
  const chosen: number[] = [];
  for (let pair = 0; pair < length; pair += 1) {
    if (!mayJoin(input, pair)) continue;
    if (restricted.has(loose.find(left[pair] ?? 0))) chosen.push(pair);
    else sets.join(left[pair] ?? 0, right[pair] ?? 0);
  }
  const ordered = inOrder(input, chosen);
  const { isOpen } = findContested(input, constraints, sets, ordered);
  const open = ordered.filter((pair) => {
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    return isOpen(one, other) || isOpen(other, one);
  });
  for (const pair of open) statuses[pair] = STATUS.contested;
  for (const pair of ordered) {
    if (statuses[pair] === STATUS.contested) continue;
    const verdict = constraints.verdict(left[pair] ?? 0, right[pair] ?? 0);
    if (verdict === STATUS.joined) constraints.join(left[pair] ?? 0, right[pair] ?? 0);
    else statuses[pair] = verdict;
  }
  return { sets, statuses };
}
