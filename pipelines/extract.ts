/** Reads a stream, maps each record and stages chunk after chunk: while one chunk is written the next is mapped. */
import { setImmediate } from 'node:timers/promises';
import type { Connector } from '../connectors/connector.ts';
import { passFaultPoint } from '../core/fault.ts';
import type { Database } from '../database/connection.ts';
import type { StreamPlan } from '../database/load/plan.ts';
import { stageChunk } from '../database/load/stage.ts';
import type { StageTables } from '../database/load/stage-tables.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { RecordStager } from './record-stager.ts';

export interface ExtractContext {
  readonly database: Database;
  readonly connector: Connector;
  readonly mapping: Mapping;
  readonly plan: StreamPlan;
  readonly tables: StageTables;
  readonly runId: string;
  readonly chunkSize: number;
  readonly signal: AbortSignal;
  readonly onProgress: (read: number, quarantined: number) => void;
}

/** Records mapped before the event loop gets its turn: a few milliseconds. */
const RECORDS_PER_TURN = 128;

export interface ExtractFrom {
  readonly ord: number;
  readonly chunkNo: number;
  readonly cursor: string | null;
}

/** @returns how many records were staged, those before `from` included. */
export async function extractStream(context: ExtractContext, from: ExtractFrom): Promise<number> {
  const { connector, database, mapping, plan, tables, runId, chunkSize, signal, onProgress } = context;
  const stager = new RecordStager(mapping, plan, tables);
  let { ord, chunkNo } = from;
  let writing: Promise<void> = Promise.resolve();
  const request = { stream: mapping.stream, columns: stager.columns, chunkSize, signal };
  const source = connector.read(from.cursor === null ? request : { ...request, after: from.cursor });
  try {
    for await (const chunk of source) {
      passFaultPoint('extract');
      signal.throwIfAborted();
      const first = ord + 1;
      for (const record of chunk.records) {
        ord += 1;
        stager.add(chunk, record, ord);
        // Lets the socket take more of the chunk before: the database works while this one is mapped.
        if (ord % RECORDS_PER_TURN === 0) await setImmediate();
      }
      await writing;
      const { quarantined, ...mapped } = stager.take();
      const staged = { chunkNo, from: first, to: ord, cursor: chunk.cursor, ...mapped };
      writing = stageChunk(database, runId, plan.stream, staged, () => passFaultPoint('stage')).then(() =>
        stager.reuse(mapped),
      );
      // Awaited below; a failure in between must not count as unhandled.
      writing.catch(() => undefined);
      chunkNo += 1;
      onProgress(chunk.records.length, quarantined);
    }
  } finally {
    await writing;
  }
  return ord;
}
