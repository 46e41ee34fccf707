/** The top of a sheet as a grid in which merged cells show their value everywhere, as a reader of the sheet sees it. */
import type { CellRange } from '../formats/xlsx/address.ts';
import type { SheetRow } from '../formats/xlsx/sheet-rows.ts';

/** Header texts are compared without spaces and full-width forms. */
export function normaliseHeader(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200B\uFEFF]+/g, '');
}

export class HeaderGrid {
  private readonly texts = new Map<number, Map<number, string>>();

  constructor(rows: readonly SheetRow[], merges: readonly CellRange[]) {
    for (const { row, cells } of rows) {
      const texts = new Map(cells.map(({ column, text }) => [column, normaliseHeader(text)]));
      this.texts.set(row, texts);
    }
    for (const range of merges) this.spread(range);
  }

  get rows(): number[] {
    return [...this.texts.keys()].sort((a, b) => a - b);
  }

  text(row: number, column: number): string {
    return this.texts.get(row)?.get(column) ?? '';
  }

  columns(row: number): number[] {
    return [...(this.texts.get(row)?.keys() ?? [])].sort((a, b) => a - b);
  }

  /** Nearest text to the left: a parent whose cells were not merged stands above its first child only. */
  textToTheLeft(row: number, column: number): string {
    for (let left = column - 1; left >= 0; left -= 1) {
      const text = this.text(row, left);
      if (text !== '') return text;
    }
    return '';
  }

  private spread({ top, left, bottom, right }: CellRange): void {
    const value = this.texts.get(top)?.get(left);
    if (value === undefined) return;
    for (const row of this.rows) {
      if (row < top || row > bottom) continue;
      for (let column = left; column <= Math.min(right, left + WIDEST); column += 1) {
        this.texts.get(row)?.set(column, value);
      }
    }
  }
}

/** A title merged over the whole width of the sheet need not be spread further than any header reaches. */
const WIDEST = 1024;
