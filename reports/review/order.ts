/** The order of a review queue: conflicts of codes first, then what moves most and is least certain. */
import type { ReviewPair } from './item.ts';

/** How open a question is: 1 where both answers are equally likely, towards 0 where one is nearly sure. */
function uncertainty(weight: number): number {
  // 1 − |2p − 1| with p from the odds; written so that no large weight overflows.
  return 2 / (1 + 2 ** Math.abs(weight));
}

/** Worth of an answer: the records it moves times how open the question is. */
export function valueOf({ weight, groupSize }: Pick<ReviewPair, 'weight' | 'groupSize'>): number {
  return Math.log2(1 + groupSize) * uncertainty(weight);
}

/**
 * Pairs of one group stay together, because they are judged together; a group stands where its best pair would. The order
 * is total, so that equal queues are equal sheets.
 */
export function orderPairs(pairs: readonly ReviewPair[]): ReviewPair[] {
  const rank = (pair: ReviewPair): readonly [number, number] => [pair.conflict ? 1 : 0, valueOf(pair)];
  const best = new Map<string, readonly [number, number]>();
  for (const pair of pairs) {
    const [conflict, value] = rank(pair);
    const [knownConflict, knownValue] = best.get(pair.group) ?? [0, 0];
    best.set(pair.group, [Math.max(conflict, knownConflict), Math.max(value, knownValue)]);
  }
  const compare = ([c1, v1]: readonly [number, number], [c2, v2]: readonly [number, number]) => c2 - c1 || v2 - v1;
  const textual = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return pairs.toSorted(
    (a, b) =>
      compare(best.get(a.group) ?? [0, 0], best.get(b.group) ?? [0, 0]) ||
      textual(a.group, b.group) ||
      compare(rank(a), rank(b)) ||
      textual(a.left.id, b.left.id) ||
      textual(a.right.id, b.right.id),
  );
}
