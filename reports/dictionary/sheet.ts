/** What a sheet of the book holds, before anyone knows that it becomes a spreadsheet. */
import { createHash } from 'node:crypto';

export type Cell = string | number | null;

/** `alert`: somebody has to act; `quiet`: for completeness; `total`: a sum of the rows above. */
export type Tone = 'plain' | 'quiet' | 'alert' | 'total';

export interface BookTable {
  readonly titles: readonly string[];
  /** Display cells after which a text of the column is wrapped. */
  readonly widths: readonly number[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly tone: Tone }[];
}

export interface BookSheet {
  readonly name: string;
  readonly title: string;
  /** Stands behind the title. */
  readonly summary: string;
  readonly table: BookTable;
  /** Columns that stay in sight when the sheet is moved sideways. */
  readonly pinned: number;
  /** Of everything else in the sheet. */
  readonly fingerprint?: string;
  readonly below?: { readonly title: string; readonly table: BookTable };
}

export interface SheetColumn<R> {
  readonly title: string;
  readonly value: (row: R) => Cell;
  readonly width?: number;
}

const USUAL_WIDTH = 36;

export function tabulate<R>(
  columns: readonly SheetColumn<R>[],
  rows: readonly R[],
  toneOf: (row: R) => Tone = () => 'plain',
): BookTable {
  return {
    titles: columns.map(({ title }) => title),
    widths: columns.map(({ width = USUAL_WIDTH }) => width),
    rows: rows.map((row) => ({ cells: columns.map(({ value }) => value(row)), tone: toneOf(row) })),
  };
}

/** Equal content, equal fingerprint: who signed a sheet sees at a glance whether it still says the same. */
export function fingerprint(content: unknown): string {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8, 12)}`.toUpperCase();
}
