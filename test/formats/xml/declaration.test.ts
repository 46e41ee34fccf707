import { describe, expect, it } from 'vitest';
import { findXmlEncoding } from '../../../formats/xml/declaration.ts';
import { gb, readPackage } from '../../fixtures/formats/xml-package.ts';

const declared = (label: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="${label}"?><body/>`);

describe('findXmlEncoding', () => {
  it.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['GB18030', 'gb18030'],
    ['UTF-8', 'utf-8'],
    ['utf-8', 'utf-8'],
  ])('reads declared %s as %s', (label, encoding) => {
    expect(findXmlEncoding(declared(label))).toEqual({ encoding, skip: 0 });
  });

  it.each([
    ['no declaration', '<body/>', 'utf-8'],
    ['a declaration without encoding', '<?xml version="1.0" standalone="yes"?><body/>', 'utf-8'],
    ['single quotes and blanks', "<?xml  version = '1.0'\n encoding = 'GBK' standalone='no' ?><body/>", 'gb18030'],
    ['an instruction that only looks like it', '<?xml-stylesheet encoding="GBK"?><body/>', 'utf-8'],
  ])('with %s', (_, text, encoding) => {
    expect(findXmlEncoding(Buffer.from(text)).encoding).toBe(encoding);
  });

  it.each([
    ['UTF-8, GBK declared', 'efbbbf', 'utf-8', 3],
    ['UTF-8, an unknown one declared', 'efbbbf', 'utf-8', 3],
    ['UTF-16', 'fffe', 'utf-16le', 2],
    ['GB18030, UTF-8 declared', '84319533', 'gb18030', 4],
  ] as const)('believes the mark: %s', (_, mark, encoding, skip) => {
    const bytes = Buffer.concat([Buffer.from(mark, 'hex'), declared('x-unknown')]);
    expect(findXmlEncoding(bytes)).toEqual({ encoding, skip });
  });

  it.each([declared('Big5'), declared('ISO-8859-1'), declared('UTF-16')])('refuses other encodings', (bytes) => {
    expect(() => findXmlEncoding(bytes)).toThrow('不支持声明的编码');
  });
});

describe('every encoding', () => {
  const text = '<body><data><A>中༄𠮷</A></data>\n<data/></body>';

  it.each([
    ['GB18030, declared GB2312', gb(`<?xml version="1.0" encoding="GB2312"?>${text}`)],
    ['GB18030 with its mark', Buffer.concat([Buffer.from('84319533', 'hex'), gb(text)])],
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark, GBK declared', Buffer.from(`\uFEFF<?xml version="1.0" encoding="GBK"?>${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ])('%s is read, in chunks of any size', async (_, bytes) => {
    for (const chunk of [1, 2, 3, 1000]) {
      const { records } = await readPackage(bytes, { chunk, wanted: ['A'] });
      expect(records).toEqual([
        { line: 1, values: ['中༄𠮷'] },
        { line: 2, values: [null] },
      ]);
    }
  });

  it.each(['utf8', 'utf16le'] as const)('%s longer than a block is cut between characters', async (encoding) => {
    const rows = Array.from({ length: 3000 }, (_, index) => `<data><A>中༄𠮷${'字'.repeat(index % 50)}</A></data>`);
    const bytes = Buffer.from(`\uFEFF<body>\n${rows.join('\n')}\n</body>`, encoding);
    const { records } = await readPackage(bytes, { chunk: 4099, wanted: ['A'] });
    expect(records.map(({ values }) => values[0])).toEqual(rows.map((row) => row.slice(9, -11)));
    expect(records.at(-1)?.line).toBe(3001);
  });
});
