/** Writes a CSV a piece at a time: a file appears under its name only when it is whole. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConfigurationError, describeCause } from '../core/errors.ts';
import { csvLine } from './csv.ts';

export type CsvRow = readonly (string | null)[];

export interface CsvTarget {
  /** `-` is standard output. */
  readonly out: string;
  /** Readable by its owner only: it holds unmasked personal data. */
  readonly confidential: boolean;
  readonly signal: AbortSignal;
}

/** One text per piece of rows; one large write is cheaper than many small ones. */
async function* toText(header: CsvRow, pieces: AsyncIterable<readonly CsvRow[]>, counted: { rows: number }) {
  yield csvLine(header);
  for await (const rows of pieces) {
    counted.rows += rows.length;
    yield rows.map(csvLine).join('');
  }
}

async function writeFileWhole(text: Readable, { out, confidential, signal }: CsvTarget): Promise<void> {
  const partial = `${out}.partial`;
  try {
    await pipeline(text, createWriteStream(partial, { mode: confidential ? 0o600 : 0o644 }), { signal });
    await rename(partial, out);
  } catch (thrown) {
    await rm(partial, { force: true });
    const system = thrown instanceof Error && 'syscall' in thrown && 'path' in thrown;
    if (!system) throw thrown;
    throw new ConfigurationError(`无法写入 ${out}：${describeCause(thrown)}`, {
      next: '请检查目录是否存在、是否有写入权限和磁盘空间。',
      cause: thrown,
    });
  }
}

/** @returns how many rows were written, the header not counted. */
export async function writeCsv(
  target: CsvTarget,
  header: CsvRow,
  pieces: AsyncIterable<readonly CsvRow[]>,
): Promise<number> {
  const counted = { rows: 0 };
  const text = Readable.from(toText(header, pieces, counted));
  if (target.out === '-') await pipeline(text, process.stdout, { end: false, signal: target.signal });
  else await writeFileWhole(text, target);
  return counted.rows;
}
