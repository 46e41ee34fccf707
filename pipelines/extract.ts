/**
 * Reads a stream and stages chunk after chunk. Each reading has a stager of its own; all map in the one thread there is
 * and write in turn, so that a chunk lies in one piece in the staging tables: while one is written the next comes together.
 */
import PQueue from 'p-queue';
import type { Connector, ReadRequest } from '../connectors/connector.ts';
import { SourceError } from '../core/errors.ts';
import { passFaultPoint } from '../core/fault.ts';
import type { ChunkStager } from './chunk-stager.ts';
import type { ReadingPart } from './reading-plan.ts';

export interface ExtractContext {
  readonly connector: Connector;
  /** `chunkSize` records are staged in one transaction. */
  readonly request: ReadRequest;
  readonly parts: readonly ReadingPart[];
  /** Readings at once at the most. */
  readonly readers: number;
  /** Number of the first chunk. */
  readonly firstChunk: number;
  /** For one reading at a time. */
  readonly openStager: () => ChunkStager;
  readonly signal: AbortSignal;
  readonly onProgress: (read: number, quarantined: number) => void;
}

/**
 * Records read at a time. Many thousand small texts that wait for their turn outlive the young generation, and the
 * collector copies each of them twice; so few die before it looks.
 */
const PIECE_ROWS = 250;

/** Numbers chunks, and lets one be written at a time. */
class WritingLine {
  private next: number;
  private last: Promise<unknown> = Promise.resolve();

  constructor(firstChunk: number) {
    this.next = firstChunk;
  }

  number(): number {
    this.next += 1;
    return this.next - 1;
  }

  write(staged: () => Promise<number>): Promise<number> {
    const writing = this.last.then(staged);
    // Whoever wrote it hears of a failure; those behind it write on.
    this.last = writing.catch(() => undefined);
    return writing;
  }
}

/** @returns number of the last record. */
async function extractPart(context: ExtractContext, part: ReadingPart, work: PartWork): Promise<number> {
  const { connector, onProgress, request: given, signal } = context;
  const { stager, line } = work;
  const { ord: before, rows: expected, ...where } = part;
  const request = { ...given, ...where, chunkSize: Math.min(given.chunkSize, PIECE_ROWS) };
  let ord = before;
  let from = ord + 1;
  let writing: Promise<void> = Promise.resolve();
  const write = async (cursor: string): Promise<void> => {
    const rows = ord - from + 1;
    const staged = stager.take({ chunkNo: line.number(), from, to: ord, cursor });
    await writing;
    writing = line.write(staged).then((quarantined) => onProgress(rows, quarantined));
    // Awaited below; a failure in between must not count as unhandled.
    writing.catch(() => undefined);
    from = ord + 1;
  };
  try {
    let cursor = '';
    for await (const piece of connector.read(request)) {
      passFaultPoint('extract');
      signal.throwIfAborted();
      await stager.add(piece, ord + 1);
      ord += piece.records.length;
      cursor = piece.cursor;
      if (ord - from + 1 >= given.chunkSize) await write(cursor);
    }
    if (expected !== null && ord !== before + expected) throw wrongCount(part, request, ord - before);
    if (ord >= from) await write(cursor);
  } finally {
    await writing;
  }
  return ord;
}

interface PartWork {
  readonly stager: ChunkStager;
  readonly line: WritingLine;
}

/** Numbers of the records behind it were reckoned from those of this range. */
function wrongCount({ rows }: ReadingPart, { stream }: ReadRequest, read: number): SourceError {
  return new SourceError(`${stream.name}：一段记录应有${rows}条，实有${read}条`, {
    stream: stream.name,
    next: '确认对方没有在读取期间清空或重建该表后重新运行。',
  });
}

/** @returns number of the last record that was staged, 0 where there was nothing to read. */
export async function extractStream(context: ExtractContext): Promise<number> {
  const { parts, readers, openStager } = context;
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const own = { ...context, signal, request: { ...context.request, signal } };
  const line = new WritingLine(context.firstChunk);
  const idle: ChunkStager[] = [];
  const queue = new PQueue({ concurrency: readers });
  let last = 0;
  const readings = parts.map((part) =>
    queue.add(async () => {
      signal.throwIfAborted();
      const stager = idle.pop() ?? openStager();
      last = Math.max(last, await extractPart(own, part, { stager, line }));
      idle.push(stager);
    }),
  );
  try {
    await Promise.all(readings);
  } finally {
    // The first fault is the one that is told; the other readings end before anybody goes on.
    stop.abort();
    await Promise.allSettled(readings);
  }
  return last;
}
