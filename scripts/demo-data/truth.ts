/** Gives every planted defect its source_key and position once the rows have their final places. */
import { csvLines } from './procurement/centre.ts';
import { firstRow } from './stateassets/centre.ts';
import { keyFields, workbookName } from './tables.ts';
import { textOf, type Book, type Mark, type PlantedDefect, type Row, type StreamTruth, type System } from './types.ts';

export function keyOf(row: Row): string {
  return keyFields(row.stream)
    .map((field) => textOf(row, field))
    .join('|');
}

const EXTRA = /^(小计|合计|注)/;

/** What a subtotal or note row calls itself. */
function extraText(row: Row): string {
  for (const cell of Object.values(row.cells)) {
    const match = typeof cell === 'string' ? EXTRA.exec(cell) : null;
    if (match !== null) return match[0];
  }
  return '';
}

interface Place {
  readonly key: string;
  readonly position: string;
}

export type Places = Map<Row, Place>;

function placeTables(tables: Readonly<Record<string, readonly Row[]>>): Places {
  const places: Places = new Map();
  for (const [table, rows] of Object.entries(tables)) {
    for (const [row, line] of csvLines(rows)) places.set(row, { key: keyOf(row), position: `${table}.csv:${line}` });
  }
  return places;
}

function placeBooks(books: readonly Book[]): Places {
  const places: Places = new Map();
  for (const book of books) {
    const file = workbookName(book.year);
    for (const [sheet, rows] of Object.entries(book.sheets)) {
      for (const [index, row] of rows.entries()) {
        const number = firstRow(book.year, sheet) + index;
        const key = row.kind === 'record' ? keyOf(row) : `${file}!${extraText(row)}@${number}`;
        places.set(row, { key, position: `${file}!${sheet}@${number}` });
      }
    }
  }
  return places;
}

function extraMarks(rows: readonly Row[]): Mark[] {
  return rows
    .filter((row) => row.kind !== 'record')
    .map((row) => ({ row, field: '', kind: `excel_${row.kind}`, outcome: 'skip', expected: '' }));
}

export function defectsOf(system: System, places: Places, marks: readonly Mark[]): PlantedDefect[] {
  return marks.map(({ row, field, kind, outcome, expected }) => {
    const { key, position } = places.get(row) ?? { key: '', position: '' };
    return { system, stream: row.stream, source_key: key, field, kind, outcome, expected, position };
  });
}

export function streamsOf(
  system: System,
  streams: ReadonlyMap<string, readonly Row[]>,
  marks: readonly Mark[],
): StreamTruth[] {
  const defective = new Set(marks.map((mark) => mark.row));
  return [...streams].map(([stream, rows]) => ({
    system,
    stream,
    rows_total: rows.length,
    rows_deleted: rows.filter((row) => row.deleted).length,
    rows_defective: rows.filter((row) => defective.has(row)).length,
  }));
}

export interface SystemTruth {
  readonly streams: readonly StreamTruth[];
  readonly defects: readonly PlantedDefect[];
}

export function tableTruth(tables: Readonly<Record<string, readonly Row[]>>, marks: readonly Mark[]): SystemTruth {
  const streams = new Map(Object.entries(tables));
  return {
    streams: streamsOf('procurement', streams, marks),
    defects: defectsOf('procurement', placeTables(tables), marks),
  };
}

/** Rows of all years by sheet, in order. */
export function sheetRows(books: readonly Book[]): Map<string, Row[]> {
  const streams = new Map<string, Row[]>();
  for (const book of books) {
    for (const [sheet, rows] of Object.entries(book.sheets))
      streams.set(sheet, [...(streams.get(sheet) ?? []), ...rows]);
  }
  return streams;
}

export function bookTruth(books: readonly Book[], planted: readonly Mark[]): SystemTruth {
  const streams = sheetRows(books);
  const marks = [...planted, ...[...streams.values()].flatMap(extraMarks)];
  return {
    streams: streamsOf('stateassets', streams, marks),
    defects: defectsOf('stateassets', placeBooks(books), marks),
  };
}
