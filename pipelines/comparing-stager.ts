/** Stages chunks of which most is as it was: only records that are not settled are mapped. */
import { setImmediate } from 'node:timers/promises';
import type { RawChunk, RawRecord } from '../connectors/connector.ts';
import { rowText, textsOfRow } from '../core/row-text.ts';
import type { ComparingSession } from '../database/load/comparing-session.ts';
import { CopyBuffer, PiecePool } from '../database/load/copy.ts';
import type { IdentifiedRecord } from '../mappings/apply.ts';
import type { AmountSums } from './amounts.ts';
import { ChunkDigest } from './chunk-digest.ts';
import { mustGiveWay, writeMapped, type ChunkPlace, type ChunkStager, type StagingTarget } from './chunk-stager.ts';
import { positionOf, type RecordPlace } from './record-place.ts';
import type { RecordStager } from './record-stager.ts';
import { TextStore } from './text-store.ts';

/** A record that waits for the answer of the database; its values lie in the store, in the order of the candidates. */
interface Candidate {
  readonly ord: number;
  readonly place: RecordPlace;
  readonly row: number;
  readonly deleted: boolean;
}

/** A record that is judged whatever the database answers. */
interface Other {
  readonly ord: number;
  readonly place: RecordPlace;
  readonly record: RawRecord;
  readonly identified: IdentifiedRecord;
}

/** What came together of one chunk. */
class Waiting {
  readonly candidates: Candidate[] = [];
  readonly others: Other[] = [];
  readonly texts: TextStore;
  /** Amounts of the candidates, as if all of them were settled. */
  readonly sums: AmountSums;

  constructor(texts: TextStore, sums: AmountSums) {
    this.texts = texts;
    this.sums = sums;
  }
}

export class ComparingStager implements ChunkStager {
  readonly #session: ComparingSession;
  readonly #stager: RecordStager;
  readonly #target: StagingTarget;
  readonly #pool = new PiecePool();
  readonly #probes = new CopyBuffer(this.#pool);
  readonly #idle: TextStore[] = [];
  readonly #digest = new ChunkDigest();
  #waiting: Waiting;

  constructor(session: ComparingSession, stager: RecordStager, target: StagingTarget) {
    this.#session = session;
    this.#stager = stager;
    this.#target = target;
    this.#waiting = this.#begin();
  }

  async add(piece: RawChunk, from: number): Promise<void> {
    const { records, cursor: _, ...place } = piece;
    for (const [index, record] of records.entries()) {
      const ord = from + index;
      const identified = this.#stager.identify(piece, record);
      const mayBeSettled = this.#digest.count(record, identified) && !this.#session.isInDoubt(identified.sourceKey);
      if (mayBeSettled) this.#probe(place, record, ord, identified);
      else this.#waiting.others.push({ ord, place, record, identified });
      if (mustGiveWay(ord)) await setImmediate();
    }
  }

  take(place: ChunkPlace): () => Promise<number> {
    const waiting = this.#waiting;
    const probes = this.#probes.take();
    const digest = this.#digest.take();
    this.#waiting = this.#begin();
    return () => this.#write({ ...place, digest }, waiting, probes);
  }

  #begin(): Waiting {
    return new Waiting(this.#idle.pop() ?? new TextStore(), this.#stager.emptySums());
  }

  #probe(place: RecordPlace, record: RawRecord, ord: number, identified: IdentifiedRecord): void {
    const { sourceKey, rawHash, text, deleted: isDeleted } = identified;
    const { candidates, texts, sums } = this.#waiting;
    const { row, deleted = false, values } = record;
    this.#probes.add(rowText([ord, sourceKey, rawHash, isDeleted, positionOf(place, row), true]));
    texts.add(text);
    candidates.push({ ord, place, row, deleted });
    this.#stager.addAmounts(sums, values);
  }

  async #write(place: ChunkPlace & { digest: string | null }, waiting: Waiting, probes: Buffer[]): Promise<number> {
    const { sums, others, texts } = waiting;
    let quarantined = 0;
    await this.#session.transaction(async (client) => {
      const unsettled = await this.#session.settle(probes, place.digest);
      this.#pool.give(probes);
      if (unsettled.size > 0) this.#judge(waiting, unsettled);
      for (const { ord, place: at, record, identified } of others) this.#stager.add(at, record, ord, identified);
      const mapped = this.#stager.take(sums);
      await writeMapped(client, this.#target, { ...place, ...mapped });
      this.#stager.reuse(mapped);
      ({ quarantined } = mapped);
    });
    texts.clear();
    this.#idle.push(texts);
    return quarantined;
  }

  #judge({ candidates, texts, sums }: Waiting, unsettled: ReadonlySet<number>): void {
    for (const [index, { ord, place, row, deleted }] of candidates.entries()) {
      if (!unsettled.has(ord)) continue;
      const values = textsOfRow(texts.at(index));
      this.#stager.subtractAmounts(sums, values);
      this.#stager.add(place, { values, row, ...(deleted ? { deleted } : {}) }, ord);
    }
  }
}
