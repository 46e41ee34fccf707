/** An offline hand-over package of any centre that keeps tables: files, manifest, and where each planted defect lies. */
import { mkdir } from 'node:fs/promises';
import { writeCsv, writeManifest, type ManifestEntry } from './csv.ts';
import { csvLines } from '../procurement/centre.ts';
import { defectsOf, streamsOf, type Places, type SystemTruth } from '../truth.ts';
import { textOf, type Mark, type Row, type System } from '../types.ts';

/** Columns by table, the key first, in the order of the interface document. */
export type Layout = Readonly<Record<string, readonly string[]>>;

function* valuesOf(rows: readonly Row[], columns: readonly string[]): Generator<(string | null)[]> {
  for (const row of rows) yield columns.map((column) => (row.cells[column] === null ? null : textOf(row, column)));
}

export async function writeHandOver(
  directory: string,
  layout: Layout,
  tables: Readonly<Record<string, readonly Row[]>>,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const manifest: Record<string, ManifestEntry> = {};
  for (const [table, columns] of Object.entries(layout)) {
    manifest[table] = await writeCsv(directory, table, columns, valuesOf(tables[table] ?? [], columns));
  }
  await writeManifest(directory, manifest);
}

export interface SoiledTables {
  readonly layout: Layout;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly marks: readonly Mark[];
}

export function handOverTruth(system: System, { layout, tables, marks }: SoiledTables): SystemTruth {
  const places: Places = new Map();
  for (const [table, rows] of Object.entries(tables)) {
    const [key = ''] = layout[table] ?? [];
    for (const [row, line] of csvLines(rows)) {
      places.set(row, { key: textOf(row, key).trim(), position: `${table}.csv:${line}` });
    }
  }
  const streams = new Map(Object.entries(tables));
  return { streams: streamsOf(system, streams, marks), defects: defectsOf(system, places, marks) };
}
