/** What must not be in one cluster: different valid identifiers, what a steward keeps apart, two records of one stream. */
import { STATUS, type ClusterInput } from './input.ts';
import type { UnionFind } from './union-find.ts';

/** Streams that may declare to hold each entity once: one bit each. */
export const MOST_STREAMS = 31;

/** Valid identifiers of a cluster. More than one only where people have judged them to belong to one. */
type Values = ReadonlySet<number>;

const isWithin = (inner: Values, outer: Values): boolean => inner.isSubsetOf(outer);

/** State per root; clusters that nothing restricts have none. */
export class Constraints {
  readonly #sets: UnionFind;
  readonly #identifiers: Map<number, Values>[];
  readonly #forbidden = new Map<number, Set<number>>();
  /** Bit per stream that holds each entity once. */
  readonly #streams = new Map<number, number>();

  constructor(sets: UnionFind, input: Pick<ClusterInput, 'identifiers'>) {
    this.#sets = sets;
    this.#identifiers = input.identifiers.map(() => new Map());
  }

  /** A record that no other one has joined yet. */
  enter(record: number, { identifiers, onePerStream }: Pick<ClusterInput, 'identifiers' | 'onePerStream'>): void {
    for (const [kind, values] of identifiers.entries()) {
      const value = values[record] ?? 0;
      if (value !== 0) this.#identifiers[kind]?.set(record, new Set([value]));
    }
    const stream = onePerStream?.[record] ?? 0;
    if (stream !== 0) this.#streams.set(record, 1 << (stream - 1));
  }

  forbid(left: number, right: number): void {
    const [one, other] = [this.#sets.find(left), this.#sets.find(right)];
    this.#forbid(one).add(other);
    this.#forbid(other).add(one);
  }

  #forbid(root: number): Set<number> {
    const roots = this.#forbidden.get(root) ?? new Set();
    this.#forbidden.set(root, roots);
    return roots;
  }

  /** @returns the status of a pair that must stay apart; `joined` where nothing speaks against it. */
  verdict(left: number, right: number): number {
    const [one, other] = [this.#sets.find(left), this.#sets.find(right)];
    if (this.#forbidden.get(one)?.has(other)) return STATUS.mustNotLink;
    if (!this.identifiersAgree(one, other)) return STATUS.identifier;
    const shared = (this.#streams.get(one) ?? 0) & (this.#streams.get(other) ?? 0);
    return shared === 0 ? STATUS.joined : STATUS.sameSystem;
  }

  /** @param one @param other roots. Joining them would put no two identifiers together that nobody has joined before. */
  identifiersAgree(one: number, other: number): boolean {
    return this.#identifiers.every((byRoot) => {
      const [mine, theirs] = [byRoot.get(one), byRoot.get(other)];
      return !mine || !theirs || isWithin(mine, theirs) || isWithin(theirs, mine);
    });
  }

  hasIdentifier(record: number): boolean {
    const root = this.#sets.find(record);
    return this.#identifiers.some((byRoot) => byRoot.has(root));
  }

  /** Joins two clusters, whatever speaks against it. */
  join(left: number, right: number): void {
    const [one, other] = [this.#sets.find(left), this.#sets.find(right)];
    if (one === other) return;
    const root = this.#sets.join(one, other);
    const gone = root === one ? other : one;
    for (const byRoot of this.#identifiers) {
      const [kept, added] = [byRoot.get(root), byRoot.get(gone)];
      if (added) byRoot.set(root, kept ? kept.union(added) : added);
      byRoot.delete(gone);
    }
    const streams = (this.#streams.get(root) ?? 0) | (this.#streams.get(gone) ?? 0);
    if (streams !== 0) this.#streams.set(root, streams);
    for (const apart of this.#forbidden.get(gone) ?? []) {
      this.#forbid(apart).delete(gone);
      this.#forbid(apart).add(root);
      this.#forbid(root).add(apart);
    }
    this.#forbidden.delete(gone);
  }
}
