/** How cells and pages of a book look. */
import type { Cell as SheetCell, PageSetup } from 'exceljs';
import type { Cell, Tone } from './dictionary/sheet.ts';

/** On every office computer; other systems substitute it. */
export const FONT = { name: '宋体', size: 10 } as const;

const INK = { header: 'FFFFFFFF', alert: 'FFFFFFFF', quiet: 'FF7F7F7F', plain: 'FF000000' } as const;
const PAPER = { header: 'FF1F4E78', alert: 'FFC00000', total: 'FFDDEBF7' } as const;
const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;

/** Older spreadsheets show longer texts as `####` where the cell is marked as text. */
const MARKED_AS_TEXT = 255;

function fill(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}

/** Texts stay texts, `01` and `=A1` too: a cell never becomes a number, a date or a formula. */
export function writeCell(cell: SheetCell, value: Cell): SheetCell {
  cell.value = value;
  if (typeof value === 'string' && value.length <= MARKED_AS_TEXT) cell.numFmt = '@';
  return cell;
}

export function styleHeader(cell: SheetCell): void {
  cell.font = { ...FONT, bold: true, color: { argb: INK.header } };
  cell.fill = fill(PAPER.header);
  cell.border = BORDER;
  cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
}

export function styleCell(cell: SheetCell, tone: Tone): void {
  const strong = tone === 'alert' || tone === 'total';
  const ink = tone === 'alert' || tone === 'quiet' ? INK[tone] : INK.plain;
  cell.font = { ...FONT, ...(strong ? { bold: true } : {}), color: { argb: ink } };
  if (strong) cell.fill = fill(PAPER[tone]);
  cell.border = BORDER;
  const horizontal = typeof cell.value === 'number' ? 'right' : 'left';
  cell.alignment = { vertical: 'top', horizontal, wrapText: true };
}

/** Numbers of the spreadsheet format. */
const PAPERS = { A3: 8, A4: 9 } as const;

/** As wide as the page, as many pages as it takes. */
export function printSetup(orientation: 'landscape' | 'portrait', paper: keyof typeof PAPERS): Partial<PageSetup> {
  const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
  const paperSize = PAPERS[paper] as PageSetup['paperSize'];
  return { paperSize, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins };
}
