/** Half a character, cut by the program that wrote the file: which field it spoils, and that it spoils nothing else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawByte } from '../../../scripts/demo-data/forms/gb18030-encode.ts';
import { GBK, gb, gbPackage, problemsOf, readPackage } from '../../fixtures/formats/xml-package.ts';

const bytes = (...codes: readonly number[]): string =>
  codes.map((code) => (code < 0x80 ? String.fromCharCode(code) : rawByte(code))).join('');
/** U+FFFD as GB18030 writes it. */
const REPLACEMENT = bytes(0x84, 0x31, 0xa4, 0x37);
function decodeStrictly(codes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return undefined;
  }
}

const GOOD = '<A>好</A><B>人</B>';

const CUTS: readonly (readonly [what: string, field: string, value: string])[] = [
  ['the first byte of two, before the end tag', `周${bytes(0xd5)}`, '周\uFFFD'],
  ['the first byte of four, before the end tag', `周${bytes(0x81)}`, '周\uFFFD'],
  ['two bytes of four, the second a digit', `周${bytes(0x81)}9`, '周\uFFFD9'],
  ['three bytes of four', `周${bytes(0x81)}9${bytes(0xee)}`, '周\uFFFD9\uFFFD'],
  ['half a character before a digit', `周${bytes(0xd5)}1`, '周\uFFFD1'],
  ['half a character before a reference', `周${bytes(0xd5)}&lt;x`, '周\uFFFD<x'],
  ['half a character before a comment', `周${bytes(0xd5)}<!-- -->后`, '周\uFFFD后'],
  ['half a character and a cut reference', `周${bytes(0xd5)}&l`, '周\uFFFD&l'],
  ['half a character before a line end', `周${bytes(0xd5)}\r\n`, '周\uFFFD\n'],
  ['a byte that begins nothing', `周${bytes(0xff)}后`, '周\uFFFD后'],
  ['half a character at the end of CDATA, which swallows a bracket', `<![CDATA[周${bytes(0xd5)}]]>`, '周\uFFFD'],
  ['the same with a tag inside', `<![CDATA[<b>周</b>周${bytes(0xd5)}]]>`, '<b>周</b>周\uFFFD'],
  ['the same before more text', `<![CDATA[周${bytes(0xd5)}]]>后<![CDATA[末]]>`, '周\uFFFD后末'],
  ['three bytes of four at the end of CDATA', `<![CDATA[周${bytes(0x81)}9${bytes(0xee)}]]>`, '周\uFFFD9\uFFFD'],
];

describe('half a character', () => {
  it.each(CUTS)('%s: the field is named, all others are whole', async (_, field, value) => {
    const cut = `<B>人</B><A>${field}</A>`;
    const { records } = await readPackage(gbPackage(GOOD, cut, GOOD));
    expect(problemsOf(records)).toEqual([[], ['A invalid_bytes'], []]);
    expect(records.map(({ values }) => values)).toEqual([
      ['好', '人'],
      [value, '人'],
      ['好', '人'],
    ]);
  });

  it('says where it stands and what it is', async () => {
    const file = gbPackage(`<A>周${bytes(0xd5)}</A>`);
    const { records } = await readPackage(file);
    expect(records[0]?.problems?.[0]?.detail).toBe(`字节${file.indexOf(0xd5)}：d5`);
  });

  it('shows no byte of a field that was not asked for', async () => {
    const { records } = await readPackage(gbPackage(`<A>1</A><C>${bytes(0xd5)}</C>`));
    expect(records[0]?.problems).toEqual([
      { kind: 'invalid_bytes', name: 'C', detail: expect.stringMatching(/^字节\d+$/) as string },
    ]);
  });

  it('between the fields spoils the record, in a comment nothing', async () => {
    const { records } = await readPackage(
      gbPackage(`<A>1</A>${bytes(0xd5)}<B>2</B>`, `<!-- ${bytes(0xd5)} --><A>3</A>`),
    );
    expect(problemsOf(records)).toEqual([['- invalid_bytes', '- record_malformed'], []]);
    expect(records.map(({ values }) => values)).toEqual([
      ['1', '2'],
      ['3', null],
    ]);
  });

  it('is told from a replacement character that was delivered', async () => {
    const { records } = await readPackage(
      gbPackage(`<A>${REPLACEMENT}</A>`, `<A>${REPLACEMENT}</A><B>${bytes(0xd5)}</B>`),
    );
    expect(problemsOf(records)).toEqual([[], ['B invalid_bytes']]);
    expect(records.map(({ values }) => values[0])).toEqual(['\uFFFD', '\uFFFD']);
  });

  it('in every field of a file without line ends, each is named', async () => {
    const file = gb(`${GBK}<body>${`<data><A>1</A><B>${bytes(0xd5)}</B></data>`.repeat(3)}</body>`);
    expect(problemsOf((await readPackage(file)).records)).toEqual(Array.from({ length: 3 }, () => ['B invalid_bytes']));
  });

  it('in UTF-8 spoils its field too', async () => {
    const cut = Buffer.from('<A>周志</A>').subarray(0, -5);
    const file = Buffer.concat([Buffer.from('<body><data>'), cut, Buffer.from('</A><B>2</B></data><data/></body>')]);
    const { records } = await readPackage(file);
    expect(problemsOf(records)).toEqual([['A invalid_bytes'], []]);
    expect(records[0]?.values).toEqual(['周\uFFFD', '2']);
  });

  it('anywhere in a value costs at most that field', async () => {
    const value = fc.array(fc.constantFrom(0x31, 0x41, 0x81, 0x9f, 0xd5, 0xff, 0x5d, 0x7e, 0x30), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(value, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (codes, cdata, chunk) => {
        // A bracket of the value beside the end of the section is a bracket of the end as well.
        fc.pre(!cdata || codes.at(-1) !== 0x5d);
        const field = cdata ? `<![CDATA[${bytes(...codes)}]]>` : bytes(...codes);
        const { records } = await readPackage(gbPackage(`<A>${field}</A><B>2</B>`, GOOD), { chunk });
        expect(records[0]?.values[1]).toBe('2');
        expect(records[1]).toEqual({ line: 4, values: ['好', '人'] });
        const whole = decodeStrictly(codes);
        expect(problemsOf(records)[0]).toEqual(whole === undefined ? ['A invalid_bytes'] : []);
        expect(records[0]?.values[0]).toBe(whole ?? records[0]?.values[0]);
      }),
      { numRuns: 500 },
    );
  });
});
