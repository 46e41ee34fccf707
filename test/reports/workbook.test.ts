/** The file, read back as a spreadsheet reads it. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeBook } from '../../reports/dictionary/book.ts';
import type { BookSheet, BookTable } from '../../reports/dictionary/sheet.ts';
import { displayWidth } from '../../reports/display-width.ts';
import { writeWorkbook } from '../../reports/workbook.ts';
import { faulty, small, sourceOf, voiceOf } from './dictionary/small-book.ts';

const zh = voiceOf('zh');
const MOMENT = new Date('2000-01-01T00:00:00Z');
const book = makeBook(sourceOf(small, { ...faulty(), label: { zh: '水利厅河道中心', en: 'rivers' } }), zh);
const MAPPING = '映射-草场';
let bytes: Buffer;
let workbook: ExcelJS.Workbook;

beforeAll(async () => {
  bytes = await writeWorkbook(book, MOMENT, zh);
  workbook = await read(bytes);
});

async function read(file: Buffer): Promise<ExcelJS.Workbook> {
  const opened = new ExcelJS.Workbook();
  await opened.xlsx.load(new Uint8Array(file).buffer);
  return opened;
}

function sheetOf(name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** What a reader sees, as the table has it. */
function cellsBack(sheet: ExcelJS.Worksheet, { titles, rows }: BookTable, from: number) {
  const line = (row: number) => titles.map((_title, place) => sheet.getCell(row, place + 1).value ?? null);
  return [line(from), ...rows.map((_row, index) => line(from + 1 + index))];
}

function expected({ titles, rows }: BookTable) {
  return [titles, ...rows.map(({ cells }) => cells)];
}

describe('every sheet', () => {
  it('is there, in order', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      book.cover.name,
      ...book.sheets.map(({ name }) => name),
    ]);
  });

  it.each(book.sheets.map((sheet) => [sheet.name, sheet] as const))('%s reads back cell by cell', (name, sheet) => {
    const back = sheetOf(name);
    expect(cellsBack(back, sheet.table, 2)).toEqual(expected(sheet.table));
    expect(back.getCell(1, 1).value).toContain(sheet.title);
    expect(back.getCell(1, 1).value).toContain(sheet.summary);
    if (!sheet.below) return;
    const from = sheet.table.rows.length + 4;
    expect(back.getCell(from, 1).value).toBe(sheet.below.title);
    expect(cellsBack(back, sheet.below.table, from + 1)).toEqual(expected(sheet.below.table));
  });

  it('keeps its header in sight, filters its rows, and prints across one page', () => {
    for (const { name, table, pinned } of book.sheets) {
      const { views, autoFilter, pageSetup, headerFooter } = sheetOf(name);
      expect(views[0]).toMatchObject({ state: 'frozen', xSplit: pinned, ySplit: 2 });
      const last = sheetOf(name).getCell(2 + table.rows.length, table.titles.length).address;
      expect(autoFilter).toBe(`A2:${last}`);
      expect(pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      expect(pageSetup.printTitlesRow).toBe('1:2');
      expect(headerFooter.oddFooter).toContain('第 &P 页，共 &N 页');
      expect(headerFooter.oddFooter).toContain(book.fingerprint);
    }
  });

  it('goes on A3 where A4 would be too small to read', () => {
    expect(sheetOf(MAPPING).pageSetup.paperSize).toBe(8);
    expect(sheetOf('规则').pageSetup.paperSize).toBe(9);
  });

  it('shows a line of every text, or wraps it', () => {
    for (const { name, table } of book.sheets) {
      for (const [place, limit] of table.widths.entries()) {
        const width = sheetOf(name).getColumn(place + 1).width ?? 0;
        const texts = table.rows.flatMap(({ cells }) => String(cells[place] ?? '').split('\n'));
        const widest = Math.max(0, ...texts.map(displayWidth));
        expect(width).toBeGreaterThanOrEqual(Math.min(widest, limit));
        expect(width).toBeLessThan(Math.max(limit, displayWidth(table.titles[place] ?? '') + 4) + 10);
      }
      expect(sheetOf(name).getCell('A3').alignment.wrapText).toBe(true);
    }
  });
});

describe('a cell', () => {
  const all = () => {
    const cells: ExcelJS.Cell[] = [];
    for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
    return cells;
  };

  it('is a text or a number, never a formula, a date or a link', () => {
    const kinds = new Set(all().map(({ type }) => type));
    const { String, Number, Merge, Null } = ExcelJS.ValueType;
    for (const kind of kinds) expect([String, Number, Merge, Null]).toContain(kind);
  });

  it('that looks like a formula or a number stays the text it is', () => {
    const formula = all().find(({ value }) => value === '=专家');
    expect(formula).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: '@' });
    const digits = all().filter(({ value }) => typeof value === 'string' && /^\d+$/.test(value));
    expect(digits.length).toBeGreaterThan(50);
    expect(digits.every(({ numFmt }) => numFmt === '@')).toBe(true);
  });

  it('that nobody has dealt with is red, and so is the head of the book', () => {
    const sheet = sheetOf('映射-河道');
    const paint = (address: string) => (sheet.getCell(address).fill as ExcelJS.FillPattern).fgColor?.argb;
    const rows = book.sheets.find(({ name }) => name === '映射-河道')?.table.rows ?? [];
    const alarming = rows.flatMap(({ tone }, index) => (tone === 'alert' ? [index + 3] : []));
    expect(alarming).toHaveLength(4);
    for (const row of alarming) expect(paint(`C${row}`)).toBe('FFC00000');
    expect(paint('C3')).toBeUndefined();
    expect((sheetOf('封面').getCell('A2').fill as ExcelJS.FillPattern).fgColor?.argb).toBe('FFC00000');
  });

  it('of a text too long for a text cell is a plain one', async () => {
    const [first, ...others] = book.sheets;
    const long: BookSheet = {
      ...(first as BookSheet),
      table: { titles: ['t'], widths: [20], rows: [{ cells: ['字'.repeat(300)], tone: 'plain' }] },
    };
    const opened = await read(await writeWorkbook({ ...book, sheets: [long, ...others] }, MOMENT, zh));
    const cell = opened.getWorksheet(long.name)?.getCell('A3');
    expect(cell?.value).toBe('字'.repeat(300));
    expect(cell?.numFmt).toBeUndefined();
  });
});

describe('equal books', () => {
  it('are equal files, whenever they are written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    onTestFinished(() => void vi.useRealTimers());
    expect(Buffer.compare(await writeWorkbook(book, MOMENT, zh), bytes)).toBe(0);
  });

  it('of different moments are different files of equal content', async () => {
    const other = await writeWorkbook(book, new Date('2020-11-30T00:00:00Z'), zh);
    expect(Buffer.compare(other, bytes)).not.toBe(0);
    expect((await read(other)).created).toEqual(new Date('2020-11-30T00:00:00Z'));
    expect(workbook.created).toEqual(MOMENT);
  });
});
