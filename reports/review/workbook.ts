/** Writes a review sheet: keys locked, differences red, a drop-down for the decision. */
import ExcelJS from 'exceljs';
import type { Language } from '../../core/language.ts';
import { writeCover } from '../workbook-cover.ts';
import { FONT, printSetup, styleCell, styleHeader } from '../workbook-style.ts';
import { stampArchive } from '../workbook-time.ts';
import { rowCode, sheetChecksum } from './checksum.ts';
import { reviewCover } from './cover.ts';
import type { Segment } from './difference.ts';
import { dressSheet, textOf } from './dress.ts';
import type { ReviewPair, ReviewStamp } from './item.ts';
import { ANSWERS, COLUMN, FIRST_ROW, layOut, SHARED, type SheetRow } from './layout.ts';
import { STAMP_SHEET } from './stamp-sheet.ts';
import { VERDICT_WORDS } from './verdicts.ts';

const RED = { argb: 'FFC00000' } as const;
const PAIR_LINE = { style: 'medium', color: { argb: 'FF7F7F7F' } } as const;
const ANSWER_PAPER = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const;
export interface ReviewWorkbook {
  readonly bytes: Buffer;
  /** To be kept with the export: a sheet that comes back must have it. */
  readonly checksum: string;
}

function writeSegments(cell: ExcelJS.Cell, segments: readonly Segment[]): void {
  const text = textOf(segments);
  if (text === '') cell.value = null;
  else if (!segments.some(({ differs }) => differs)) cell.value = text;
  else {
    const richText = segments.map(({ text: part, differs }) => ({
      text: part,
      font: differs ? { ...FONT, bold: true, color: RED } : { ...FONT },
    }));
    cell.value = { richText };
  }
  cell.numFmt = '@';
}

function writeAnswerCells(sheet: ExcelJS.Worksheet, top: number, language: Language): void {
  for (const column of ANSWERS) {
    const cell = sheet.getCell(top, column);
    cell.protection = { locked: false };
    cell.fill = ANSWER_PAPER;
  }
  const words = Object.values(VERDICT_WORDS[language]);
  sheet.getCell(top, COLUMN.decision).dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.join(',')}"`],
    showErrorMessage: true,
    errorStyle: 'stop',
    error: words.join(' / '),
  };
}

function writePair(
  sheet: ExcelJS.Worksheet,
  at: { index: number; language: Language },
  rows: readonly [SheetRow, SheetRow],
  codes: readonly string[],
): void {
  const top = FIRST_ROW + at.index * 2;
  rows.forEach(({ cells, record, version }, side) => {
    cells.forEach((segments, column) => {
      const cell = sheet.getCell(top + side, column + 1);
      if (side === 0 || !SHARED.includes(column + 1)) writeSegments(cell, segments);
      styleCell(cell, 'plain');
      // A strong line above each pair: what belongs together is seen from afar.
      if (side === 0) cell.border = { ...cell.border, top: PAIR_LINE };
    });
    [record, version, codes[side] ?? ''].forEach((text, place) => {
      const cell = sheet.getCell(top + side, cells.length + 1 + place);
      cell.value = text;
      cell.numFmt = '@';
    });
  });
  for (const column of SHARED) sheet.mergeCells(top, column, top + 1, column);
  writeAnswerCells(sheet, top, at.language);
}

/** @param pairs in the order in which they are to be judged. */
export async function writeReviewWorkbook(
  pairs: readonly ReviewPair[],
  stamp: ReviewStamp,
  language: Language,
): Promise<ReviewWorkbook> {
  const moment = new Date(stamp.writtenAt);
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: 'ggzy', lastModifiedBy: 'ggzy', created: moment, modified: moment });
  writeCover(workbook, reviewCover(pairs, stamp, language));
  const layout = layOut(pairs, stamp, language);
  const sheet = workbook.addWorksheet({ zh: '待审', en: 'review' }[language], {
    pageSetup: { ...printSetup('landscape', 'A3'), printTitlesRow: '2:2' },
    views: [{ state: 'frozen', xSplit: COLUMN.opinion, ySplit: FIRST_ROW - 1, zoomScale: 100 }],
  });
  sheet.getCell(1, 1).value = stamp.exportId;
  [...layout.titles, ...layout.hiddenTitles].forEach((title, at) => {
    const cell = sheet.getCell(FIRST_ROW - 1, at + 1);
    cell.value = title;
    styleHeader(cell);
  });
  const locked = (row: SheetRow, pair: number): string => {
    const texts = row.cells.filter((_cell, at) => !ANSWERS.includes(at + 1)).map(textOf);
    return rowCode(stamp.exportId, pair, { texts, record: row.record, version: row.version });
  };
  const codes = layout.pairs.map((rows, index) => rows.map((row) => locked(row, index + 1)));
  layout.pairs.forEach((rows, index) => writePair(sheet, { index, language }, rows, codes[index] ?? []));
  dressSheet(sheet, layout, language);
  await sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  });
  const checksum = sheetChecksum(stamp.exportId, layout.titles, codes.flat());
  const hidden = workbook.addWorksheet(STAMP_SHEET, { state: 'veryHidden' });
  hidden.getCell(1, 1).value = JSON.stringify({ ...stamp, pairs: pairs.length, checksum });
  return { bytes: stampArchive(new Uint8Array(await workbook.xlsx.writeBuffer()), moment), checksum };
}
