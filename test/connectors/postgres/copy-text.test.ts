import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CopySplitter, type CopyFields } from '../../../connectors/postgres/copy-text.ts';
import { rowText } from '../../../core/row-text.ts';

function split(bytes: Buffer, cut: number): CopyFields[] {
  const splitter = new CopySplitter('utf8');
  const parts: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += cut) parts.push(bytes.subarray(from, from + cut));
  return parts.flatMap((part) => splitter.add(part));
}

describe('COPY text', () => {
  it.each([
    ['no value, and an empty one', '\\N\t\n', [[null, '']]],
    ['a text that looks like no value', '\\\\N\n', [['\\N']]],
    ['every control character that is escaped', '\\b\\f\\n\\r\\t\\v\n', [['\b\f\n\r\t\v']]],
    ['a backslash before an n', '\\\\n\n', [['\\n']]],
    ['a carriage return that stands bare', 'a\rb\n', [['a\rb']]],
    ['a record of one empty field', '\n', [['']]],
    ['characters of four bytes, and Tibetan', '𠮷\tབོད\n', [['𠮷', 'བོད']]],
    ['a byte order mark as content', '\uFEFFa\n', [['\uFEFFa']]],
  ])('reads %s', (_, text, records) => {
    for (const cut of [1, 2, 3, 1000]) expect(split(Buffer.from(text), cut)).toEqual(records);
  });

  it('gives back whatever COPY writes, wherever the bytes are cut', () => {
    const value = fc.option(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')));
    const table = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, cut) => {
        const bytes = Buffer.from(rows.map((row) => `${rowText(row)}\n`).join(''));
        expect(split(bytes, cut)).toEqual(rows);
      }),
    );
  });

  it('refuses bytes that are no UTF-8 instead of replacing them', () => {
    expect(() => new CopySplitter('utf8').add(Buffer.from([0x61, 0xff, 0x0a]))).toThrow('不是有效的UTF-8');
  });

  it('gives bytes as characters where they are decoded later', () => {
    expect(new CopySplitter('latin1').add(Buffer.from([0xb2, 0xd8, 0x5c, 0x5c, 0x0a]))).toEqual([['\xb2\xd8\\']]);
  });
});
