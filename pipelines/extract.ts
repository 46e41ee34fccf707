/** Reads a stream and stages chunk after chunk: while one chunk is written the next is read and mapped. */
import type { Connector, ReadRequest } from '../connectors/connector.ts';
import { passFaultPoint } from '../core/fault.ts';
import type { ChunkStager } from './chunk-stager.ts';

export interface ExtractContext {
  readonly connector: Connector;
  /** `chunkSize` records are staged in one transaction. */
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

/**
 * Records read at a time. Many thousand small texts that wait for their turn outlive the young generation, and the
 * collector copies each of them twice; so few die before it looks.
 */
const PIECE_ROWS = 250;

/** @returns how many records were staged, those before `begin` included. */
export async function extractStream(context: ExtractContext, begin: ExtractFrom): Promise<number> {
  const { connector, stager, signal, onProgress } = context;
  const { chunkSize } = context.request;
  const after = begin.cursor === null ? {} : { after: begin.cursor };
  const request = { ...context.request, ...after, chunkSize: Math.min(chunkSize, PIECE_ROWS) };
  let { ord, chunkNo } = begin;
  let from = ord + 1;
  let writing: Promise<void> = Promise.resolve();
  const write = async (cursor: string): Promise<void> => {
    const rows = ord - from + 1;
    const staged = stager.take({ chunkNo, from, to: ord, cursor });
    await writing;
    writing = staged().then((quarantined) => onProgress(rows, quarantined));
    // Awaited below; a failure in between must not count as unhandled.
    writing.catch(() => undefined);
    from = ord + 1;
    chunkNo += 1;
  };
  try {
    let cursor = '';
    for await (const piece of connector.read(request)) {
      passFaultPoint('extract');
      signal.throwIfAborted();
      await stager.add(piece, ord + 1);
      ord += piece.records.length;
      cursor = piece.cursor;
      if (ord - from + 1 >= chunkSize) await write(cursor);
    }
    if (ord >= from) await write(cursor);
  } finally {
    try {
      await writing;
    } finally {
      await stager.close();
    }
  }
  return ord;
}
