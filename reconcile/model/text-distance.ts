/** Distances of texts by Unicode code points: what every engine must arrive at, whatever it counts in itself. */

/** Insertions, deletions and substitutions. */
export function levenshtein(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  let above = b.map((_, column) => column + 1);
  above.unshift(0);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substituted = at(above, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(at(above, column) + 1, at(current, column - 1) + 1, substituted));
    }
    above = current;
  }
  return at(above, b.length);
}

/**
 * Damerau–Levenshtein in its unrestricted form: swapped neighbours count once, and other edits may stand between them
 * (`ca` → `abc` is 2). R. Lowrance, R. Wagner, An Extension of the String-to-String Correction Problem, 1975.
 */
export function damerauLevenshtein(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const far = a.length + b.length;
  const width = b.length + 2;
  const table = new Int32Array((a.length + 2) * width).fill(far);
  for (let row = 0; row <= a.length; row += 1) table[(row + 1) * width + 1] = row;
  for (let column = 0; column <= b.length; column += 1) table[width + column + 1] = column;
  const lastRowOf = new Map<string, number>();
  for (let row = 1; row <= a.length; row += 1) {
    fillDamerauRow({ a, b, table, width, lastRowOf }, row);
    lastRowOf.set(a[row - 1]!, row);
  }
  return at(table, (a.length + 1) * width + b.length + 1);
}

interface DamerauTable {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly table: Int32Array;
  readonly width: number;
  readonly lastRowOf: ReadonlyMap<string, number>;
}

function fillDamerauRow({ a, b, table, width, lastRowOf }: DamerauTable, row: number): void {
  let lastColumn = 0;
  for (let column = 1; column <= b.length; column += 1) {
    const sameRow = lastRowOf.get(b[column - 1]!) ?? 0;
    const same = a[row - 1] === b[column - 1];
    const before = row * width + column;
    const transposed = at(table, sameRow * width + lastColumn) + (row - sameRow - 1) + 1 + (column - lastColumn - 1);
    table[before + width + 1] = Math.min(
      at(table, before) + (same ? 0 : 1),
      at(table, before + width) + 1,
      at(table, before + 1) + 1,
      transposed,
    );
    if (same) lastColumn = column;
  }
}

/** Matching characters and half-counted transpositions, 0…1; 0 where one is empty. M. Jaro, 1989. */
export function jaro(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  const reach = Math.max(Math.floor(Math.max(a.length, b.length) / 2) - 1, 0);
  const usedB = new Uint8Array(b.length);
  const matchedA: string[] = [];
  a.forEach((character, index) => {
    const until = Math.min(index + reach, b.length - 1);
    for (let other = Math.max(index - reach, 0); other <= until; other += 1) {
      if (usedB[other] === 1 || b[other] !== character) continue;
      usedB[other] = 1;
      matchedA.push(character);
      return;
    }
  });
  const count = matchedA.length;
  if (count === 0) return 0;
  const matchedB = b.filter((_, index) => usedB[index] === 1);
  const outOfOrder = matchedA.filter((character, index) => character !== matchedB[index]).length;
  return (count / a.length + count / b.length + (count - Math.floor(outOfOrder / 2)) / count) / 3;
}

/** Jaro, raised for up to four equal leading characters where it is above 0.7. W. Winkler, 1990. */
export function jaroWinkler(left: string, right: string): number {
  const similarity = jaro(left, right);
  if (similarity <= 0.7) return similarity;
  const [a, b] = [Array.from(left), Array.from(right)];
  let common = 0;
  while (common < 4 && common < a.length && a[common] === b[common]) common += 1;
  return similarity + common * 0.1 * (1 - similarity);
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index]!;
}
