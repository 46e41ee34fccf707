/** Writes the offline hand-over package of the procurement centre. */
import { mkdir } from 'node:fs/promises';
import { writeCsv, writeManifest, type ManifestEntry } from '../forms/csv.ts';
import { TABLE_COLUMNS } from '../tables.ts';
import { textOf, type Row } from '../types.ts';

function* valuesOf(rows: readonly Row[], columns: readonly string[]): Generator<(string | null)[]> {
  for (const row of rows) yield columns.map((column) => (row.cells[column] === null ? null : textOf(row, column)));
}

export async function writeProcurement(
  directory: string,
  tables: Readonly<Record<string, readonly Row[]>>,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const manifest: Record<string, ManifestEntry> = {};
  for (const [table, columns] of Object.entries(TABLE_COLUMNS)) {
    manifest[table] = await writeCsv(directory, table, columns, valuesOf(tables[table] ?? [], columns));
  }
  await writeManifest(directory, manifest);
}

/** Physical line on which each row begins; the header is line 1. */
export function csvLines(rows: readonly Row[]): Map<Row, number> {
  const lines = new Map<Row, number>();
  let line = 2;
  for (const row of rows) {
    lines.set(row, line);
    for (const cell of Object.values(row.cells)) if (typeof cell === 'string') line += cell.split('\n').length - 1;
    line += 1;
  }
  return lines;
}
