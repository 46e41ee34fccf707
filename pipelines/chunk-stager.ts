/** Brings a chunk into the staging tables: prepared while the chunk before it is written, then written in one transaction. */
import { setImmediate } from 'node:timers/promises';
import type { RawChunk } from '../connectors/connector.ts';
import { passFaultPoint } from '../core/fault.ts';
import type { Database } from '../database/connection.ts';
import type { Client } from '../database/connection.ts';
import { writeChunk } from '../database/load/stage.ts';
import type { MappedChunk, RecordStager } from './record-stager.ts';

/** Records taken before the event loop gets its turn: a few milliseconds. */
const RECORDS_PER_TURN = 128;

/** Lets the socket take more of the chunk before: the database works while this one is prepared. */
export async function giveWay(count: number): Promise<void> {
  if (count % RECORDS_PER_TURN === 0) await setImmediate();
}

/** Place of a chunk in its stream. */
export interface ChunkPart {
  readonly chunk: RawChunk;
  readonly chunkNo: number;
  /** Numbers of its first and last record. */
  readonly from: number;
  readonly to: number;
}

export interface ChunkStager {
  /**
   * Everything that needs no answer of the database; called in the order of chunks.
   * @returns writes the chunk, and says how many of its records wait in quarantine. Called once the chunk before it is
   *   written.
   */
  prepare(part: ChunkPart): Promise<() => Promise<number>>;
  close(): Promise<void>;
}

export interface StagingTarget {
  readonly runId: string;
  readonly stream: string;
}

/** In the transaction at hand. */
export async function writeMapped(client: Client, target: StagingTarget, part: ChunkPart, mapped: MappedChunk) {
  const { chunk, chunkNo, from, to } = part;
  await writeChunk(client, target.runId, target.stream, { chunkNo, from, to, cursor: chunk.cursor, ...mapped });
  passFaultPoint('stage');
}

/** Maps every record. */
export class MappingStager implements ChunkStager {
  readonly #database: Database;
  readonly #stager: RecordStager;
  readonly #target: StagingTarget;

  constructor(database: Database, stager: RecordStager, target: StagingTarget) {
    this.#database = database;
    this.#stager = stager;
    this.#target = target;
  }

  async prepare(part: ChunkPart): Promise<() => Promise<number>> {
    for (const [index, record] of part.chunk.records.entries()) {
      this.#stager.add(part.chunk, record, part.from + index);
      await giveWay(index);
    }
    const mapped = this.#stager.take();
    return async () => {
      await this.#database.transaction((client) => writeMapped(client, this.#target, part, mapped));
      this.#stager.reuse(mapped);
      return mapped.quarantined;
    };
  }

  async close(): Promise<void> {}
}
