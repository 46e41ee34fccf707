/** Reads a review sheet that came back. Nothing is believed: what was locked is checked, what was filled in is read. */
import ExcelJS from 'exceljs';
import { rowCode, sheetChecksum } from './checksum.ts';
import { ANSWERS, COLUMN, FIRST_ROW } from './layout.ts';
import { SheetStamp, STAMP_SHEET } from './stamp-sheet.ts';
import { findVerdict, type SheetVerdict } from './verdicts.ts';

export interface SheetAnswer {
  /** Row of the sheet, for messages. */
  readonly row: number;
  readonly left: { readonly record: string; readonly version: string };
  readonly right: { readonly record: string; readonly version: string };
  readonly verdict: SheetVerdict;
  readonly reason: string;
}

export type SheetFault =
  /** No workbook, or not one of ours. */
  | { readonly kind: 'not_a_review_sheet'; readonly detail: string }
  /** Locked cells of these rows are not what was written. */
  | { readonly kind: 'rows_edited'; readonly rows: readonly number[] }
  /** Rows are missing, were added, or the whole was made anew. */
  | { readonly kind: 'sheet_edited'; readonly detail: string }
  | { readonly kind: 'unknown_decision'; readonly cell: string; readonly text: string };

export interface ReturnedSheet {
  readonly stamp: SheetStamp;
  readonly answers: readonly SheetAnswer[];
  readonly faults: readonly SheetFault[];
}

type Unread = { readonly stamp: null; readonly answers: readonly []; readonly faults: readonly SheetFault[] };

const notOurs = (detail: string): Unread => ({
  stamp: null,
  answers: [],
  faults: [{ kind: 'not_a_review_sheet', detail }],
});

function findStamp(workbook: ExcelJS.Workbook): SheetStamp | string {
  const text = workbook.getWorksheet(STAMP_SHEET)?.getCell(1, 1).text;
  if (text === undefined) return 'no stamp';
  try {
    const read = SheetStamp.safeParse(JSON.parse(text));
    return read.success ? read.data : 'the stamp is damaged';
  } catch {
    return 'the stamp is damaged';
  }
}

/** The text of a cell, of a merged one too; rich text without its colours. */
function textAt(sheet: ExcelJS.Worksheet, row: number, column: number): string {
  const { value } = sheet.getCell(row, column).master;
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('');
  return sheet.getCell(row, column).text;
}

interface ReadRow {
  readonly row: number;
  readonly record: string;
  readonly version: string;
  readonly code: string;
  readonly intact: boolean;
}

class SheetReader {
  private readonly sheet: ExcelJS.Worksheet;
  private readonly stamp: SheetStamp;
  /** Visible columns. */
  private readonly width: number;

  constructor(sheet: ExcelJS.Worksheet, stamp: SheetStamp) {
    this.sheet = sheet;
    this.stamp = stamp;
    let columns = 0;
    while (textAt(sheet, FIRST_ROW - 1, columns + 1) !== '') columns += 1;
    this.width = Math.max(columns - 3, 0);
  }

  titles(): string[] {
    return Array.from({ length: this.width }, (_, at) => textAt(this.sheet, FIRST_ROW - 1, at + 1));
  }

  /** Both rows of each pair, in the order of the sheet. */
  *pairs(): Generator<readonly [ReadRow, ReadRow]> {
    for (let top = FIRST_ROW; top < FIRST_ROW + this.stamp.pairs * 2; top += 2)
      yield [this.row(top), this.row(top + 1)];
  }

  answer([left, right]: readonly [ReadRow, ReadRow]): SheetAnswer | SheetFault | null {
    const cell = this.sheet.getCell(left.row, COLUMN.decision);
    const text = textAt(this.sheet, left.row, COLUMN.decision).trim();
    if (text === '') return null;
    const verdict = findVerdict(text);
    if (!verdict) return { kind: 'unknown_decision', cell: cell.address, text };
    const reason = textAt(this.sheet, left.row, COLUMN.reason).trim();
    const side = ({ record, version }: ReadRow) => ({ record, version });
    return { row: left.row, left: side(left), right: side(right), verdict, reason };
  }

  private row(row: number): ReadRow {
    const columns = Array.from({ length: this.width }, (_, at) => at + 1).filter((column) => !ANSWERS.includes(column));
    const texts = columns.map((column) => textAt(this.sheet, row, column));
    const [record = '', version = '', code = ''] = [1, 2, 3].map((at) => textAt(this.sheet, row, this.width + at));
    const pair = Number(textAt(this.sheet, row, COLUMN.number));
    return {
      row,
      record,
      version,
      code,
      intact: rowCode(this.stamp.exportId, pair, { texts, record, version }) === code,
    };
  }
}

/** @param bytes of the file. Faults are told all at once; answers count only where there are none. */
export async function readReviewSheet(bytes: Uint8Array): Promise<ReturnedSheet | Unread> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  } catch (thrown) {
    return notOurs(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const stamp = findStamp(workbook);
  if (typeof stamp === 'string') return notOurs(stamp);
  const sheet = workbook.worksheets.find(({ name }, place) => place > 0 && name !== STAMP_SHEET);
  if (!sheet) return notOurs('no sheet of pairs');
  const reader = new SheetReader(sheet, stamp);
  const pairs = [...reader.pairs()];
  const edited = pairs.flat().filter(({ intact }) => !intact);
  const answered = pairs.map((pair) => reader.answer(pair)).filter((one) => one !== null);
  const faults: SheetFault[] = answered.filter((one): one is SheetFault => 'kind' in one);
  const checksum = sheetChecksum(
    stamp.exportId,
    reader.titles(),
    pairs.flat().map(({ code }) => code),
  );
  if (edited.length > 0) faults.unshift({ kind: 'rows_edited', rows: edited.map(({ row }) => row) });
  else if (checksum !== stamp.checksum) faults.unshift({ kind: 'sheet_edited', detail: checksum });
  return { stamp, answers: answered.filter((one): one is SheetAnswer => !('kind' in one)), faults };
}
