/** Brings records into the staging tables, a chunk per transaction: while one is written the next comes together. */
import { setImmediate } from 'node:timers/promises';
import type { RawChunk } from '../connectors/connector.ts';
import { passFaultPoint } from '../core/fault.ts';
import type { Client, Database } from '../database/connection.ts';
import { writeChunk, type StagedChunk } from '../database/load/stage.ts';
import { ChunkDigest } from './chunk-digest.ts';
import type { MappedChunk, RecordStager } from './record-stager.ts';

/** Records taken before the event loop gets its turn: less than a millisecond. */
const RECORDS_PER_TURN = 32;

/** Whether the socket takes more of the chunk before: the database works while this one comes together. */
export function mustGiveWay(count: number): boolean {
  return count % RECORDS_PER_TURN === 0;
}

/** Place of a chunk in its stream. */
export interface ChunkPlace {
  readonly chunkNo: number;
  /** Numbers of its first and last record. */
  readonly from: number;
  readonly to: number;
  /** Reading again from here gives the records behind it. */
  readonly cursor: string;
}

export interface ChunkStager {
  /** Everything that needs no answer of the database. @param from number of the first record. */
  add(piece: RawChunk, from: number): Promise<void>;
  /**
   * Hands over what came together and starts anew.
   * @returns writes it, and says how many of its records wait in quarantine. Called once the chunk before is written.
   */
  take(place: ChunkPlace): () => Promise<number>;
}

export interface StagingTarget {
  readonly runId: string;
  readonly stream: string;
}

/** In the transaction at hand. */
export async function writeMapped(
  client: Client,
  target: StagingTarget,
  chunk: ChunkPlace & MappedChunk & Pick<StagedChunk, 'digest'>,
): Promise<void> {
  await writeChunk(client, target.runId, target.stream, chunk);
  passFaultPoint('stage');
}

/** Maps every record. */
export class MappingStager implements ChunkStager {
  readonly #database: Database;
  readonly #stager: RecordStager;
  readonly #target: StagingTarget;
  readonly #digest = new ChunkDigest();

  constructor(database: Database, stager: RecordStager, target: StagingTarget) {
    this.#database = database;
    this.#stager = stager;
    this.#target = target;
  }

  async add(piece: RawChunk, from: number): Promise<void> {
    for (const [index, record] of piece.records.entries()) {
      const identified = this.#stager.identify(piece, record);
      this.#digest.count(record, identified);
      this.#stager.add(piece, record, from + index, identified);
      if (mustGiveWay(from + index)) await setImmediate();
    }
  }

  take(place: ChunkPlace): () => Promise<number> {
    const mapped = this.#stager.take();
    const chunk = { ...place, ...mapped, digest: this.#digest.take() };
    return async () => {
      await this.#database.transaction((client) => writeMapped(client, this.#target, chunk));
      this.#stager.reuse(mapped);
      return mapped.quarantined;
    };
  }
}
