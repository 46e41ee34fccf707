/**
 * Finds the header of a sheet by the declared column names, wherever it stands: one row, or two rows whose texts join
 * (转让方 over 名称 is 转让方名称).
 */
import type { CellRange } from '../formats/xlsx/address.ts';
import type { SheetRow } from '../formats/xlsx/sheet-rows.ts';
import { HeaderGrid, normaliseHeader } from './sheet-grid.ts';
import type { ColumnContract, StreamContract } from './stream.ts';

/** The header stands within so many rows from the top of the sheet's content. */
export const HEADER_ROWS = 30;

export interface SheetHeader {
  /** Sheet column per declared column that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Texts of all header columns, declared ones by their declared name. */
  readonly names: readonly string[];
  /** Header texts that are no declared column. */
  readonly unknown: readonly string[];
  /** Declared columns whose header has another unit, with that header text. */
  readonly otherUnit: ReadonlyMap<string, string>;
  readonly lastRow: number;
  /** Normalised texts per header row and column, by which a repeated header is known. */
  readonly rowTexts: readonly ReadonlyMap<number, string>[];
  /** Normalised texts of the rows above. */
  readonly titles: ReadonlySet<string>;
}

interface Place {
  readonly row: number;
  readonly height: 1 | 2;
}

/** Undefined when no row has any declared column name. */
export function findHeader(
  stream: StreamContract,
  rows: readonly SheetRow[],
  merges: readonly CellRange[],
): SheetHeader | undefined {
  const grid = new HeaderGrid(rows, merges);
  let best: SheetHeader | undefined;
  for (const row of grid.rows) {
    for (const height of [1, 2] as const) {
      const found = matchAt(stream, grid, { row, height });
      // Two rows only where they say more than one does.
      if (found.columns.size > (best?.columns.size ?? 0)) best = found;
    }
  }
  return best;
}

function matchAt(stream: StreamContract, grid: HeaderGrid, place: Place): SheetHeader {
  const rows = place.height === 1 ? [place.row] : [place.row, place.row + 1];
  const indexes = [...new Set(rows.flatMap((row) => grid.columns(row)))].sort((a, b) => a - b);
  const labels = new Map(indexes.map((column) => [column, labelsOf(grid, place, column)]));
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const ranks = Math.max(0, ...[...labels.values()].map((texts) => texts.length));
  for (let rank = 0; rank < ranks; rank += 1) {
    for (const [column, texts] of labels) {
      const name = taken.has(column) ? undefined : findDeclared(stream, texts[rank] ?? '', columns);
      if (name === undefined) continue;
      columns.set(name, column);
      taken.add(column);
    }
  }
  const unknown = indexes.filter((column) => !taken.has(column)).map((column) => labels.get(column)?.[0] ?? '');
  return {
    columns,
    ...nameColumns(indexes, columns, labels),
    unknown: unknown.filter((text) => text !== ''),
    otherUnit: findOtherUnits(stream, columns, unknown),
    lastRow: rows.at(-1) ?? place.row,
    rowTexts: rows.map((row) => new Map(grid.columns(row).map((column) => [column, grid.text(row, column)]))),
    titles: new Set(
      grid.rows.filter((row) => row < place.row).flatMap((row) => grid.columns(row).map((c) => grid.text(row, c))),
    ),
  };
}

function nameColumns(
  indexes: readonly number[],
  columns: ReadonlyMap<string, number>,
  labels: ReadonlyMap<number, readonly string[]>,
): { names: string[] } {
  const declared = new Map([...columns].map(([name, column]) => [column, name]));
  const names = indexes.map((column) => declared.get(column) ?? labels.get(column)?.[0] ?? '');
  return { names: names.filter((name) => name !== '') };
}

/** What a header column may be called, the best name first. */
function labelsOf(grid: HeaderGrid, { row, height }: Place, column: number): string[] {
  const top = grid.text(row, column);
  if (height === 1) return [top];
  const below = grid.text(row + 1, column);
  if (below === '' || below === top) return [top];
  if (top === '') return [below, grid.textToTheLeft(row, column) + below];
  return [top + below, below];
}

function findDeclared(stream: StreamContract, text: string, found: ReadonlyMap<string, number>): string | undefined {
  if (text === '') return undefined;
  const open = Object.entries(stream.columns).filter(([name]) => !found.has(name));
  const exact = open.find(([name]) => normaliseHeader(name) === text);
  if (exact) return exact[0];
  const bracketed = splitUnit(text);
  return bracketed && open.find(([name, column]) => fitsWithUnit(name, column, bracketed))?.[0];
}

function fitsWithUnit(name: string, { unit }: ColumnContract, text: { name: string; unit: string }): boolean {
  return unit !== undefined && normaliseHeader(unit) === text.unit && normaliseHeader(name) === text.name;
}

const BRACKETED = /^(.+?)[([【〔](?:单位[::]?)?([^()[\]【】〔〕]+)[)\]】〕]$/;

function splitUnit(text: string): { name: string; unit: string } | undefined {
  const match = BRACKETED.exec(text);
  return match ? { name: match[1] ?? '', unit: match[2] ?? '' } : undefined;
}

function findOtherUnits(
  stream: StreamContract,
  found: ReadonlyMap<string, number>,
  unknown: readonly string[],
): Map<string, string> {
  const others = new Map<string, string>();
  for (const text of unknown) {
    const bare = splitUnit(text)?.name ?? text;
    const names = Object.keys(stream.columns).filter((name) => !found.has(name));
    const name = names.find((declared) => bareName(declared) === bare);
    if (name !== undefined) others.set(name, text);
  }
  return others;
}

/** A declared name may itself end in its unit: 注册资本（万元）. */
function bareName(declared: string): string {
  const name = normaliseHeader(declared);
  return splitUnit(name)?.name ?? name;
}
