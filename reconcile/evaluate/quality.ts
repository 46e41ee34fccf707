/** How far one grouping of records agrees with another. Labels are any numbers; equal ones belong together. */

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs put together rightly, put together at all, and belonging together. */
export interface Agreement {
  readonly hits: number;
  readonly claimed: number;
  readonly actual: number;
}

/** Nothing claimed is nothing claimed wrongly: precision is 1 without claims, recall 1 without truth. */
export function qualityOf({ hits, claimed, actual }: Agreement): Quality {
  const precision = claimed === 0 ? 1 : hits / claimed;
  const recall = actual === 0 ? 1 : hits / actual;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

export const pairsIn = (records: number): number => (records * (records - 1)) / 2;

export function countPairs(labels: Int32Array): number {
  return [...sizesOf(labels).values()].reduce((sum, size) => sum + pairsIn(size), 0);
}

function sizesOf(labels: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
}

/** Records by (found, true) label. */
function crossSizes(found: Int32Array, truth: Int32Array): { found: number; truth: number; size: number }[] {
  const cells = new Map<number, Map<number, number>>();
  found.forEach((label, record) => {
    const row = cells.get(label) ?? new Map<number, number>();
    row.set(truth[record]!, (row.get(truth[record]!) ?? 0) + 1);
    cells.set(label, row);
  });
  return [...cells].flatMap(([label, row]) =>
    [...row].map(([actual, size]) => ({ found: label, truth: actual, size })),
  );
}

export function countAgreement(found: Int32Array, truth: Int32Array): Agreement {
  const hits = crossSizes(found, truth).reduce((sum, { size }) => sum + pairsIn(size), 0);
  return { hits, claimed: countPairs(found), actual: countPairs(truth) };
}

/** Of all pairs put together, and of all that belong together. */
export function pairQuality(found: Int32Array, truth: Int32Array): Quality {
  return qualityOf(countAgreement(found, truth));
}

/** Average over records instead of pairs, so that one large cluster does not outweigh all others. A. Bagga, B. Baldwin, 1998. */
export function bCubed(found: Int32Array, truth: Int32Array): Quality {
  const [foundSizes, truthSizes] = [sizesOf(found), sizesOf(truth)];
  let [precision, recall] = [0, 0];
  for (const cell of crossSizes(found, truth)) {
    precision += cell.size ** 2 / foundSizes.get(cell.found)!;
    recall += cell.size ** 2 / truthSizes.get(cell.truth)!;
  }
  const records = Math.max(found.length, 1);
  const [p, r] = [precision / records, recall / records];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** Share of true groups that were found without one record missing or too many. */
export function exactShare(found: Int32Array, truth: Int32Array): number {
  const [foundSizes, truthSizes] = [sizesOf(found), sizesOf(truth)];
  const exact = crossSizes(found, truth).filter(
    ({ found: label, truth: actual, size }) => foundSizes.get(label) === size && truthSizes.get(actual) === size,
  );
  return exact.length / Math.max(truthSizes.size, 1);
}
