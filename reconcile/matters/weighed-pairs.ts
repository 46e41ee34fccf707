/** Weighed pairs in columns that grow: a register of a million notices gives millions of them. */
import type { Candidate } from './find.ts';
import type { MatterRecord } from './record.ts';

const FIRST = 1 << 12;

export interface WeighedPair extends Candidate {
  readonly weight: number;
  readonly conflict: boolean;
}

/** By canonical id: the same in every database that holds the same records. */
export function placesOf(records: readonly MatterRecord[]): Int32Array {
  const idOf = (record: number): string => records[record]?.id ?? '';
  const order = Uint32Array.from(records, (_, record) => record).sort((one, other) =>
    idOf(one) < idOf(other) ? -1 : idOf(one) > idOf(other) ? 1 : 0,
  );
  const places = new Int32Array(records.length);
  for (const [place, record] of order.entries()) places[record] = place;
  return places;
}

export class WeighedPairs {
  readonly #rules: string[] = [];
  #left = new Int32Array(FIRST);
  #right = new Int32Array(FIRST);
  #weight = new Float64Array(FIRST);
  /** Place of the rule, twice, and 1 where numbers contradict each other. */
  #says = new Uint16Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add({ left, right, rule, weight, conflict }: WeighedPair): void {
    if (this.#length === this.#left.length) this.#grow();
    if (!this.#rules.includes(rule)) this.#rules.push(rule);
    const at = this.#length;
    this.#left[at] = left;
    this.#right[at] = right;
    this.#weight[at] = weight;
    this.#says[at] = this.#rules.indexOf(rule) * 2 + Number(conflict);
    this.#length += 1;
  }

  at(pair: number): WeighedPair {
    const says = this.#says[pair] ?? 0;
    return {
      left: this.#left[pair] ?? 0,
      right: this.#right[pair] ?? 0,
      weight: this.#weight[pair] ?? 0,
      rule: this.#rules[says >> 1] ?? '',
      conflict: says % 2 === 1,
    };
  }

  /** @param placeOf where a record stands among all, whatever order they were read in. */
  *strongestFirst(placeOf: (record: number) => number): Generator<WeighedPair> {
    const order = Uint32Array.from({ length: this.#length }, (_, pair) => pair);
    const [left, right, weight] = [this.#left, this.#right, this.#weight];
    order.sort(
      (one, other) =>
        (weight[other] ?? 0) - (weight[one] ?? 0) ||
        placeOf(left[one] ?? 0) - placeOf(left[other] ?? 0) ||
        placeOf(right[one] ?? 0) - placeOf(right[other] ?? 0),
    );
    for (const pair of order) yield this.at(pair);
  }

  #grow(): void {
    const size = this.#length * 2;
    const grown = <T extends Int32Array | Float64Array | Uint16Array>(next: T, from: T): T => {
      next.set(from);
      return next;
    };
    this.#left = grown(new Int32Array(size), this.#left);
    this.#right = grown(new Int32Array(size), this.#right);
    this.#weight = grown(new Float64Array(size), this.#weight);
    this.#says = grown(new Uint16Array(size), this.#says);
  }
}
