import { expect, it } from 'vitest';
import { StoredTextDecoder } from '../../../connectors/database/stored-text.ts';

const latin1 = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');

it('decodes each column by its own encoding, and leaves texts alone', () => {
  const decoder = new StoredTextDecoder(['a', 'b', 'c'], ['gb18030', 'utf-8', undefined]);
  const values = [latin1('b2d8815c'), latin1('e8978f'), '\u00b2\u00d8', 'content hash'];
  expect(decoder.decode(values)).toEqual([]);
  expect(values).toEqual(['藏乗', '藏', '\u00b2\u00d8', 'content hash']);
});

it('costs a text nothing where all is ASCII or empty', () => {
  const values = ['a', null, ''];
  expect(new StoredTextDecoder(['a', 'b', 'c'], ['gb18030', 'gb18030', 'gb18030']).decode(values)).toEqual([]);
  expect(values).toEqual(['a', null, '']);
});

it('names column, place and bytes of a text that is none', () => {
  const values = [latin1('e897'), latin1('6161b2d8ff61')];
  const problems = new StoredTextDecoder(['a', 'b'], ['utf-8', 'gb18030']).decode(values);
  expect(problems).toEqual([
    { rule: 'invalid_bytes', column: 'a', severity: 'blocking', detail: '字节1：97' },
    { rule: 'invalid_bytes', column: 'b', severity: 'blocking', detail: expect.stringMatching(/^字节3：d8ff/) },
  ]);
  expect(values[1]).toMatch(/^aa藏\uFFFD/);
});
