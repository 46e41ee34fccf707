/** Raw records from the rows of a sheet: merged and "same as above" cells filled, struck and hidden rows marked. */
import type { CellRange } from '../formats/xlsx/address.ts';
import { serialDateText } from '../formats/xlsx/date-text.ts';
import type { Cell, SheetRow } from '../formats/xlsx/sheet-rows.ts';
import type { RawRecord, RecordProblem } from './connector.ts';
import type { SheetHeader } from './sheet-header.ts';
import { filledCells, judgeRows, type RowJudge } from './sheet-row-kind.ts';
import { MergedColumns } from './sheet-merges.ts';
import type { StreamContract } from './stream.ts';

export interface SheetSource {
  readonly stream: StreamContract;
  readonly header: SheetHeader;
  readonly merges: readonly CellRange[];
  readonly date1904: boolean;
  readonly sheetName: string;
  readonly sheetHidden: boolean;
  /** What to deliver, in this order. */
  readonly columns: readonly string[];
}

interface Delivered {
  readonly name: string;
  readonly index: number;
  readonly fillDown: boolean;
  readonly date: boolean;
}

/** Takes the rows of one sheet in order, from the first: what stands above decides what a blank cell means. */
export class SheetRecords {
  private readonly source: SheetSource;
  private readonly columns: readonly Delivered[];
  private readonly judge: RowJudge;
  private readonly merged: MergedColumns;
  private readonly above = new Map<string, string>();
  private first = true;

  constructor(source: SheetSource) {
    const { stream, header, columns, merges } = source;
    this.source = source;
    this.columns = columns.map((name) => ({
      name,
      index: header.columns.get(name) ?? -1,
      fillDown: stream.columns[name]?.fillDown === true,
      date: stream.columns[name]?.date === true,
    }));
    this.judge = judgeRows(
      header,
      stream.key.map((name) => header.columns.get(name) ?? -1),
    );
    this.merged = new MergedColumns(merges);
  }

  /** Undefined for rows that are not there to a reader: blank, repeated header, above the header. */
  read(row: SheetRow): RawRecord | undefined {
    const cellAt = this.merged.fill(row);
    if (row.row <= this.source.header.lastRow) return undefined;
    const kind = this.judge(row);
    if (kind.is === 'nothing') return undefined;
    const problems: RecordProblem[] = this.hiddenProblems(row);
    if (kind.is === 'skip') {
      const values = this.columns.map(({ index }) => row.cells.find(({ column }) => column === index)?.text ?? null);
      return { values, row: row.row, skip: { rule: kind.rule, text: kind.text }, ...optional(problems) };
    }
    this.forgetOthers(cellAt);
    const values = this.columns.map((column) => this.value(column, cellAt(column.index), problems));
    const deleted = filledCells(row.cells).every(({ struck }) => struck);
    return { values, row: row.row, ...(deleted ? { deleted } : {}), ...optional(problems) };
  }

  private value(column: Delivered, cell: Cell | undefined, problems: RecordProblem[]): string | null {
    if (cell?.kind === 'error') {
      problems.push({ rule: 'excel_error', column: column.name, severity: 'warning', detail: cell.text });
      return null;
    }
    const text = cell && this.exactText(column, cell);
    if (!column.fillDown) return text ?? null;
    if (text === undefined || isSameAsAbove(text)) return this.above.get(column.name) ?? null;
    this.above.set(column.name, text);
    return text;
  }

  /** A new name whose code is left blank is somebody else without a code, not somebody else with the code above. */
  private forgetOthers(cellAt: (column: number) => Cell | undefined): void {
    const filled = this.columns.filter(({ fillDown }) => fillDown);
    const differs = ({ name, index }: Delivered) => {
      const text = cellAt(index)?.text;
      return text !== undefined && text !== null && !isSameAsAbove(text) && text !== this.above.get(name);
    };
    if (filled.some(differs)) for (const { name } of filled) this.above.delete(name);
  }

  /** Workbooks of the 1904 epoch: a bare serial would be read as a day four years early by whoever comes later. */
  private exactText({ date }: Delivered, { kind, text }: Cell): string {
    if (!date || kind !== 'number' || !this.source.date1904) return text;
    return serialDateText(text, true) ?? text;
  }

  private hiddenProblems(row: SheetRow): RecordProblem[] {
    const problems: RecordProblem[] = [];
    if (this.first && this.source.sheetHidden) problems.push(hidden(`工作表 ${this.source.sheetName} 为隐藏`));
    if (row.hidden) problems.push(hidden(`第${row.row}行为隐藏`));
    this.first = false;
    return problems;
  }
}

function optional(problems: readonly RecordProblem[]): { problems?: readonly RecordProblem[] } {
  return problems.length > 0 ? { problems } : {};
}

function hidden(detail: string): RecordProblem {
  return { rule: 'excel_hidden', severity: 'info', detail };
}

/** Blank, or one of the marks a clerk types for "same as above". */
function isSameAsAbove(text: string): boolean {
  return /^[\s\u3000]*(?:同上|〃|″|")?[\s\u3000]*$/.test(text);
}
