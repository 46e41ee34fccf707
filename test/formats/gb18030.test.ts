import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../formats/block-cutter.ts';
import type { Encoding } from '../../formats/encoding.ts';
import { readText } from '../../formats/gb18030.ts';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(hex: string, encoding: Encoding = 'gb18030', chunk = 1): Promise<TextBlock> {
  const blocks: TextBlock[] = [];
  for await (const block of readText(inChunks(Buffer.from(hex, 'hex'), chunk), { encoding })) blocks.push(block);
  return { text: blocks.map(({ text }) => text).join(''), invalid: blocks.flatMap(({ invalid }) => invalid) };
}

describe('readText', () => {
  it.each([
    ['two-byte characters', 'd6d0b9fa0a', 'gb18030', '中国\n'],
    ['four-byte characters', '8139ee3995328236', 'gb18030', '㐀𠀀'],
    ['the euro sign of GB18030', 'a2e3', 'gb18030', '€'],
    ['a trail byte that is a backslash or pipe', '815c817c', 'gb18030', '乗亅'],
    ['UTF-8 with a mark, against the settings', 'efbbbfe4b8ad', 'gb18030', '中'],
    ['UTF-16 with a mark, against the settings', 'fffe2d4e0a00', 'utf-8', '中\n'],
    ['a GB18030 mark', '84319533d6d0', 'gb18030', '中'],
    ['UTF-8 without a mark', 'e4b8ad', 'utf-8', '中'],
    ['UTF-16 characters with a byte that looks like a line feed', '0a4e0a000a4e', 'utf-16le', '\u4e0a\n\u4e0a'],
  ] as const)('decodes %s', async (_, hex, encoding, text) => {
    expect(await read(hex, encoding)).toEqual({ text, invalid: [] });
  });

  it.each([
    ['half a character before a line end', 'd6d00ab90a41', 2, 3, 'b9'],
    ['half a character at the end of the file', '410ad6', 2, 2, 'd6'],
    ['a byte that begins nothing', '41ff0a', 1, 1, 'ff'],
    ['a four-byte character cut short', '8139ef2c0a', 1, 0, '81'],
  ] as const)('locates %s', async (_, hex, line, offset, bytes) => {
    const { invalid } = await read(hex);
    expect(invalid).toHaveLength(1);
    expect(invalid[0]?.line).toBe(line);
    expect(Math.abs((invalid[0]?.offset ?? 99) - offset)).toBeLessThanOrEqual(2);
    expect(hex).toContain(bytes);
  });

  it('keeps the text of the other lines and the separators of the bad one', async () => {
    expect((await read('412cb92c420a430a')).text).toBe('A,\uFFFD,B\nC\n');
  });

  it('gives the same text and faults whatever the chunks are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 7 }), async (bytes, chunk) => {
        const hex = Buffer.from(bytes).toString('hex');
        expect(await read(hex, 'gb18030', chunk)).toEqual(await read(hex, 'gb18030', 100));
      }),
    );
  });

  it('refuses what has no lines before it fills memory', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield chunk;
    }
    const reading = readText(endless(), { encoding: 'utf-8' }).next();
    await expect(reading).rejects.toThrow('没有换行');
  });
});
