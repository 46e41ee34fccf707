/**
 * COPY FROM STDIN in text format, fed from one prepared buffer per table and chunk: 64 KB pieces are what makes COPY
 * fast. Source: PostgreSQL documentation, COPY, File Formats.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Client } from '../connection.ts';

const PIECE = 1 << 16;
const LINE_FEED = 10;

/**
 * Pieces that were written and can be filled again. A stream of a million records fills gigabytes of them: left to the
 * garbage collector they would stand in memory long after they were sent.
 */
export class PiecePool {
  readonly #free: Buffer[] = [];

  take(size: number): Buffer {
    return (size === PIECE ? this.#free.pop() : undefined) ?? Buffer.allocUnsafeSlow(size);
  }

  /** @param pieces of buffers with this pool, which nobody reads any more. */
  give(pieces: readonly Buffer[]): void {
    for (const { buffer } of pieces) if (buffer.byteLength === PIECE) this.#free.push(Buffer.from(buffer));
  }
}

/** Lines of one COPY, collected as bytes: one chunk of one table. */
export class CopyBuffer {
  readonly #pool: PiecePool;
  #pieces: Buffer[] = [];
  #piece: Buffer;
  #used = 0;

  constructor(pool = new PiecePool()) {
    this.#pool = pool;
    this.#piece = pool.take(PIECE);
  }

  /** @param line values as `rowText` writes them. */
  add(line: string): void {
    // UTF-8 takes at most three bytes per UTF-16 unit.
    const most = line.length * 3 + 1;
    if (this.#used + most > this.#piece.length) this.#turn(Math.max(PIECE, most));
    this.#used += this.#piece.write(line, this.#used, 'utf8');
    this.#piece[this.#used] = LINE_FEED;
    this.#used += 1;
  }

  #turn(size: number): void {
    if (this.#used > 0) this.#pieces.push(this.#piece.subarray(0, this.#used));
    else if (this.#piece.length === size) return;
    this.#piece = this.#pool.take(size);
    this.#used = 0;
  }

  /** Hands over the pieces and starts anew. */
  take(): Buffer[] {
    this.#turn(PIECE);
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

export async function copyInto(
  client: Client,
  table: string,
  columns: readonly string[],
  pieces: readonly Buffer[],
): Promise<void> {
  if (pieces.length === 0) return;
  const names = columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
  const stream = client.query(copyFrom(`copy ${table} (${names}) from stdin`));
  await pipeline(Readable.from(pieces, { objectMode: false, highWaterMark: PIECE }), stream);
}
