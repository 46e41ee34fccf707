/**
 * Weak bridges: one pair of middling weight is all that ties two groups together, and of no other pair between them was
 * there even reason to ask. That is how false chains look. Bridges are found by one depth-first walk per cluster.
 * Source: R. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974).
 */
import { STATUS, type ClusterInput, type JudgedEdge } from './input.ts';
import { UnionFind } from './union-find.ts';

/** With fewer records one of the sides is a single one: it may well know nothing but this. */
const SMALLEST = 4;
const JUDGED = -1;

interface Graph {
  /** Records in the order in which they were met. */
  readonly records: readonly number[];
  /** record → neighbours, each with its pair; judgements are pairs of number −1. */
  readonly edges: ReadonlyMap<number, readonly (readonly [record: number, pair: number])[]>;
}

/** Graphs of the clusters large enough, from every kept pair inside them: a pair for review speaks for a bridge, too. */
function graphsOf(input: ClusterInput, sets: UnionFind, same: readonly JudgedEdge[]): Iterable<Graph> {
  const { left, right, conflict, length } = input.pairs;
  const edges = new Map<number, (readonly [number, number])[]>();
  const link = (from: number, to: number, pair: number): void => {
    const list = edges.get(from);
    if (list) list.push([to, pair]);
    else edges.set(from, [[to, pair]]);
  };
  const add = (one: number, other: number, pair: number): void => {
    if (sets.sizeOf(one) < SMALLEST || sets.find(one) !== sets.find(other)) return;
    link(one, other, pair);
    link(other, one, pair);
  };
  for (let pair = 0; pair < length; pair += 1) {
    if (conflict[pair] === 0) add(left[pair] ?? 0, right[pair] ?? 0, pair);
  }
  for (const edge of same) add(edge.left, edge.right, JUDGED);
  const clusters = new Map<number, number[]>();
  for (const record of edges.keys()) {
    const root = sets.find(record);
    clusters.set(root, [...(clusters.get(root) ?? []), record]);
  }
  return clusters.values().map((records) => ({ records, edges }));
}

interface Step {
  readonly record: number;
  /** Pair that led here. */
  readonly by: number;
  next: number;
}

/** Pairs without which the graph falls apart, each with the number of records behind it. */
function findBridges({ records, edges }: Graph): { pair: number; behind: number }[] {
  const entered = new Map<number, number>();
  const lowest = new Map<number, number>();
  const behind = new Map<number, number>();
  const bridges: { pair: number; behind: number }[] = [];
  const first = records[0] ?? 0;
  const enter = (record: number, by: number): Step => {
    entered.set(record, entered.size);
    lowest.set(record, entered.get(record) ?? 0);
    behind.set(record, 1);
    return { record, by, next: 0 };
  };
  const lower = (record: number, to: number): void => void lowest.set(record, Math.min(lowest.get(record) ?? 0, to));
  const trail = [enter(first, Number.NaN)];
  for (let step = trail.at(-1); step; step = trail.at(-1)) {
    const edge = edges.get(step.record)?.[step.next];
    step.next += 1;
    if (edge) {
      const [record, pair] = edge;
      if (!entered.has(record)) trail.push(enter(record, pair));
      else if (pair !== step.by || pair === JUDGED) lower(step.record, entered.get(record) ?? 0);
      continue;
    }
    trail.pop();
    const above = trail.at(-1);
    if (!above) break;
    lower(above.record, lowest.get(step.record) ?? 0);
    behind.set(above.record, (behind.get(above.record) ?? 0) + (behind.get(step.record) ?? 0));
    const isBridge = (lowest.get(step.record) ?? 0) > (entered.get(above.record) ?? 0);
    if (isBridge && step.by !== JUDGED) bridges.push({ pair: step.by, behind: behind.get(step.record) ?? 0 });
  }
  return bridges;
}

/** @returns clusters without their weak bridges, which are marked in `statuses`. */
export function cutWeakBridges(
  input: ClusterInput,
  { sets, statuses }: { readonly sets: UnionFind; readonly statuses: Uint8Array },
  same: readonly JudgedEdge[],
): UnionFind {
  const { pairs, rules, records } = input;
  const cut = new Set<number>();
  const limit = rules.bands.merge + rules.bridgeMargin;
  for (const graph of graphsOf(input, sets, same)) {
    for (const { pair, behind } of findBridges(graph)) {
      const sides = Math.min(behind, graph.records.length - behind);
      if (sides >= 2 && (pairs.weight[pair] ?? 0) < limit) cut.add(pair);
    }
  }
  if (cut.size === 0) return sets;
  return joinAgain(records, sets, cut, { input, statuses, same });
}

function joinAgain(
  records: number,
  sets: UnionFind,
  cut: ReadonlySet<number>,
  { input, statuses, same }: { input: ClusterInput; statuses: Uint8Array; same: readonly JudgedEdge[] },
): UnionFind {
  const { left, right, weight, conflict, length } = input.pairs;
  for (const pair of cut) statuses[pair] = STATUS.weakBridge;
  const again = new UnionFind(records);
  for (const edge of same) again.join(edge.left, edge.right);
  for (let pair = 0; pair < length; pair += 1) {
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    const joins = (weight[pair] ?? 0) >= input.rules.bands.merge && conflict[pair] === 0 && !cut.has(pair);
    if (joins && statuses[pair] === STATUS.review && sets.find(one) === sets.find(other)) again.join(one, other);
  }
  return again;
}
