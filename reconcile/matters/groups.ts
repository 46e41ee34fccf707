/** Groups that grow by joining: refuses what a steward or two different investment codes forbid. */

export type Refusal = 'identifier' | 'must_not_link';

export class Groups {
  readonly #parent: Int32Array;
  readonly #codes = new Map<number, Set<string>>();
  readonly #forbidden = new Map<number, Set<number>>();

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index);
  }

  /** A group holds records of at most one investment project, unless one record itself bears two codes. */
  declareCodes(record: number, codes: readonly string[]): void {
    if (codes.length > 0) this.#codes.set(record, new Set(codes));
  }

  /** To be called before anything is joined. */
  forbid(left: number, right: number): void {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const partners = this.#forbidden.get(one) ?? new Set();
      this.#forbidden.set(one, partners.add(other));
    }
  }

  /** @returns the smallest record number of the group. */
  groupOf(record: number): number {
    let root = record;
    for (let up = this.#parent[root]; up !== undefined && up !== root; up = this.#parent[root]) root = up;
    for (let at = record; at !== root;) {
      const next = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  /** @returns null where nothing forbids that the groups of the two become one. */
  refusalOf(left: number, right: number): Refusal | null {
    const [one, other] = [this.groupOf(left), this.groupOf(right)];
    if (one === other) return null;
    for (const partner of this.#forbidden.get(one) ?? []) {
      if (this.groupOf(partner) === other) return 'must_not_link';
    }
    const [ones, others] = [this.#codes.get(one), this.#codes.get(other)];
    return ones && others && ![...ones].some((code) => others.has(code)) ? 'identifier' : null;
  }

  join(left: number, right: number): void {
    const [one, other] = [this.groupOf(left), this.groupOf(right)];
    if (one === other) return;
    const [kept, gone] = one < other ? [one, other] : [other, one];
    this.#parent[gone] = kept;
    this.#merge(this.#codes, kept, gone);
    this.#merge(this.#forbidden, kept, gone);
  }

  #merge<T>(sets: Map<number, Set<T>>, kept: number, gone: number): void {
    const moved = sets.get(gone);
    if (moved === undefined) return;
    sets.delete(gone);
    const into = sets.get(kept);
    if (into === undefined) sets.set(kept, moved);
    else for (const value of moved) into.add(value);
  }
}
