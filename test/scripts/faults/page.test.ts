import { expect, it } from 'vitest';
import { pageText, readRow, rowsOf, writeRow, type Row } from '../../../scripts/faults/page.ts';

const cut: Row = ['cut', 'exit code 3: `a | b`', 'run running', 'goes on'];
const full: Row = ['disk full', 'exit code 4', 'run running', 'goes on'];

it('reads the rows it wrote, bars and all', () => {
  expect(readRow(writeRow(cut))).toEqual(cut);
  const page = pageText(['cut', 'disk full'], new Map([cut, full].map((row) => [row[0], row])));
  expect([...rowsOf(page).values()]).toEqual([cut, full]);
});

it('keeps the order of the faults and rows that were not played, and drops what is no fault any more', () => {
  const before = pageText(
    ['disk full', 'gone'],
    new Map([full, ['gone', '', '', ''] satisfies Row].map((row) => [row[0], row])),
  );
  const rows = rowsOf(before).set('cut', cut);
  expect([...rowsOf(pageText(['cut', 'disk full'], rows)).keys()]).toEqual(['cut', 'disk full']);
});

it('begins where there is no page', () => {
  expect(rowsOf('').size).toBe(0);
});
