/** The records that a run clusters, by position in the order of their canonical ids. */
import type { NumberedBatch } from '../../database/identity/reading.ts';
import { IDENTIFIER_KINDS, readIdentifiers } from '../../reconcile/judgements/identifiers.ts';
import type { OnePerStream } from './one-per-stream.ts';

const FIRST = 1 << 12;

/** Numbers for texts, from 1 on. */
class Dictionary {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string | null): number {
    if (text === null) return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}

/** Where a record comes from: fields of a batch that a scope needs where streams declare to hold each entity once. */
export const STREAM_FIELDS = ['system', 'stream'] as const;

export class Scope {
  readonly #fields: readonly string[];
  readonly #once: OnePerStream;
  readonly #dictionary = new Dictionary();
  #length = 0;
  #recordNos = new Int32Array(FIRST);
  #before = new Int32Array(FIRST);
  #identifiers = IDENTIFIER_KINDS.map(() => new Int32Array(FIRST));
  #streams = new Uint8Array(FIRST);
  #positions: Int32Array | null = null;

  /** @param fields names of the columns of every batch. */
  constructor(fields: readonly string[], once: OnePerStream) {
    this.#fields = fields;
    this.#once = once;
  }

  get length(): number {
    return this.#length;
  }

  get recordNos(): Int32Array {
    return this.#recordNos.subarray(0, this.#length);
  }

  /** Entity of each record before this run, 0 where it had none. */
  get before(): Int32Array {
    return this.#before.subarray(0, this.#length);
  }

  /** Per kind of identifier: its number, 0 where a record has no valid one. */
  get identifiers(): Int32Array[] {
    return this.#identifiers.map((numbers) => numbers.subarray(0, this.#length));
  }

  /** Number of the stream of each record where it declares to hold each entity once, else 0. */
  get streams(): Uint8Array {
    return this.#streams.subarray(0, this.#length);
  }

  add({ recordNos, entities, columns }: NumberedBatch): void {
    const until = this.#length + recordNos.length;
    while (this.#recordNos.length < until) this.#grow();
    this.#recordNos.set(recordNos, this.#length);
    this.#before.set(entities, this.#length);
    for (let row = 0; row < recordNos.length; row += 1) {
      const values = Object.fromEntries(this.#fields.map((field, at) => [field, columns[at]?.[row] ?? null]));
      const found = readIdentifiers(values);
      for (const [at, kind] of IDENTIFIER_KINDS.entries()) {
        const numbers = this.#identifiers[at];
        if (numbers) numbers[this.#length + row] = this.#dictionary.numberOf(found[kind]);
      }
      this.#streams[this.#length + row] = this.#once.numberOf(values['system'] ?? '', values['stream'] ?? '');
    }
    this.#length = until;
    this.#positions = null;
  }

  #grow(): void {
    const double = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(from.length * 2);
      next.set(from);
      return next;
    };
    this.#recordNos = double(this.#recordNos);
    this.#before = double(this.#before);
    this.#identifiers = this.#identifiers.map(double);
    const streams = new Uint8Array(this.#streams.length * 2);
    streams.set(this.#streams);
    this.#streams = streams;
  }

  /** @returns −1 for a record outside. */
  positionOf(recordNo: number): number {
    if (!this.#positions) {
      const highest = this.recordNos.reduce((most, number) => Math.max(most, number), 0);
      this.#positions = new Int32Array(highest + 1).fill(-1);
      for (let at = 0; at < this.#length; at += 1) this.#positions[this.#recordNos[at] ?? 0] = at;
    }
    return this.#positions[recordNo] ?? -1;
  }
}
