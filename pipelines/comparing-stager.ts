/** Stages chunks of which most is as it was: only records that are not settled are mapped. */
import type { RawChunk, RawRecord } from '../connectors/connector.ts';
import { rowText, textsOfRow } from '../core/row-text.ts';
import type { ComparingSession } from '../database/load/comparing-session.ts';
import { CopyBuffer, PiecePool } from '../database/load/copy.ts';
import type { IdentifiedRecord } from '../mappings/apply.ts';
import type { FieldValue } from '../schemas/field.ts';
import { giveWay, writeMapped, type ChunkPlace, type ChunkStager, type StagingTarget } from './chunk-stager.ts';
import { LOST_CHARACTER } from './lost-character.ts';
import { positionOf, type RecordPlace, type RecordStager } from './record-stager.ts';

/** What only the reader knows of a record is not kept: its word counts anew in every delivery. */
function mayBeSettled(record: RawRecord, { issues, bare, text }: IdentifiedRecord): boolean {
  return issues.all.length === 0 && !record.skip && !record.problems && !bare && !text.includes(LOST_CHARACTER);
}

/** A record that waits for the answer of the database: one text instead of many small ones, for there are thousands. */
interface Candidate {
  readonly ord: number;
  readonly place: RecordPlace;
  readonly text: string;
  readonly record: Omit<RawRecord, 'values'>;
  readonly amounts: readonly FieldValue[] | null;
}

interface Waiting {
  readonly candidates: readonly Candidate[];
  readonly others: readonly { readonly ord: number; readonly place: RecordPlace; readonly record: RawRecord }[];
  readonly probes: Buffer[];
}

export class ComparingStager implements ChunkStager {
  readonly #session: ComparingSession;
  readonly #stager: RecordStager;
  readonly #target: StagingTarget;
  readonly #pool = new PiecePool();
  readonly #probes = new CopyBuffer(this.#pool);
  #candidates: Candidate[] = [];
  #others: { ord: number; place: RecordPlace; record: RawRecord }[] = [];

  constructor(session: ComparingSession, stager: RecordStager, target: StagingTarget) {
    this.#session = session;
    this.#stager = stager;
    this.#target = target;
  }

  async add(piece: RawChunk, from: number): Promise<void> {
    const { records, cursor: _, ...place } = piece;
    for (const [index, record] of records.entries()) {
      const ord = from + index;
      const identified = this.#stager.identify(piece, record);
      if (mayBeSettled(record, identified)) this.#probe(place, record, ord, identified);
      else this.#others.push({ ord, place, record });
      await giveWay(ord);
    }
  }

  take(place: ChunkPlace): () => Promise<number> {
    const waiting = { candidates: this.#candidates, others: this.#others, probes: this.#probes.take() };
    this.#candidates = [];
    this.#others = [];
    return () => this.#write(place, waiting);
  }

  #probe(place: RecordPlace, raw: RawRecord, ord: number, { sourceKey, rawHash, text }: IdentifiedRecord): void {
    this.#probes.add(rowText([ord, sourceKey, rawHash, positionOf(place, raw.row)]));
    const { values, ...record } = raw;
    this.#candidates.push({ ord, place, text, record, amounts: this.#stager.readAmounts(values) });
  }

  async #write(place: ChunkPlace, { candidates, others, probes }: Waiting): Promise<number> {
    let quarantined = 0;
    await this.#session.transaction(async (client) => {
      const unsettled = await this.#session.settle(probes);
      this.#pool.give(probes);
      for (const candidate of candidates) this.#stageCandidate(candidate, unsettled);
      for (const { ord, place: at, record } of others) this.#stager.add(at, record, ord);
      const mapped = this.#stager.take();
      await writeMapped(client, this.#target, place, mapped);
      this.#stager.reuse(mapped);
      ({ quarantined } = mapped);
    });
    return quarantined;
  }

  #stageCandidate({ ord, place, text, record, amounts }: Candidate, unsettled: ReadonlySet<number>): void {
    if (unsettled.has(ord)) this.#stager.add(place, { ...record, values: textsOfRow(text) }, ord);
    else if (amounts) this.#stager.addAmounts(amounts);
  }
}
