/** Reads a stream and stages chunk after chunk: while one chunk is written the next is read and prepared. */
import type { Connector, ReadRequest } from '../connectors/connector.ts';
import { passFaultPoint } from '../core/fault.ts';
import type { ChunkStager } from './chunk-stager.ts';

export interface ExtractContext {
  readonly connector: Connector;
  readonly request: ReadRequest;
  readonly stager: ChunkStager;
  readonly signal: AbortSignal;
  readonly onProgress: (read: number, quarantined: number) => void;
}

/** What was staged before. */
export interface ExtractFrom {
  readonly ord: number;
  readonly chunkNo: number;
  readonly cursor: string | null;
}

/** @returns how many records were staged, those before `from` included. */
export async function extractStream(context: ExtractContext, from: ExtractFrom): Promise<number> {
  const { connector, stager, signal, onProgress } = context;
  let { ord, chunkNo } = from;
  let writing: Promise<void> = Promise.resolve();
  const request = from.cursor === null ? context.request : { ...context.request, after: from.cursor };
  try {
    for await (const chunk of connector.read(request)) {
      passFaultPoint('extract');
      signal.throwIfAborted();
      const rows = chunk.records.length;
      const write = await stager.prepare({ chunk, chunkNo, from: ord + 1, to: ord + rows });
      await writing;
      writing = write().then((quarantined) => onProgress(rows, quarantined));
      // Awaited below; a failure in between must not count as unhandled.
      writing.catch(() => undefined);
      ord += rows;
      chunkNo += 1;
    }
  } finally {
    try {
      await writing;
    } finally {
      await stager.close();
    }
  }
  return ord;
}
