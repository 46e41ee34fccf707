import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { body, GBK, gb, gbPackage, problemsOf, readPackage } from '../../fixtures/formats/xml-package.ts';

const valuesOf = async (bytes: Buffer) => (await readPackage(bytes)).records.map(({ values }) => values);

describe('readXmlRecords', () => {
  it('gives the wanted fields in order: null for an absent one, an empty text for an empty one', async () => {
    const { records, names } = await readPackage(gbPackage('<B>2</B><A>1</A><C>3</C>', '<A/><B></B>', '', '<A> </A>'));
    expect(records.map(({ values }) => values)).toEqual([
      ['1', '2'],
      ['', ''],
      [null, null],
      [' ', null],
    ]);
    expect(records.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(names).toEqual(['A', 'B', 'C']);
  });

  it('reads four-byte characters though GBK is declared', async () => {
    expect(await valuesOf(gbPackage('<A>༄བོད㐀𠮷龴</A><B>€</B>'))).toEqual([['༄བོད㐀𠮷龴', '€']]);
  });

  it.each([
    ['references', '<A>&lt;&#20013;&#x2070E;&amp;amp;&quot;&apos;&gt;</A>', '<中𠜎&amp;"\'>'],
    ['CDATA beside text', '<A>甲<![CDATA[<b>&amp;]]]]><![CDATA[>]]>乙</A>', '甲<b>&amp;]]>乙'],
    ['comments and instructions inside', '<A>甲<!-- <B>x</B> -->乙<?go < >?>丙</A>', '甲乙丙'],
    ['line ends, as XML reads them', '<A>1\r\n2\r3\n&#13;</A>', '1\n2\n3\n\r'],
    ['control characters, as they stand', '<A>\u0001\u0000</A>', '\u0001\u0000'],
    ['blanks in the tags', '<A\n>x</A\n >', 'x'],
    ['a namespace prefix', '<n:A>x</n:A>', 'x'],
  ])('reads %s', async (_, fields, expected) => {
    expect((await valuesOf(body(fields)))[0]?.[0]).toBe(expected);
  });

  it('takes attributes for fields of their own', async () => {
    const bytes = Buffer.from('<body n="9"><data xmlns:x="u" id="7"><A lang=\'a&amp;\n"\'>1</A></data></body>');
    const { records, names } = await readPackage(bytes, { wanted: ['A', '@id', 'A@lang'] });
    expect(records[0]?.values).toEqual(['1', '7', 'a& "']);
    expect(names).toEqual(['A', '@id', 'A@lang']);
  });

  it('counts lines through comments, values and instructions', async () => {
    const text = '<?go\n?>\n<body>\n<!--\n\n--><data><A>x\ny</A></data><data/>\r\n\r\n<data/></body>';
    const { records } = await readPackage(Buffer.from(text));
    expect(records.map(({ line }) => line)).toEqual([6, 7, 9]);
  });

  it('gives no record for an empty body', async () => {
    expect((await readPackage(Buffer.from('<body/>'))).records).toEqual([]);
    expect((await readPackage(gbPackage())).records).toEqual([]);
  });

  it('reads the path that is named, however deep', async () => {
    const bytes = Buffer.from('<P><L><R><A>1</A></R></L><L><R><A>2</A></R></L></P>');
    expect((await readPackage(bytes, { path: 'P/L/R' })).records.map(({ values }) => values[0])).toEqual(['1', '2']);
    expect((await readPackage(Buffer.from('<R><A>1</A></R>'), { path: 'R' })).records).toHaveLength(1);
  });

  it('measures and hashes while reading', async () => {
    const digest = { bytes: 0, sha256: '' };
    const bytes = gbPackage('<A>甲</A>');
    await readPackage(bytes, { digest });
    expect(digest).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  });
});

describe('a malformed record', () => {
  it.each([
    ['a field twice', '<A>1</A><B>2</B><A>3</A>', 'A', ['1', '2']],
    ['a field twice, not a wanted one', '<C>1</C><C>1</C><A>1</A>', 'C', ['1', null]],
    ['an element inside a field', '<A>1<x><y>2</y></x></A><B>3</B>', 'A', ['1', '3']],
    ['text between the fields', '<A>1</A>和<B>2</B>', '-', ['1', '2']],
    ['CDATA between the fields', '<A>1</A><![CDATA[ ]]><B>2</B>', '-', ['1', '2']],
    ['a reference to a control character', '<A>1&#x1F;</A>', 'A', ['1\uFFFD', null]],
    ['a reference to half a character', '<A>&#xD800;</A>', 'A', ['\uFFFD', null]],
    ['a reference beyond Unicode', '<A>&#99999999999;</A>', 'A', ['\uFFFD', null]],
  ])('with %s carries a problem, the next one does not', async (_, fields, name, values) => {
    const { records } = await readPackage(body(fields, '<A>good</A>'));
    expect(new Set(problemsOf(records)[0])).toEqual(new Set([`${name} record_malformed`]));
    expect(records[0]?.values).toEqual(values);
    expect(records[1]).toEqual({ line: 2, values: ['good', null] });
  });

  it('says no more than is useful', async () => {
    const { records } = await readPackage(body('<A>1</A>'.repeat(1000)));
    expect(records[0]?.problems?.length).toBeLessThan(50);
  });
});

describe('whatever is delivered', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '中', '༄', '𠮷', '&', '<', '>', ']]>', '"', "'", ' ', '\n', '\u{1F600}'),
  });
  const escape = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');

  it('what was written is read', async () => {
    const rows = fc.array(fc.tuple(fc.option(text), text), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (written, chunk, asGb) => {
        const records = written.map(([a, b]) => `${a === null ? '' : `<A>${escape(a)}</A>`}<B>${escape(b)}</B>`);
        const bytes = asGb ? gbPackage(...records) : body(...records);
        const { records: found } = await readPackage(bytes, { chunk });
        expect(found.map(({ values }) => values)).toEqual(written);
        expect(found.every(({ problems }) => problems === undefined)).toBe(true);
      }),
    );
  });

  it('chunks of any size give the same, and nothing but a located refusal is thrown', async () => {
    const piece = fc.constantFrom(
      '<A>',
      '</A>',
      '<data>',
      '</data>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      '中',
      '<',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), async (pieces, chunk) => {
        const bytes = gb(`${GBK}<body><data><A>${pieces.join('')}</A></data></body>`);
        const outcome = (size: number) =>
          readPackage(bytes, { chunk: size }).then(
            ({ records }) => ({ records, refusal: 'FormatError p.xml:1：' }),
            (thrown: Error) => ({ records: [], refusal: `${thrown.name} ${thrown.message}` }),
          );
        const whole = await outcome(bytes.length);
        expect(await outcome(chunk)).toEqual(whole);
        expect(whole.refusal).toMatch(/^FormatError p\.xml:1：/);
      }),
      { numRuns: 300 },
    );
  });
});
