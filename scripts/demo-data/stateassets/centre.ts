/** Writes the yearly ledgers of the state property centre. Streams, so that a benchmark of any size fits in memory. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { SHEET_COLUMNS, workbookName } from '../tables.ts';
import type { Book, Cell, Row } from '../types.ts';
import { freezeZipTimes } from '../forms/zip-times.ts';

/** How the head of a sheet is laid out; years differ, as clerks do. */
export interface SheetHead {
  /** A row under the title saying unit and clerk. */
  readonly unitRow: boolean;
  /** 转让方 over 名称 and 代码. */
  readonly twoRows: boolean;
}

const SHEET_TITLES: Readonly<Record<string, string>> = {
  实物资产挂牌: '实物资产挂牌项目台账',
  股权挂牌: '股权挂牌项目台账',
  成交结果: '成交结果',
  转受让方名录: '转让方、受让方名录',
};
const CREATED = new Date('2020-11-30T00:00:00Z');

export function sheetHead(year: number, sheet: string): SheetHead {
  const seller = SHEET_COLUMNS[sheet]?.includes('转让方名称') === true;
  return { unitRow: (year + sheet.length) % 2 === 0, twoRows: seller && (year + sheet.length) % 3 !== 0 };
}

/** Row number of the first row under the header. */
export function firstRow(year: number, sheet: string): number {
  const head = sheetHead(year, sheet);
  return 3 + (head.unitRow ? 1 : 0) + (head.twoRows ? 1 : 0);
}

function isSeller(column: string): boolean {
  return column.startsWith('转让方');
}

function writeHead(sheet: ExcelJS.Worksheet, year: number, columns: readonly string[]): void {
  const head = sheetHead(year, sheet.name);
  const merge = (top: number, left: number, bottom: number, right: number): void =>
    sheet.mergeCells(top, left, bottom, right);
  sheet.addRow([`${year}年度${SHEET_TITLES[sheet.name] ?? sheet.name}`]).font = { bold: true, size: 14 };
  merge(1, 1, 1, columns.length);
  if (head.unitRow) {
    sheet.addRow([`单位：万元　　填表人：${year % 2 === 0 ? '德吉' : '周敏'}`]);
    merge(2, 1, 2, columns.length);
  }
  const top = head.unitRow ? 3 : 2;
  if (!head.twoRows) {
    sheet.addRow([...columns]).font = { bold: true };
    return;
  }
  sheet.addRow(columns.map((column) => (isSeller(column) ? '转让方' : column)));
  sheet.addRow(columns.map((column) => (isSeller(column) ? column.slice(3) : null)));
  const seller = columns.findIndex(isSeller) + 1;
  merge(top, seller, top, seller + 1);
  for (const [index, column] of columns.entries()) if (!isSeller(column)) merge(top, index + 1, top + 1, index + 1);
}

function plain(cell: Cell | undefined): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.value : (cell ?? null);
}

function writeRow(sheet: ExcelJS.Worksheet, row: Row, columns: readonly string[]): void {
  const written = sheet.addRow(columns.map((column) => plain(row.cells[column])));
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[column];
    if (typeof cell === 'object' && cell !== null) written.getCell(index + 1).numFmt = cell.format;
    if (row.deleted) written.getCell(index + 1).font = { strike: true };
  }
  if (row.kind === 'note') sheet.mergeCells(written.number, 1, written.number, columns.length);
  written.commit();
}

export interface BookSource {
  readonly year: number;
  readonly sheets: Readonly<Record<string, Iterable<Row>>>;
}

/** Inline strings need no memory; shared strings are what Excel itself writes. */
export async function writeBook(directory: string, book: BookSource, strings: 'shared' | 'inline'): Promise<void> {
  await mkdir(directory, { recursive: true });
  const filename = join(directory, workbookName(book.year));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename,
    useStyles: true,
    useSharedStrings: strings === 'shared',
    created: CREATED,
    modified: CREATED,
    creator: '产权交易中心',
    lastModifiedBy: '产权交易中心',
  } as ConstructorParameters<typeof ExcelJS.stream.xlsx.WorkbookWriter>[0]);
  for (const [name, columns] of Object.entries(SHEET_COLUMNS)) {
    const sheet = workbook.addWorksheet(name);
    writeHead(sheet, book.year, columns);
    let count = 0;
    for (const row of book.sheets[name] ?? []) {
      writeRow(sheet, row, columns);
      count += 1;
      // Lets the compressor catch up.
      if (count % 500 === 0) await setImmediate();
    }
    sheet.commit();
  }
  await workbook.commit();
  await freezeZipTimes(filename);
}

export async function writeStateAssets(directory: string, books: readonly Book[]): Promise<void> {
  for (const book of books) await writeBook(directory, book, 'shared');
}
