/** Scored pairs in columns that grow: tens of millions fit where objects would not. */
import type { Bands, PairBatch } from '../contract.ts';

const FIRST = 1 << 12;

export class PairTable {
  #left = new Int32Array(FIRST);
  #right = new Int32Array(FIRST);
  /** Weights are kept as the database keeps them, so that a pair read back is in the same place of every order. */
  #weight = new Float32Array(FIRST);
  #conflict = new Uint8Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get left(): Int32Array {
    return this.#left.subarray(0, this.#length);
  }

  get right(): Int32Array {
    return this.#right.subarray(0, this.#length);
  }

  get weight(): Float32Array {
    return this.#weight.subarray(0, this.#length);
  }

  get conflict(): Uint8Array {
    return this.#conflict.subarray(0, this.#length);
  }

  #grow(): void {
    const size = this.#left.length * 2;
    const grown = <T extends Int32Array | Float32Array | Uint8Array>(next: T, from: T): T => {
      next.set(from);
      return next;
    };
    this.#left = grown(new Int32Array(size), this.#left);
    this.#right = grown(new Int32Array(size), this.#right);
    this.#weight = grown(new Float32Array(size), this.#weight);
    this.#conflict = grown(new Uint8Array(size), this.#conflict);
  }

  /** @param conflict 1 where two valid identifiers contradict each other. */
  add(left: number, right: number, weight: number, conflict: number): void {
    if (this.#length === this.#left.length) this.#grow();
    const at = this.#length;
    this.#left[at] = Math.min(left, right);
    this.#right[at] = Math.max(left, right);
    this.#weight[at] = weight;
    this.#conflict[at] = conflict;
    this.#length += 1;
  }

  /** Keeps what is at or above the review floor. @returns how many pairs of the batch lie below it. */
  addBatch(batch: PairBatch, { review }: Bands): number {
    let apart = 0;
    for (let at = 0; at < batch.left.length; at += 1) {
      const weight = Math.fround(batch.weight[at] ?? Number.NEGATIVE_INFINITY);
      if (weight < review) apart += 1;
      else this.add(batch.left[at] ?? 0, batch.right[at] ?? 0, weight, batch.conflict[at] ?? 0);
    }
    return apart;
  }
}
