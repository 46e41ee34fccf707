/** Cells merged downwards hold their value in the first row only; here each row of the range gets it. */
import type { CellRange } from '../formats/xlsx/address.ts';
import type { Cell, SheetRow } from '../formats/xlsx/sheet-rows.ts';

export class MergedColumns {
  /** Ranges of more than one row, by their first row. */
  private readonly starting = new Map<number, CellRange[]>();
  private readonly active = new Map<number, { readonly bottom: number; readonly cell: Cell }>();

  constructor(merges: readonly CellRange[]) {
    for (const range of merges) {
      if (range.bottom === range.top) continue;
      const others = this.starting.get(range.top);
      if (others) others.push(range);
      else this.starting.set(range.top, [range]);
    }
  }

  /** Rows must come in order. Answers the cell a reader sees in a column of this row. */
  fill({ row, cells }: SheetRow): (column: number) => Cell | undefined {
    for (const [column, { bottom }] of this.active) if (bottom < row) this.active.delete(column);
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    for (const { left, bottom } of this.starting.get(row) ?? []) {
      const cell = byColumn.get(left);
      if (cell) this.active.set(left, { bottom, cell });
    }
    return (column) => byColumn.get(column) ?? this.active.get(column)?.cell;
  }
}
