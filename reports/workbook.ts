/** Writes a book as a spreadsheet: text as text, no formulas, ready to print. Equal books are equal files. */
import ExcelJS from 'exceljs';
import type { Book } from './dictionary/book.ts';
import type { BookSheet, BookTable } from './dictionary/sheet.ts';
import type { Voice } from './dictionary/source.ts';
import { displayWidth } from './display-width.ts';
import { writeCover } from './workbook-cover.ts';
import { FONT, printSetup, styleCell, styleHeader, writeCell } from './workbook-style.ts';
import { stampArchive } from './workbook-time.ts';

const TITLE_ROW = 1;
const HEADER_ROW = 2;
/** Room for the arrow of the filter. */
const ARROW = 3;
const NARROWEST = 8;
/** What a page of A4 across still shows in legible letters; wider sheets go on A3. */
const A4_WIDTH = 160;

/** Titles break where they have to: half of them in a line is enough. */
function titleWidth(title: string): number {
  const width = displayWidth(title);
  return width > 16 ? Math.ceil(width / 2) : width;
}

function columnWidth(table: BookTable, place: number): number {
  const texts = table.rows.flatMap(({ cells }) => String(cells[place] ?? '').split('\n'));
  const content = texts.reduce((widest, text) => Math.max(widest, displayWidth(text)), 0);
  const wanted = Math.min(content + 2, table.widths[place] ?? content);
  // A fraction more: the writer leaves out a width that equals its default.
  return Math.max(wanted, titleWidth(table.titles[place] ?? '') + ARROW, NARROWEST) + 0.5;
}

function writeTable(sheet: ExcelJS.Worksheet, table: BookTable, from: number): void {
  const header = sheet.getRow(from);
  table.titles.forEach((title, place) => styleHeader(writeCell(header.getCell(place + 1), title)));
  header.height = 32;
  table.rows.forEach(({ cells, tone }, index) => {
    const row = sheet.getRow(from + 1 + index);
    cells.forEach((value, place) => styleCell(writeCell(row.getCell(place + 1), value), tone));
  });
}

function writeTitle(sheet: ExcelJS.Worksheet, row: number, texts: { title: string; summary: string }): void {
  const cell = writeCell(sheet.getCell(row, 1), `${texts.title}　　${texts.summary}`.trim());
  cell.font = { ...FONT, size: 12, bold: true };
  cell.alignment = { vertical: 'middle' };
  sheet.getRow(row).height = 26;
}

function writeSheet(workbook: ExcelJS.Workbook, { name, title, summary, table, pinned, below }: BookSheet): void {
  const widths = table.titles.map((_title, place) => columnWidth(table, place));
  const paper = widths.reduce((sum, width) => sum + width, 0) > A4_WIDTH ? 'A3' : 'A4';
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { ...printSetup('landscape', paper), printTitlesRow: `${TITLE_ROW}:${HEADER_ROW}` },
    views: [{ state: 'frozen', xSplit: pinned, ySplit: HEADER_ROW, zoomScale: 100 }],
  });
  writeTitle(sheet, TITLE_ROW, { title, summary });
  writeTable(sheet, table, HEADER_ROW);
  widths.forEach((width, place) => (sheet.getColumn(place + 1).width = width));
  const lastRow = HEADER_ROW + table.rows.length;
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: lastRow, column: table.titles.length },
  };
  if (!below) return;
  writeTitle(sheet, lastRow + 2, { title: below.title, summary: '' });
  writeTable(sheet, below.table, lastRow + 3);
}

/** @param moment when the file says it was made; the same moment and the same book give the same bytes. */
export async function writeWorkbook(book: Book, moment: Date, { say }: Voice): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'ggzy';
  workbook.lastModifiedBy = 'ggzy';
  workbook.created = moment;
  workbook.modified = moment;
  workbook.title = book.cover.title;
  writeCover(workbook, book.cover);
  for (const sheet of book.sheets) writeSheet(workbook, sheet);
  for (const sheet of workbook.worksheets) {
    const page = say('第 &P 页，共 &N 页', 'page &P of &N');
    const own = `${say('指纹', 'fingerprint')} ${book.fingerprint}`;
    sheet.headerFooter = { oddFooter: `&L&A&C${page}&R${own}` };
  }
  return stampArchive(new Uint8Array(await workbook.xlsx.writeBuffer()), moment);
}
