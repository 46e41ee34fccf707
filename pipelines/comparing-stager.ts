/** Stages a chunk of which most is as it was: only records that are not settled are mapped. */
import type { RawRecord } from '../connectors/connector.ts';
import { rowText } from '../core/row-text.ts';
import { CopyBuffer, PiecePool } from '../database/load/copy.ts';
import type { ComparingSession } from '../database/load/comparing-session.ts';
import type { IdentifiedRecord } from '../mappings/apply.ts';
import { giveWay, writeMapped, type ChunkPart, type ChunkStager, type StagingTarget } from './chunk-stager.ts';
import { positionOf, type RecordStager } from './record-stager.ts';

/** Stands for a character that the database cannot hold: what was delivered is not known from what is kept. */
const LOST_CHARACTER = '\u2400';

/** What only the reader knows of a record is not kept: its word counts anew in every delivery. */
function mayBeSettled(record: RawRecord, { issues, bare, text }: IdentifiedRecord): boolean {
  return issues.all.length === 0 && !record.skip && !record.problems && !bare && !text.includes(LOST_CHARACTER);
}

export class ComparingStager implements ChunkStager {
  readonly #session: ComparingSession;
  readonly #stager: RecordStager;
  readonly #target: StagingTarget;
  readonly #pool = new PiecePool();
  readonly #probes = new CopyBuffer(this.#pool);

  constructor(session: ComparingSession, stager: RecordStager, target: StagingTarget) {
    this.#session = session;
    this.#stager = stager;
    this.#target = target;
  }

  async prepare(part: ChunkPart): Promise<() => Promise<number>> {
    const { chunk, from } = part;
    const candidates: (IdentifiedRecord | null)[] = [];
    for (const [index, record] of chunk.records.entries()) {
      const identified = this.#stager.identify(chunk, record);
      const isCandidate = mayBeSettled(record, identified);
      candidates.push(isCandidate ? identified : null);
      if (isCandidate) {
        const { sourceKey, rawHash } = identified;
        this.#probes.add(rowText([from + index, sourceKey, rawHash, positionOf(chunk, record.row)]));
      }
      await giveWay(index);
    }
    const probes = this.#probes.take();
    return () => this.#write(part, candidates, probes);
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  async #write(part: ChunkPart, candidates: readonly (IdentifiedRecord | null)[], probes: Buffer[]): Promise<number> {
    let quarantined = 0;
    await this.#session.transaction(async (client) => {
      const unsettled = await this.#session.settle(probes);
      this.#pool.give(probes);
      for (const [index, record] of part.chunk.records.entries()) {
        const ord = part.from + index;
        const candidate = candidates[index] ?? undefined;
        if (candidate && !unsettled.has(ord)) this.#stager.addSettled(record);
        else this.#stager.add(part.chunk, record, ord, candidate);
        await giveWay(index);
      }
      const mapped = this.#stager.take();
      await writeMapped(client, this.#target, part, mapped);
      this.#stager.reuse(mapped);
      ({ quarantined } = mapped);
    });
    return quarantined;
  }
}
