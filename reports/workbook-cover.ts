/** The cover of a book: four columns, a table to sign. */
import type { Workbook, Worksheet } from 'exceljs';
import type { Cover, CoverBlock } from './dictionary/cover.ts';
import { displayWidth } from './display-width.ts';
import { FONT, printSetup, styleCell, styleHeader, writeCell } from './workbook-style.ts';

const WIDTHS = [32, 18, 24, 44] as const;
const LAST = WIDTHS.length;
const LINE_HEIGHT = 16;

/** One text across the page; merged cells do not grow by themselves. */
function writeAcross(sheet: Worksheet, row: number, text: string) {
  sheet.mergeCells(row, 1, row, LAST);
  const page = WIDTHS.reduce((sum, width) => sum + width, 0);
  sheet.getRow(row).height = LINE_HEIGHT * Math.ceil((displayWidth(text) + 2) / page) + 4;
  const cell = writeCell(sheet.getCell(row, 1), text);
  cell.font = FONT;
  cell.alignment = { vertical: 'middle', horizontal: 'left', wrapText: true };
  return cell;
}

/** @returns the row behind the block. */
function writeBlock(sheet: Worksheet, { title, titles, rows, tall }: CoverBlock, from: number): number {
  writeAcross(sheet, from, title).font = { ...FONT, size: 12, bold: true };
  let at = from + 1;
  if (titles.length > 0) {
    titles.forEach((text, place) => styleHeader(writeCell(sheet.getCell(at, place + 1), text)));
    sheet.getRow(at).height = 20;
    at += 1;
  }
  for (const cells of rows) {
    cells.forEach((value, place) => {
      const cell = writeCell(sheet.getCell(at, place + 1), value);
      styleCell(cell, 'plain');
      cell.alignment = { vertical: 'middle', horizontal: 'left', wrapText: true };
    });
    sheet.getRow(at).height = tall ? 40 : 20;
    at += 1;
  }
  return at;
}

export function writeCover(workbook: Workbook, { name, title, subtitle, alert, blocks, remarks }: Cover): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { ...printSetup('portrait', 'A4'), horizontalCentered: true },
    views: [{ showGridLines: false }],
  });
  WIDTHS.forEach((width, place) => (sheet.getColumn(place + 1).width = width));
  const heading = writeAcross(sheet, 1, title);
  heading.font = { name: '黑体', size: 22, bold: true };
  heading.alignment = { vertical: 'middle', horizontal: 'center' };
  sheet.getRow(1).height = 56;
  const totals = writeAcross(sheet, 2, subtitle);
  if (alert) styleCell(totals, 'alert');
  totals.alignment = { vertical: 'middle', horizontal: 'center' };
  let at = 4;
  for (const block of blocks) at = writeBlock(sheet, block, at) + 1;
  for (const remark of remarks) {
    writeAcross(sheet, at, remark);
    at += 1;
  }
}
