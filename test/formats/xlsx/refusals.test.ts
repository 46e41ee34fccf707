/** Files that are no workbook this reader can open say so, with their name and what to do. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../core/errors.ts';
import { FormatError } from '../../../formats/format-error.ts';
import { Workbook } from '../../../formats/xlsx/workbook.ts';
import { temporaryDirectory } from '../../fixtures/formats/temporary.ts';
import { textRows, writeWorkbook } from '../../fixtures/formats/workbook-writer.ts';
import { writeZip } from '../../fixtures/formats/zip-writer.ts';

async function goodBytes(path: string): Promise<Buffer> {
  return readFile(await writeWorkbook(path, { sheets: [{ name: 'S', xml: textRows([['a']]) }] }));
}

const CASES: readonly (readonly [what: string, make: (path: string) => Promise<unknown>, rule: string])[] = [
  ['a missing file', async () => undefined, 'file_missing'],
  ['a directory', (path) => mkdir(path), 'file_is_directory'],
  ['an empty file', (path) => writeFile(path, ''), 'file_empty'],
  [
    'a password or an old .xls',
    (path) => writeFile(path, Buffer.from('d0cf11e0a1b11ae1000000', 'hex')),
    'workbook_locked',
  ],
  ['text', (path) => writeFile(path, 'a,b,c\n1,2,3\n'), 'file_not_workbook'],
  [
    'another archive',
    (path) => writeFile(path, writeZip([{ name: 'word/document.xml', content: '<w/>' }])),
    'file_not_workbook',
  ],
  ['a truncated workbook', async (path) => writeFile(path, (await goodBytes(path)).subarray(0, 300)), 'file_damaged'],
];

describe('Workbook.open', () => {
  it.each(CASES)('refuses %s', async (_, make, rule) => {
    const path = join(await temporaryDirectory(), 'b.xlsx');
    await make(path);
    const refusal: unknown = await Workbook.open(path, { name: 'b.xlsx' }).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(SourceError);
    expect(refusal).toBeInstanceOf(FormatError);
    expect(refusal).toMatchObject({ fault: { rule }, file: 'b.xlsx', next: expect.any(String) });
    expect((refusal as Error).message).toMatch(/^b\.xlsx：/);
  });

  it.skipIf(process.getuid?.() === 0)('refuses what may not be read (needs a user who is not root)', async () => {
    const path = join(await temporaryDirectory(), 'b.xlsx');
    await goodBytes(path);
    await chmod(path, 0);
    await expect(Workbook.open(path, { name: 'b.xlsx' })).rejects.toThrow('没有读取权限');
  });
});
