/** The manifest of a day in a drop folder (`20201201.ok`): one line per file, `file,rows,md5`. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readBytes } from '../formats/file-bytes.ts';
import { fileFault } from '../formats/file-fault.ts';
import { FormatError } from '../formats/format-error.ts';
import type { DeliveredFile } from './files.ts';

export interface DropEntry {
  readonly file: string;
  readonly rows: number;
  readonly md5: string;
}

/** A manifest is a few lines: what is longer is none. */
const LONGEST = 100_000;
const LINE = /^([^,]+),(\d{1,12}),([0-9a-f]{32})$/i;

function unreadable({ name }: DeliveredFile, line: number): FormatError {
  return new FormatError(
    {
      rule: 'manifest_unreadable',
      zh: `清单第${line}行无法识别，应为“文件名,行数,md5”`,
      en: `line ${line} of the manifest is not “file,rows,md5”`,
      next: { zh: '请移交单位重新生成当日清单。', en: 'Ask for the manifest of that day to be made again.' },
    },
    { file: name },
  );
}

/** By file name. Throws FormatError where a line is none; an empty manifest lists nothing. */
export async function readDropManifest(manifest: DeliveredFile): Promise<ReadonlyMap<string, DropEntry>> {
  const text = await readFile(manifest.path, 'utf8').catch((thrown: unknown) => {
    throw fileFault({ name: manifest.name, thrown });
  });
  if (text.length > LONGEST) throw unreadable(manifest, 1);
  const entries = new Map<string, DropEntry>();
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const [, file, rows, md5] = LINE.exec(line) ?? [];
    if (!file || !rows || !md5) throw unreadable(manifest, index + 1);
    entries.set(file.trim(), { file: file.trim(), rows: Number(rows), md5: md5.toLowerCase() });
  }
  return entries;
}

export async function md5Of(file: DeliveredFile): Promise<string> {
  const hash = createHash('md5');
  for await (const bytes of readBytes(file.path, file.name)) hash.update(bytes);
  return hash.digest('hex');
}
