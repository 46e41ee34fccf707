import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowText, textsOfRow } from '../../core/row-text.ts';

const text = fc.string({
  unit: fc.constantFrom('a', '\\', '\t', '\n', '\r', 'N', 't', '拉', '\u{20000}'),
  maxLength: 6,
});

it('reads back every row it writes', () => {
  const rows = fc.array(fc.option(text, { nil: null }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (values) => {
      expect(textsOfRow(rowText(values))).toEqual(values);
    }),
  );
});

it('no two rows share a text', () => {
  const rows = fc.array(fc.option(text, { nil: null }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      expect(rowText(one) === rowText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

it('NUL reads as its visible symbol', () => {
  expect(textsOfRow(rowText(['a\0b']))).toEqual(['a\u2400b']);
});
