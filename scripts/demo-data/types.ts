/** What the generator makes: rows of the legacy centres, and the truth about every defect planted in them. */

export type System =
  'catalogue' | 'egov' | 'onestop' | 'procurement' | 'landmining' | 'construction' | 'transport' | 'stateassets';
export type Outcome = 'quarantine' | 'repair' | 'warn' | 'skip';

/** A cell of a workbook may be a number, with or without a number format; a CSV cell is text or NULL. */
export type Cell = string | number | null | { readonly value: number; readonly format: string };

export interface Row {
  readonly stream: string;
  readonly cells: Record<string, Cell>;
  /** Deletion flag or strike-through. */
  deleted: boolean;
  /** No other row refers to this one: it may be quarantined without consequences. */
  leaf: boolean;
  /** Takes no (further) defect. */
  locked: boolean;
  /** Fields that hold a defect or must stay as they are. */
  readonly fixed: Set<string>;
  /** Holds at least one defect. */
  marked: boolean;
  /** Subtotal and note rows of workbooks are rows, not records. */
  readonly kind: 'record' | 'subtotal' | 'note';
  /** Undertaking the row belongs to, by a name that all centres' rows share. */
  undertaking?: string;
  /** Person or body the row is, by a name that all centres' rows share. */
  identity?: string;
}

export interface PlantedDefect {
  readonly system: System;
  readonly stream: string;
  readonly source_key: string;
  readonly field: string;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly expected: string;
  /** `CG_TB.csv:12` (physical line on which the row begins) or `2019年产权交易台账.xlsx!成交结果@12`. */
  readonly position: string;
}

export interface StreamTruth {
  readonly system: System;
  readonly stream: string;
  /** Physical rows, repeated, subtotal and note rows included. */
  rows_total: number;
  rows_deleted: number;
  rows_defective: number;
}

export interface DemoTruth {
  readonly seed: number;
  readonly scale: number;
  readonly dirt: number;
  readonly streams: readonly StreamTruth[];
  readonly defects: readonly PlantedDefect[];
}

/** A defect before rows have their places. */
export interface Mark {
  readonly row: Row;
  readonly field: string;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly expected: string;
}

export interface Book {
  readonly year: number;
  readonly sheets: Readonly<Record<string, Row[]>>;
}

export interface World {
  readonly tables: Readonly<Record<string, Row[]>>;
  readonly books: readonly Book[];
  readonly landmining: Readonly<Record<string, Row[]>>;
  readonly truth: DemoTruth;
}

export interface WorldOptions {
  readonly seed: number;
  /** 1 is about 14 projects and 100 experts. */
  readonly scale: number;
  /** Multiplies the defect rates; 0 plants nothing. */
  readonly dirt: number;
}

export function makeRow(stream: string, cells: Record<string, Cell>, kind: Row['kind'] = 'record'): Row {
  return {
    stream,
    cells,
    deleted: false,
    leaf: true,
    locked: kind !== 'record',
    fixed: new Set(),
    marked: false,
    kind,
  };
}

/** Says which undertaking a row belongs to. */
export function belonging(undertaking: string, row: Row): Row {
  row.undertaking = undertaking;
  return row;
}

/** Says which person or body a row is. */
export function bearing(identity: string | undefined, row: Row): Row {
  if (identity !== undefined) row.identity = identity;
  return row;
}

/** The text of a cell that is known to be text; empty for NULL. */
export function textOf(row: Row, field: string): string {
  const cell = row.cells[field];
  return typeof cell === 'string' ? cell : '';
}
