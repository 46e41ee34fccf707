/**
 * COPY FROM STDIN in text format, fed from one prepared buffer per table and chunk: 64 KB pieces are what makes COPY
 * fast. Source: PostgreSQL documentation, COPY, File Formats.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Client } from '../connection.ts';

const SPECIAL = /[\\\t\n\r\0]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  // PostgreSQL text cannot hold NUL; the raw layer keeps its visible symbol so that the place is not lost.
  '\0': '\u2400',
};
const PIECE = 1 << 16;

export type CopyValue = string | number | boolean | null;

function escapeText(value: string): string {
  return SPECIAL.test(value) ? value.replaceAll(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] ?? '') : value;
}

/** Lines of one COPY, collected as bytes: one chunk of one table. */
export class CopyBuffer {
  #pieces: Buffer[] = [];
  #piece = Buffer.allocUnsafe(PIECE);
  #used = 0;

  add(values: readonly CopyValue[]): void {
    let line = '';
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place];
      if (place > 0) line += '\t';
      if (value === null || value === undefined) line += '\\N';
      else if (typeof value === 'string') line += escapeText(value);
      else line += value === true ? 't' : value === false ? 'f' : String(value);
    }
    line += '\n';
    // UTF-8 takes at most three bytes per UTF-16 unit.
    const most = line.length * 3;
    if (this.#used + most > this.#piece.length) this.#turn(Math.max(PIECE, most));
    this.#used += this.#piece.write(line, this.#used, 'utf8');
  }

  #turn(size: number): void {
    if (this.#used > 0) this.#pieces.push(this.#piece.subarray(0, this.#used));
    this.#piece = Buffer.allocUnsafe(size);
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
