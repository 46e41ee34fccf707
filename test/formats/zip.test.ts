import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../core/errors.ts';
import { ZIP_LIMITS, ZipArchive, type ZipLimits } from '../../formats/zip.ts';
import { temporaryDirectory } from '../fixtures/formats/temporary.ts';
import { writeZip, type ZipPart } from '../fixtures/formats/zip-writer.ts';

async function readPart(parts: readonly ZipPart[], limits: ZipLimits = ZIP_LIMITS): Promise<string> {
  const path = join(await temporaryDirectory(), 'a.zip');
  await writeFile(path, writeZip(parts));
  const archive = await ZipArchive.open(path, { name: 'a.zip', limits });
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of archive.read('x.xml')) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } finally {
    archive.close();
  }
}

const part = (rest: Partial<ZipPart> = {}): ZipPart[] => [{ name: 'x.xml', content: 'hello', ...rest }];

describe('ZipArchive', () => {
  it.each([
    ['deflated', part()],
    ['stored', part({ stored: true })],
    ['with a name that is no safe path beside it', [...part(), { name: '../../etc/passwd', content: 'x' }]],
    ['by a name of other case and slashes', part({ name: '\\X.xml' })],
  ])('reads an entry %s', async (_, parts) => {
    expect(await readPart(parts)).toBe('hello');
  });

  it.each([
    ['a missing part', [{ name: 'y', content: '' }], '缺少部件'],
    ['an encrypted entry', part({ flags: 1 }), '已加密'],
    ['a wrong checksum', part({ crc: 1 }), '校验和不符'],
    ['a bomb', part({ content: 'a'.repeat(2_000_000) }), '解压后过大'],
    ['a bomb that declares to be small', part({ content: 'a'.repeat(3_000_000), declaredSize: 5 }), '解压后过大'],
  ])('refuses %s', async (_, parts, message) => {
    const reading = readPart(parts);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(SourceError);
  });

  it('refuses an entry beyond the absolute cap', async () => {
    await expect(readPart(part(), { ...ZIP_LIMITS, entryBytes: 4 })).rejects.toThrow('解压后过大');
  });

  it.each([
    ['truncated', (bytes: Buffer) => bytes.subarray(0, bytes.length - 30)],
    ['cut at the front', (bytes: Buffer) => bytes.subarray(40)],
    ['of noise', () => Buffer.from('PK\u0003\u0004 and nothing else')],
  ])('names the file when the archive is %s', async (_, spoil) => {
    const path = join(await temporaryDirectory(), 'b.zip');
    await writeFile(path, spoil(writeZip(part())));
    const opening = ZipArchive.open(path, { name: 'b.zip' });
    await expect(opening).rejects.toThrow(/^b\.zip：/);
    await expect(opening).rejects.toBeInstanceOf(SourceError);
  });
});
