/** Disjoint sets of records in one typed array: path halving, the larger set stays root. */
export class UnionFind {
  /** Parent of a record; of a root, minus the size of its set. */
  readonly #parent: Int32Array;

  constructor(records: number) {
    this.#parent = new Int32Array(records).fill(-1);
  }

  find(record: number): number {
    const parent = this.#parent;
    let at = record;
    for (let up = parent[at] ?? -1; up >= 0; up = parent[at] ?? -1) {
      const above = parent[up] ?? -1;
      if (above < 0) return up;
      parent[at] = above;
      at = above;
    }
    return at;
  }

  sizeOf(record: number): number {
    return -(this.#parent[this.find(record)] ?? -1);
  }

  /** @returns the root of the joined set. */
  join(left: number, right: number): number {
    let root = this.find(left);
    let other = this.find(right);
    if (root === other) return root;
    const parent = this.#parent;
    if ((parent[root] ?? -1) > (parent[other] ?? -1)) [root, other] = [other, root];
    parent[root] = (parent[root] ?? -1) + (parent[other] ?? -1);
    parent[other] = root;
    return root;
  }

  /** Smallest record of its set, for every record: the same whatever the order of joining. */
  labels(): Int32Array {
    const size = this.#parent.length;
    const smallest = new Int32Array(size).fill(-1);
    const labels = new Int32Array(size);
    for (let record = 0; record < size; record += 1) {
      const root = this.find(record);
      if ((smallest[root] ?? -1) < 0) smallest[root] = record;
      labels[record] = smallest[root] ?? record;
    }
    return labels;
  }
}
