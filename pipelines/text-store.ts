/**
 * Texts that wait for an answer of the database, as bytes. Kept as strings, thousands of them outlive the young
 * generation, and the collector copies each of them twice; most are never looked at again.
 */

const FIRST_BYTES = 1 << 18;
/** Exact for every text, half a surrogate pair included, and no work to write. */
const ENCODING = 'utf16le';
const BYTES_PER_UNIT = 2;

export class TextStore {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #ends: number[] = [];
  #used = 0;

  /** The text gets the number that `size` was before. */
  add(text: string): void {
    const end = this.#used + text.length * BYTES_PER_UNIT;
    if (end > this.#bytes.length) this.#grow(end);
    this.#bytes.write(text, this.#used, ENCODING);
    this.#used = end;
    this.#ends.push(end);
  }

  get size(): number {
    return this.#ends.length;
  }

  /** @param place counted from 0. */
  at(place: number): string {
    const end = this.#ends[place];
    if (end === undefined) throw new RangeError(`no text at ${place}`);
    return this.#bytes.toString(ENCODING, this.#ends[place - 1] ?? 0, end);
  }

  /** Forgets all texts and keeps the room they took. */
  clear(): void {
    this.#ends.length = 0;
    this.#used = 0;
  }

  #grow(least: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(least, this.#bytes.length * 2));
    this.#bytes.copy(bytes, 0, 0, this.#used);
    this.#bytes = bytes;
  }
}
