/**
 * What a service sent for one stream, on disk as it came: looked at once, it stays the same however often it is read,
 * and no stream has to fit into memory. The file is private and goes with the connector.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { rowText, textsOfRow } from '../../core/row-text.ts';
import { isObject, type Json } from './answer.ts';

export interface Spooled {
  readonly path: string;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Names of all members met. */
  readonly names: readonly string[];
}

/** One item: a text per column, and the columns that hold no plain value; null where it is no object. */
export interface SpooledItem {
  readonly values: readonly (string | null)[];
  readonly malformed: readonly string[] | null;
}

/** `null`, an absent member and "" all mean that there is no value. */
function toText(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function lineOf(item: Json, columns: readonly string[]): string {
  if (!isObject(item)) return rowText(['x', ...columns.map(() => null)]);
  const nested = columns.filter((name) => typeof item[name] === 'object' && item[name] !== null);
  return rowText([nested.join(','), ...columns.map((name) => toText(item[name]))]);
}

/** @param columns what is kept of each item: nothing else touches the disk. */
export async function writeSpool(
  path: string,
  columns: readonly string[],
  pages: AsyncIterable<readonly Json[]>,
): Promise<Spooled> {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  const names = new Set<string>();
  let records = 0;
  let bytes = 0;
  try {
    for await (const items of pages) {
      const text = items.map((item) => `${lineOf(item, columns)}\n`).join('');
      for (const item of items) if (isObject(item)) for (const name of Object.keys(item)) names.add(name);
      hash.update(text);
      bytes += Buffer.byteLength(text);
      records += items.length;
      await file.write(text);
    }
  } finally {
    await file.close();
  }
  return { path, records, bytes, sha256: hash.digest('hex'), names: [...names] };
}

export async function* readSpool({ path }: Spooled): AsyncGenerator<SpooledItem, void, undefined> {
  const input = createReadStream(path, 'utf8');
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const [mark = '', ...values] = textsOfRow(line);
      if (mark === 'x') yield { values, malformed: null };
      else yield { values, malformed: mark === null || mark === '' ? [] : mark.split(',') };
    }
  } finally {
    input.destroy();
  }
}
