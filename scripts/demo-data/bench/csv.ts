/** Packages and workbooks of any size for benchmarks and memory tests. Rows are made while they are written. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ASSETS, companySide } from '../stateassets/rows.ts';
import { benchBids, benchExperts, benchListings, type Planted } from './rows.ts';
import { writeCsv, writeManifest, type ManifestEntry } from '../forms/csv.ts';
import { makeCompany } from '../world/people.ts';
import { createRandom, type Random } from '../forms/random.ts';
import { writeBook } from '../stateassets/centre.ts';
import { TABLE_COLUMNS, workbookName } from '../tables.ts';
import { textOf, type Row } from '../types.ts';
import { generateWorld } from '../world/world.ts';

export interface BenchPackageOptions {
  readonly rows: number;
  readonly table: 'CG_ZJ' | 'CG_TB';
  readonly seed: number;
}

export interface BenchResult {
  /** The big file. */
  readonly path: string;
  readonly rows: number;
  /** Defects in the big table or sheet, by kind. */
  readonly planted: Readonly<Record<string, number>>;
}

const BENCH_YEAR = 2019;

type Tables = Readonly<Record<string, readonly Row[]>>;

function bigTable(random: Random, options: BenchPackageOptions, small: Tables, planted: Planted): Iterable<Row> {
  if (options.table === 'CG_ZJ') return benchExperts(random, options.rows, planted);
  const live = (table: string): Row[] => (small[table] ?? []).filter((row) => !row.deleted);
  const parents = { packages: live('CG_FB'), suppliers: live('CG_GYS') };
  return benchBids(random, options.rows, parents, planted);
}

function* valuesOf(rows: Iterable<Row>, columns: readonly string[]): Generator<(string | null)[]> {
  for (const row of rows) yield columns.map((column) => (row.cells[column] === null ? null : textOf(row, column)));
}

/** All twelve tables: the chosen one with so many rows, the others small and clean. */
export async function writeBenchPackage(directory: string, options: BenchPackageOptions): Promise<BenchResult> {
  await mkdir(directory, { recursive: true });
  const small = generateWorld({ seed: options.seed, scale: 2, dirt: 0 }).tables;
  const planted: Planted = {};
  const random = createRandom(options.seed).fork(options.table);
  const manifest: Record<string, ManifestEntry> = {};
  for (const [table, columns] of Object.entries(TABLE_COLUMNS)) {
    let rows: Iterable<Row> = small[table] ?? [];
    if (table === options.table) rows = bigTable(random, options, small, planted);
    // Item classes belong to experts of the small world.
    else if (table === 'CG_ZJ_ZY' && options.table === 'CG_ZJ') rows = [];
    manifest[table] = await writeCsv(directory, table, columns, valuesOf(rows, columns));
  }
  await writeManifest(directory, manifest);
  return { path: join(directory, `${options.table}.csv`), rows: options.rows, planted };
}

/** One ledger whose sheet of listed assets has so many records; the other sheets have a header only. */
export async function writeBenchWorkbook(
  directory: string,
  options: { readonly rows: number; readonly seed: number },
): Promise<BenchResult> {
  const random = createRandom(options.seed).fork('workbook');
  const sellers = Array.from({ length: 200 }, () => companySide(random, makeCompany(random, false)));
  const planted: Planted = {};
  const sheets = { [ASSETS]: benchListings(random, options.rows, sellers, planted) };
  await writeBook(directory, { year: BENCH_YEAR, sheets }, 'inline');
  return { path: join(directory, workbookName(BENCH_YEAR)), rows: options.rows, planted };
}
