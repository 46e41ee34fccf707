/** Files that are not well-formed, or not to be trusted: refused with the line, nothing in them expanded. */
import { describe, expect, it } from 'vitest';
import { body, GBK, gb, gbPackage, readPackage, refusalOf } from '../../fixtures/formats/xml-package.ts';

const lines = (...all: readonly string[]): Buffer => Buffer.from(all.join('\n'));
const BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';

const FILES: readonly (readonly [what: string, bytes: Buffer, refusal: string])[] = [
  ['nothing', Buffer.alloc(0), '1 file_empty'],
  ['blanks', lines('', ' ', ''), '1 file_empty'],
  ['a declaration alone', lines(GBK), '1 file_empty'],
  ['text', lines('ID,名称', '1,甲'), '1 file_damaged'],
  ['a document type', lines(GBK, BOMB, '<body/>'), '2 file_refused'],
  ['an external entity', lines('<!DOCTYPE x SYSTEM "file:///etc/passwd">', '<body/>'), '1 file_refused'],
  ['a document type within a record', lines('<body>', '<data>', '<!ENTITY a "b">', '</data></body>'), '3 file_refused'],
  ['an unknown entity', lines('<body>', '<data>', '<A>&b;</A></data></body>'), '3 file_refused'],
  ['an entity of HTML', lines('<body><data><A>', '&nbsp;</A></data></body>'), '1 file_refused'],
  ['a bare ampersand', lines('<body>', '<data><A>甲&乙</A></data></body>'), '2 file_refused'],
  ['an unknown entity in an attribute', lines('<body><data a="&b;"/></body>'), '1 file_refused'],
  ['an end tag that is missing', lines('<body>', '<data><A>1</data>', '</body>'), '2 file_damaged'],
  ['an end tag of another', lines('<body>', '<data><A>1</B></data>', '</body>'), '2 file_damaged'],
  ['an end tag too many', lines('<body>', '</body>', '</body>'), '3 file_damaged'],
  ['an end tag with more in it', lines('<body>', '<data></data x></body>'), '2 file_damaged'],
  ['an unescaped sign in a text', lines('<body>', '<data><A>价格<5万</A></data></body>'), '2 file_damaged'],
  ['a tag within a tag', lines('<body><data><A <B>1</B></data></body>'), '1 file_damaged'],
  ['a tag without a name', lines('<body><data><>1</></data></body>'), '1 file_damaged'],
  ['an attribute without quotes', lines('<body><data a=1/></body>'), '1 file_damaged'],
  ['an attribute twice', lines('<body><data a="1" a="2"/></body>'), '1 file_damaged'],
  ['attributes that touch', lines('<body><data a="1"b="2"/></body>'), '1 file_damaged'],
  ['text behind the root', lines('<body>', '</body>', 'x'), '2 file_damaged'],
  ['text before the root', lines('x<body>', '</body>'), '1 file_damaged'],
  ['CDATA behind the root', lines('<body/>', '<![CDATA[]]>'), '2 file_damaged'],
  ['a second root', lines('<body/>', '<body/>'), '2 file_damaged'],
  ['two packages in one file', Buffer.concat([gbPackage('<A>1</A>'), gbPackage('<A>1</A>')]), '6 file_damaged'],
  ['another root', lines('<html>', '<data/></html>'), '1 file_refused'],
  ['other elements beside the records', lines('<body>', '<data/>', '<Data><A>1</A></Data></body>'), '3 file_refused'],
  ['records one level too deep', lines('<body>', '<list><data/></list></body>'), '2 file_refused'],
  ['text beside the records', lines('<body><data/>', '补充', '<data/></body>'), '1 file_refused'],
  ['a file cut between two records', lines('<body>', '<data/>', '<data/>'), '3 file_truncated'],
  ['a file cut within a value', lines('<body>', '<data><A>1</A></data>', '<data><A>甲'), '3 file_truncated'],
  ['a file cut within a tag', lines('<body>', '<data/>', '</bo'), '3 file_truncated'],
  ['a file cut within the first tag', lines('<bo'), '1 file_truncated'],
  ['a comment without end', lines('<body>', '<!-- <data/></body>'), '2 file_truncated'],
  ['CDATA without end', lines('<body>', '<data><A><![CDATA[ ]]</A></data></body>'), '2 file_truncated'],
  ['an encoding that is not read', lines('<?xml version="1.0" encoding="Big5"?><body/>'), '1 wrong_encoding'],
  ['UTF-16, big end first', Buffer.from('\uFEFF<body/>', 'utf16le').swap16(), '1 wrong_encoding'],
  ['UTF-16, big end first, unmarked', Buffer.from('<body/>', 'utf16le').swap16(), '1 wrong_encoding'],
  ['a malformed declaration', lines('<?xml version="1.0" encoding=GBK?><body/>'), '1 file_damaged'],
];

describe('readXmlRecords', () => {
  it.each(FILES)('refuses %s', async (_, bytes, refusal) => {
    for (const chunk of [1, 7, 100_000]) expect(await refusalOf(bytes, { chunk })).toBe(`p.xml:${refusal}`);
  });

  it('names the element in its message, never a value', async () => {
    const reading = readPackage(lines('<body>', '<data><XM>周志秀</data></body>'));
    await expect(reading).rejects.toThrow('p.xml:2：元素 XM 没有闭合');
  });

  it('refuses what is nested without end, and reads what is only deep', async () => {
    const nested = (levels: number) => body(`<A>${'<x>'.repeat(levels)}${'</x>'.repeat(levels)}</A>`);
    expect((await readPackage(nested(4))).records[0]?.problems).toHaveLength(4);
    expect(await refusalOf(nested(1000))).toBe('p.xml:1 file_refused');
  });

  it('refuses ever new names', async () => {
    const fields = Array.from({ length: 5000 }, (_, index) => `<A${index}/>`).join('');
    expect(await refusalOf(body(fields), { chunk: 65_536 })).toBe('p.xml:1 file_refused');
  });

  it.each([
    ['a text', '<body><data><A>', 'x'],
    ['a tag', '<body><data><A ', 'x'],
    ['a comment', '<body><!--', ' <x '],
    ['CDATA', '<body><data><A><![CDATA[', '<x '],
    ['a record of empty fields', '<body><data>', '<A/>'],
    ['a field of pieces', '<body><data><A>', 'x<!---->'],
    ['text before any tag', '', ' x'],
  ])('refuses %s that fills the memory', async (_, start, filling) => {
    const chunk = gb(filling.repeat(64 * 1024));
    async function* endless(): AsyncGenerator<Buffer> {
      yield gb(`${GBK}${start}`);
      for (;;) yield chunk;
    }
    const { readXmlRecords } = await import('../../../formats/xml/records.ts');
    const reading = (async () => {
      const options = { name: 'p.xml', path: ['body', 'data'], wanted: ['A'] };
      for await (const batch of readXmlRecords(endless(), options)) expect(batch.records).toEqual([]);
    })();
    await expect(reading).rejects.toMatchObject({ fault: { rule: expect.stringMatching(/^file_/) as string } });
  });
});
