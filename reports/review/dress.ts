/** Widths, heights and colours of a review sheet. */
import type ExcelJS from 'exceljs';
import type { Language } from '../../core/language.ts';
import { displayWidth } from '../display-width.ts';
import type { Segment } from './difference.ts';
import { COLUMN, FIRST_ROW, SHARED, type SheetLayout, type SheetRow } from './layout.ts';
import { VERDICT_WORDS } from './verdicts.ts';

const WIDTHS: Readonly<Record<number, number>> = {
  [COLUMN.number]: 6,
  [COLUMN.group]: 8,
  [COLUMN.decision]: 10,
  [COLUMN.reason]: 24,
  [COLUMN.opinion]: 44,
  [COLUMN.source]: 26,
  [COLUMN.key]: 18,
  [COLUMN.changed]: 13,
};
const FIELD_WIDTH = { narrowest: 10, widest: 28 } as const;
const LINE_HEIGHT = 14;
const VERDICT_PAPERS = { same: 'FFC6EFCE', different: 'FFFFC7CE', unsure: 'FFFFEB9C' } as const;

export const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');

function heightOf(rows: readonly [SheetRow, SheetRow], widths: readonly number[]): number {
  const lines = (text: string, width: number): number =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / width)), 0);
  // A shared cell has the room of both rows.
  const needed = rows.flatMap(({ cells }) =>
    cells.map((cell, at) => lines(textOf(cell), widths[at] ?? 1) / (SHARED.includes(at + 1) ? 2 : 1)),
  );
  return Math.min(200, LINE_HEIGHT * Math.ceil(Math.max(1, ...needed)) + 4);
}

function fieldWidths({ titles, pairs }: SheetLayout): number[] {
  return titles.map((title, at) => {
    const fixed = WIDTHS[at + 1];
    if (fixed !== undefined) return fixed;
    const texts = pairs.flat().map(({ cells }) => displayWidth(textOf(cells[at] ?? [])));
    const wanted = Math.max(displayWidth(title) + 2, ...texts) + 2;
    return Math.min(FIELD_WIDTH.widest, Math.max(FIELD_WIDTH.narrowest, wanted));
  });
}

export function dressSheet(sheet: ExcelJS.Worksheet, layout: SheetLayout, language: Language): void {
  const widths = fieldWidths(layout);
  widths.forEach((width, at) => (sheet.getColumn(at + 1).width = width + 0.5));
  layout.hiddenTitles.forEach((_title, place) => (sheet.getColumn(widths.length + 1 + place).hidden = true));
  layout.pairs.forEach((rows, index) => {
    const height = heightOf(rows, widths);
    for (const side of [0, 1]) sheet.getRow(FIRST_ROW + index * 2 + side).height = height;
  });
  sheet.addConditionalFormatting({
    ref: `C${FIRST_ROW}:C${FIRST_ROW + Math.max(1, layout.pairs.length * 2) - 1}`,
    rules: Object.entries(VERDICT_PAPERS).map(([verdict, argb], place) => ({
      type: 'cellIs' as const,
      operator: 'equal' as const,
      priority: place + 1,
      formulae: [`"${VERDICT_WORDS[language][verdict as keyof typeof VERDICT_PAPERS]}"`],
      style: { fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: { argb } } },
    })),
  });
}
