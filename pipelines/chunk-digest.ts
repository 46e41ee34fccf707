/** What the records of a chunk hold, as one hash: a chunk that is known by it need not be compared record by record. */
import type { RawRecord } from '../connectors/connector.ts';
import { hashText } from '../core/ids.ts';
import type { IdentifiedRecord } from '../mappings/apply.ts';
import { LOST_CHARACTER } from './lost-character.ts';

/** Of one record: 128 bits as hex digits. */
const HASH_BYTES = 32;
const FIRST_RECORDS = 2_500;

/** Its content says everything: what only the reader knows of a record is not kept, and counts anew in every delivery. */
export function saysEverything(record: RawRecord, { issues, bare, text }: IdentifiedRecord): boolean {
  return issues.all.length === 0 && !record.skip && !record.problems && !bare && !text.includes(LOST_CHARACTER);
}

export class ChunkDigest {
  #bytes = Buffer.allocUnsafeSlow(FIRST_RECORDS * HASH_BYTES);
  #used = 0;
  #whole = true;

  /** @returns whether the content of the record says everything. */
  count(record: RawRecord, identified: IdentifiedRecord): boolean {
    const isWhole = saysEverything(record, identified);
    if (isWhole) this.add(identified.rawHash);
    else this.spoil();
    return isWhole;
  }

  /** @param hash as `hashText` gives it. */
  add(hash: string): void {
    if (this.#used + HASH_BYTES > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafeSlow(this.#bytes.length)]);
    }
    this.#used += this.#bytes.write(hash, this.#used, 'latin1');
  }

  /** There is a record among them whose content does not say everything. */
  spoil(): void {
    this.#whole = false;
  }

  /** Starts anew. @returns null where the chunk cannot be known by a hash. */
  take(): string | null {
    const digest = this.#whole && this.#used > 0 ? hashText(this.#bytes.subarray(0, this.#used)) : null;
    this.#used = 0;
    this.#whole = true;
    return digest;
  }
}
