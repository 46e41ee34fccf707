/** GB18030 CSV as the hand-over package has it: header, CRLF, RFC 4180 quoting, `\N` for NULL. Streamed. */
import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeGb18030 } from './gb18030-encode.ts';

export interface ManifestEntry {
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

const BLOCK = 1 << 18;
const QUOTED = /[",\r\n]/;

function cellText(value: string | null): string {
  if (value === null) return '\\N';
  return QUOTED.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export function csvLine(values: readonly (string | null)[]): string {
  let line = '';
  for (const [index, value] of values.entries()) line += (index === 0 ? '' : ',') + cellText(value);
  return `${line}\r\n`;
}

export async function writeCsv(
  directory: string,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly (string | null)[]>,
): Promise<ManifestEntry> {
  const file = `${table}.csv`;
  const hash = createHash('sha256');
  const handle = await open(join(directory, file), 'w');
  let count = 0;
  try {
    let block = csvLine(columns);
    const flush = async (): Promise<void> => {
      const bytes = encodeGb18030(block);
      hash.update(bytes);
      await handle.writeFile(bytes);
      block = '';
    };
    for (const row of rows) {
      block += csvLine(row);
      count += 1;
      if (block.length >= BLOCK) await flush();
    }
    await flush();
  } finally {
    await handle.close();
  }
  return { file, rows: count, sha256: hash.digest('hex') };
}

export async function writeManifest(
  directory: string,
  entries: Readonly<Record<string, ManifestEntry>>,
): Promise<void> {
  await writeFile(join(directory, 'manifest.json'), `${JSON.stringify(entries, null, 1)}\n`);
}
