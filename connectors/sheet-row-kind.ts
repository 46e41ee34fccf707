/** Which rows of a sheet are records: subtotals, notes and repeated headers are not. */
import type { Cell, SheetRow } from '../formats/xlsx/sheet-rows.ts';
import { normaliseHeader } from './sheet-grid.ts';
import type { SheetHeader } from './sheet-header.ts';

export type RowKind =
  | { readonly is: 'record' | 'nothing' }
  /** Counted, not loaded. */
  | { readonly is: 'skip'; readonly rule: 'excel_subtotal' | 'excel_note'; readonly text: string };

const RECORD: RowKind = { is: 'record' };
const NOTHING: RowKind = { is: 'nothing' };

const SUBTOTAL = /^((?:本|上|全|各|按)?[页月季年度期]{0,2}(?:小计|合计|总计|累计|共计))(?:[(:（：].*)?$/u;
const NOTE = /^(?:注|备注|附注|说明|填表说明|填报说明|编制说明)(?:\d{0,2}[:.、]|$)/u;
/** Lines under a table that say in which unit it is and who made it. */
const FOOT = /^(?:单位|金额单位|填表|制表|填报|编制|审核|复核|负责人|经办人|打印)[^,]*[:]/u;
const CONTINUATION = /^\d{1,2}[.、)]/u;

export interface RowJudge {
  (row: SheetRow): RowKind;
}

/** `keys` are the sheet columns of the key. Rows must come in order: a note may go on in the next row. */
export function judgeRows(header: SheetHeader, keys: readonly number[]): RowJudge {
  let noteColumn = -1;
  return ({ cells }) => {
    const filled = filledCells(cells);
    const [first] = filled;
    if (!first || repeatsHeader(filled, header)) return NOTHING;
    const hasKey = keys.some((key) => filled.some(({ column }) => column === key && column !== first.column));
    const kind = hasKey ? RECORD : judgeText(first, filled.length === 1, noteColumn);
    noteColumn = kind.is === 'skip' && kind.rule === 'excel_note' ? first.column : -1;
    return kind;
  };
}

export function filledCells(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ text }) => text.trim() !== '').sort((a, b) => a.column - b.column);
}

function judgeText(first: Cell, alone: boolean, noteColumn: number): RowKind {
  const text = normaliseHeader(first.text);
  const subtotal = SUBTOTAL.exec(text);
  if (subtotal) return { is: 'skip', rule: 'excel_subtotal', text: subtotal[1] ?? text };
  const goesOn = alone && first.column === noteColumn && CONTINUATION.test(text);
  if (NOTE.test(text) || goesOn || (alone && FOOT.test(text))) return { is: 'skip', rule: 'excel_note', text: '注' };
  return RECORD;
}

/** The header, or a title above it, once more on a further page of the sheet. */
function repeatsHeader(filled: readonly Cell[], { rowTexts, titles }: SheetHeader): boolean {
  const texts = filled.map(({ column, text }) => [column, normaliseHeader(text)] as const);
  if (texts.length === 1) return titles.has(texts[0]?.[1] ?? '');
  return rowTexts.some((row) => texts.every(([column, text]) => row.get(column) === text));
}
