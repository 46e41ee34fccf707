import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { makeBook } from '../../reports/dictionary/book.ts';
import type { BookSystem } from '../../reports/dictionary/source.ts';
import { writeCover } from '../../reports/workbook-cover.ts';
import { faulty, small, sourceOf, voiceOf } from './dictionary/small-book.ts';

function coverOf(...systems: readonly BookSystem[]) {
  const { cover } = makeBook(sourceOf(...systems), voiceOf('zh'));
  const workbook = new ExcelJS.Workbook();
  writeCover(workbook, cover);
  const sheet = workbook.getWorksheet(cover.name);
  if (!sheet) throw new Error('the cover was not written');
  return { cover, sheet };
}

it('stands block by block, with room to sign', () => {
  const { cover, sheet } = coverOf(small);
  expect(sheet.getCell('A1').value).toBe(cover.title);
  const lines: unknown[][] = [];
  sheet.eachRow((row) => lines.push([1, 2, 3, 4].map((place) => row.getCell(place).value ?? null)));
  for (const { titles, rows } of cover.blocks) {
    for (const cells of [...(titles.length > 0 ? [titles] : []), ...rows]) expect(lines).toContainEqual([...cells]);
  }
  const signing = sheet.getRows(1, sheet.rowCount)?.filter((row) => row.getCell(1).value === '平台建设单位');
  expect(signing?.map(({ height }) => height)).toEqual([40]);
  expect(sheet.pageSetup).toMatchObject({ orientation: 'portrait', paperSize: 9 });
});

it('is alarmed only where columns were forgotten', () => {
  const paint = ({ sheet }: ReturnType<typeof coverOf>) =>
    (sheet.getCell('A2').fill as ExcelJS.FillPattern | undefined)?.fgColor;
  expect(paint(coverOf(small))).toBeUndefined();
  expect(paint(coverOf(small, faulty()))).toEqual({ argb: 'FFC00000' });
});

it('gives a remark across the page the lines it needs', () => {
  const { cover, sheet } = coverOf(small);
  const heights = new Map(sheet.getRows(1, sheet.rowCount)?.map((row) => [row.getCell(1).value, row.height]));
  for (const remark of cover.remarks) expect(heights.get(remark)).toBeGreaterThanOrEqual(20);
});
