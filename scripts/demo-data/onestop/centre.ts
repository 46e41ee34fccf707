/** The one-stop approval centre of the invented world: its rows, what is wrong with them, and its drop folder. */
import { copyRow, plant } from '../dirt/plant.ts';
import { dressOnestop } from './dress.ts';
import { makeExpertRows } from './experts.ts';
import { makeInvestments } from './investments.ts';
import { makeProjectRows } from './projects.ts';
import { markEditions } from './specialties.ts';
import { familiesOf } from './specs-money.ts';
import { onestopSpecs } from './specs.ts';
import { hasFlag, keyFieldsOf, ONESTOP_STREAMS, onestopKey } from './streams.ts';
import { onestopPositions, writeOnestop } from './xml.ts';
import { createRandom, type Random } from '../forms/random.ts';
import { commonWorld, type CommonWorld } from '../world/shared.ts';
import { defectsOf, streamsOf, type SystemTruth } from '../truth.ts';
import type { Cell, Mark, Row, WorldOptions } from '../types.ts';

export type OnestopTables = Readonly<Record<string, Row[]>>;

export interface Onestop {
  readonly tables: OnestopTables;
  readonly truth: SystemTruth;
}

const DELETED: Readonly<Record<string, number>> = { TZXM: 0.01, ZBFAHZ: 0.02, ZJXX: 0.015, TSXX: 0.02 };
/** What an earlier state of a record said. */
const BEFORE: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  TZXM: { LXR: '待定' },
  ZBFAHZ: { ZBFS: '邀请招标' },
  ZJXX: { ZT: '4' },
  ZJZY: { SFZZ: '0' },
  ZJHB: { HBYY: '其他' },
};
const REPEATED = 0.01;

type Amounts = Omit<WorldOptions, 'seed'>;

function makeTables(random: Random, amounts: Amounts, world: CommonWorld): OnestopTables {
  const investments = makeInvestments(random.fork('investments'), amounts.scale, world);
  const made: OnestopTables = {
    ...makeProjectRows(random.fork('projects'), investments, world.companies),
    ...makeExpertRows(random.fork('experts'), amounts, world),
  };
  return Object.fromEntries(ONESTOP_STREAMS.map((stream) => [stream, made[stream] ?? []]));
}

function deleteSome(random: Random, tables: OnestopTables): void {
  for (const [stream, share] of Object.entries(DELETED)) {
    for (const row of tables[stream] ?? []) {
      if (!random.chance(share)) continue;
      row.deleted = true;
      row.locked = true;
      row.cells['CZBZ'] = 'D';
    }
  }
}

/** A record whose deletion says nothing but its key. */
function bareDeletion(row: Row): Row {
  const key = Object.fromEntries(keyFieldsOf(row.stream).map((field) => [field, row.cells[field] ?? null]));
  return { ...copyRow(row, {}), cells: { ...key, CZBZ: 'D' }, deleted: true };
}

/** Several states of one record, of which the last counts: an earlier one before it, or its deletion behind it. */
function addStates(random: Random, stream: string, rows: Row[]): void {
  const before = BEFORE[stream];
  // A row that others are judged by stays as it is.
  const free = rows.filter((row) => !row.locked && !row.marked && row.fixed.size === 0);
  const count = Math.max(2, Math.round(rows.length * REPEATED));
  for (const [index, row] of random.shuffle(free).slice(0, count).entries()) {
    row.locked = true;
    if (index % 2 === 1 && hasFlag(stream)) rows.push(bareDeletion(row));
    else if (before !== undefined) {
      rows.splice(rows.indexOf(row), 0, copyRow(row, before));
      if (hasFlag(stream)) row.cells['CZBZ'] = 'U';
    }
  }
}

function soil(random: Random, tables: OnestopTables, dirt: number): Mark[] {
  const marks = markEditions(tables['ZJZY'] ?? []);
  deleteSome(random.fork('deleted'), tables);
  const families = familiesOf(tables['TZXM'] ?? [], tables['ZBFAHZ'] ?? []);
  marks.push(...plant(onestopSpecs(families), random.fork('dirt'), dirt, new Map(Object.entries(tables))));
  for (const [stream, rows] of Object.entries(tables)) {
    addStates(random.fork(`states ${stream}`), stream, rows);
    dressOnestop(random.fork(`dress ${stream}`), rows);
  }
  return marks;
}

function truthOf(tables: OnestopTables, marks: readonly Mark[]): SystemTruth {
  const streams = new Map(Object.entries(tables));
  const placed = [...streams].flatMap(([stream, rows]) =>
    [...onestopPositions(stream, rows)].map(([row, position]) => [row, { key: onestopKey(row), position }] as const),
  );
  return { streams: streamsOf('onestop', streams, marks), defects: defectsOf('onestop', new Map(placed), marks) };
}

/** @param world whom and what the other centres know too, before anything of theirs was damaged. */
export function makeOnestop(random: Random, amounts: Amounts, world: CommonWorld): Onestop {
  const tables = makeTables(random, amounts, world);
  const marks = soil(random, tables, amounts.dirt);
  return { tables, truth: truthOf(tables, marks) };
}

/** Writes the packages into the directory and says what was planted. */
export async function generateOnestop(directory: string, options: WorldOptions): Promise<SystemTruth> {
  const { tables, truth } = makeOnestop(createRandom(options.seed).fork('onestop'), options, commonWorld(options));
  await writeOnestop(directory, tables);
  return truth;
}
