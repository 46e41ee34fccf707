/** The land and mining centre: seven tables of one PostgreSQL database, or the hand-over package printed from it. */
import { mkdir } from 'node:fs/promises';
import { landminingMappings } from '../../../mappings/landmining/index.ts';
import { writeCsv, writeManifest, type ManifestEntry } from '../forms/csv.ts';
import { plant } from '../dirt/plant.ts';
import { dress } from '../dirt/dress.ts';
import { makeBidders, type SharedWorld } from './bidders.ts';
import { makeLand, type Market } from './land.ts';
import { makeMining } from './mining.ts';
import { LAND_SPECS } from './specs.ts';
import { csvLines } from '../procurement/centre.ts';
import { uniqueNumbers, type Random } from '../forms/random.ts';
import { textOf, type Mark, type PlantedDefect, type Row, type StreamTruth, type WorldOptions } from '../types.ts';

export { sharedWith, type SharedWorld } from './bidders.ts';

export type LandMiningTables = Readonly<Record<string, Row[]>>;

export interface LandMining {
  readonly tables: LandMiningTables;
  readonly streams: readonly StreamTruth[];
  readonly defects: readonly PlantedDefect[];
}

/** Tables in the order of their keys; columns as the centre declares them. */
export const LAND_STREAMS = landminingMappings.map(({ stream }) => stream);

const SYSTEM = 'landmining';
const DELETED = 0.03;

function makeTables(random: Random, scale: number, world: SharedWorld): Record<string, Row[]> {
  const number = uniqueNumbers(random, 10_000, 9_999_999);
  const nextId = (): string => String(number());
  const bidders = makeBidders(random.fork('bidders'), nextId, { ...world, scale });
  const market: Market = { ...world, scale, bidders, nextId };
  const made: Record<string, Row[]> = {
    td_jmr: bidders.map(({ row }) => row),
    ...makeLand(random.fork('land'), market),
    ...makeMining(random.fork('mining'), market),
  };
  return Object.fromEntries(LAND_STREAMS.map(({ name }) => [name, made[name] ?? []]));
}

/** What nothing refers to, and some parcels beside their deals. */
function deleteSome(random: Random, tables: LandMiningTables): void {
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      if ((!row.leaf && table !== 'td_dk') || !random.chance(DELETED)) continue;
      row.deleted = true;
      row.locked = true;
      row.cells['del_flag'] = 't';
    }
  }
}

function placeDefects(tables: LandMiningTables, marks: readonly Mark[]): PlantedDefect[] {
  const lines = new Map(Object.values(tables).flatMap((rows) => [...csvLines(rows)]));
  return marks.map(({ row, field, kind, outcome, expected }) => {
    const { stream } = row;
    const [key = ''] = LAND_STREAMS.find(({ name }) => name === stream)?.key ?? [];
    const position = `${stream}.csv:${lines.get(row)}`;
    return { system: SYSTEM, stream, source_key: textOf(row, key), field, kind, outcome, expected, position };
  });
}

function countRows(tables: LandMiningTables, marks: readonly Mark[]): StreamTruth[] {
  const defective = new Set(marks.map(({ row }) => row));
  return Object.entries(tables).map(([stream, rows]) => ({
    system: SYSTEM,
    stream,
    rows_total: rows.length,
    rows_deleted: rows.filter((row) => row.deleted).length,
    rows_defective: rows.filter((row) => defective.has(row)).length,
  }));
}

/** @param world whom the other centres know too, before anything of theirs was damaged. */
export function makeLandMining(
  random: Random,
  { scale, dirt }: Omit<WorldOptions, 'seed'>,
  world: SharedWorld,
): LandMining {
  const tables = makeTables(random, scale, world);
  deleteSome(random.fork('deleted'), tables);
  const marks = plant(LAND_SPECS, random.fork('dirt'), dirt, new Map(Object.entries(tables)));
  for (const [table, rows] of Object.entries(tables)) dress(random.fork(`dress ${table}`), rows);
  return { tables, streams: countRows(tables, marks), defects: placeDefects(tables, marks) };
}

/** Values of one table, as PostgreSQL prints them. */
export function* rowValues(rows: readonly Row[], columns: readonly string[]): Generator<(string | null)[]> {
  for (const row of rows) yield columns.map((column) => (row.cells[column] === null ? null : textOf(row, column)));
}

export async function writeLandMining(directory: string, tables: LandMiningTables): Promise<void> {
  await mkdir(directory, { recursive: true });
  const manifest: Record<string, ManifestEntry> = {};
  for (const { name, columns } of LAND_STREAMS) {
    const names = Object.keys(columns);
    manifest[name] = await writeCsv(directory, name, names, rowValues(tables[name] ?? [], names));
  }
  await writeManifest(directory, manifest);
}
