/** Rows of a sheet from the callbacks of the scanner. Cells without a value are left out. */
import { eachAttribute } from '../xml/attributes.ts';
import { resolveReferences } from '../xml/references.ts';
import type { XmlHandler } from '../xml/scanner.ts';
import { readCellAttributes, type CellAttributes } from './cell-attributes.ts';
import { isoDateText, serialDateText } from './date-text.ts';
import { numberText } from './number-text.ts';
import { cellText, isTrue } from './part-values.ts';
import { RichText, type SharedStrings } from './shared-strings.ts';
import type { CellStyles } from './styles.ts';

export type CellKind = 'text' | 'number' | 'boolean' | 'error' | 'date';

export interface Cell {
  /** Counted from 0 (column A). */
  readonly column: number;
  readonly kind: CellKind;
  /** Exact text; for `error` the error code (`#REF!`). */
  readonly text: string;
  /** The whole cell is struck through. */
  readonly struck: boolean;
}

export interface SheetRow {
  /** Row of the sheet, counted from 1. */
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

export interface SheetContext {
  readonly styles: CellStyles;
  readonly strings: SharedStrings;
  readonly date1904: boolean;
}

export class SheetRowReader implements XmlHandler {
  private readonly context: SheetContext;
  private readonly rich = new RichText();
  private rows: SheetRow[] = [];
  private cells: Cell[] = [];
  private inData = false;
  private row = 0;
  private hidden = false;
  private readonly cell: CellAttributes = { column: -1, type: 'n', style: 0 };
  private inValue = false;
  private inInline = false;
  private value = '';

  constructor(context: SheetContext) {
    this.context = context;
  }

  /** Rows completed since the last call. */
  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  /** False within the data: a sheet that ends there was cut off. */
  get complete(): boolean {
    return !this.inData;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = this.inData;
    else if (this.inInline) this.rich.open(name, attributes);
    else if (name === 'row' && this.inData) this.openRow(attributes);
    else if (name === 'is') this.openInline();
    else if (name === 'sheetData') this.inData = true;
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'is') this.inInline = false;
    else if (this.inInline) this.rich.close(name);
    else if (name === 'row' && this.inData) this.rows.push({ row: this.row, hidden: this.hidden, cells: this.cells });
    else if (name === 'sheetData') this.inData = false;
  }

  text(raw: string, literal: boolean): void {
    if (this.inValue) this.value += literal ? raw : resolveReferences(raw);
    else if (this.inInline) this.rich.add(raw, literal);
  }

  private openRow(attributes: string): void {
    this.cells = [];
    this.cell.column = -1;
    this.hidden = false;
    let row = this.row + 1;
    eachAttribute(attributes, (name, value) => {
      if (name === 'r') row = Number(value);
      else if (name === 'hidden') this.hidden = isTrue(value);
    });
    this.row = row;
  }

  private openCell(attributes: string): void {
    const { cell } = this;
    cell.column += 1;
    cell.type = 'n';
    cell.style = 0;
    this.value = '';
    readCellAttributes(attributes, cell);
  }

  private openInline(): void {
    this.inInline = true;
    this.rich.reset();
  }

  private closeCell(): void {
    if (!this.inData) return;
    const { column, type } = this.cell;
    if (type === 's' || type === 'inlineStr') this.addText(column, type);
    else if (this.value !== '') this.addValue(column, type);
  }

  private addText(column: number, type: string): void {
    const shared = type === 's' ? this.context.strings.get(Number(this.value || '-1')) : this.rich.value;
    if (type === 'inlineStr') this.rich.reset();
    if (shared === undefined) {
      // An index beyond the table: the cell points nowhere, as a formula error does.
      if (this.value !== '') this.cells.push({ column, kind: 'error', text: '#SST', struck: false });
      return;
    }
    if (shared.text === '') return;
    const struck = shared.struck || this.context.styles.isStruck(this.cell.style);
    this.cells.push({ column, kind: 'text', text: shared.text, struck });
  }

  private addValue(column: number, type: string): void {
    const struck = this.context.styles.isStruck(this.cell.style);
    const { kind, text } = this.interpret(type);
    this.cells.push({ column, kind, text, struck });
  }

  private interpret(type: string): { kind: CellKind; text: string } {
    const { value } = this;
    if (type === 'str') return { kind: 'text', text: cellText(value) };
    if (type === 'b') return { kind: 'boolean', text: isTrue(value.trim()) ? 'TRUE' : 'FALSE' };
    if (type === 'e') return { kind: 'error', text: value.trim() };
    if (type === 'd') return { kind: 'date', text: isoDateText(value) };
    const { styles, date1904 } = this.context;
    const date = styles.isDate(this.cell.style) ? serialDateText(value, date1904) : undefined;
    return date === undefined ? { kind: 'number', text: numberText(value) } : { kind: 'date', text: date };
  }
}
