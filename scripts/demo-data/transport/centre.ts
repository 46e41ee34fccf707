/** The transport centre of the invented world: its rows, what is wrong with them, and its hand-over package. */
import { transportMappings } from '../../../mappings/transport/index.ts';
import { plant, plantDuplicates } from '../dirt/plant.ts';
import { handOverTruth, writeHandOver, type Layout } from '../forms/hand-over.ts';
import { createRandom, uniqueNumbers, type Random } from '../forms/random.ts';
import { commonWorld, type CommonWorld } from '../world/shared.ts';
import { dressTransport } from './dress.ts';
import { makeFirms } from './firms.ts';
import { roadExperts, roadFirms } from './pool.ts';
import { sectionRows } from './sections.ts';
import { transportSpecs } from './specs.ts';
import { makeWorks, workNotices, workRow } from './works.ts';
import type { SystemTruth } from '../truth.ts';
import { textOf, type Cell, type Mark, type Row, type WorldOptions } from '../types.ts';

export type TransportTables = Readonly<Record<string, Row[]>>;

export interface Transport {
  readonly tables: TransportTables;
  readonly truth: SystemTruth;
}

/** Columns as the centre declares them. */
export const TRANSPORT_LAYOUT: Layout = Object.fromEntries(
  transportMappings.map(({ stream }) => [stream.name, Object.keys(stream.columns)]),
);

const DELETED: Readonly<Record<string, number>> = { jt_xm: 0.03, jt_tbr: 0.05 };
const EXACT_COPIES = ['jt_tb', 'jt_zj'];
/** What differs in a copy under the same key. */
const OTHER_COPIES: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  jt_tb: { PM: '99' },
  jt_zj: { ZC: '待核' },
};
/** At scale 1; the other tables follow from these. */
const WORKS = 16;
const FIRMS = 18;
const EXPERTS = 40;

type Amounts = Omit<WorldOptions, 'seed'>;

function makeTables(random: Random, scale: number, world: CommonWorld): TransportTables {
  const small = uniqueNumbers(random.fork('small'), 10_000, 9_999_999);
  const large = uniqueNumbers(random.fork('large'), 1_000_000, 99_999_999);
  const ids = { next: () => String(small()), nextLarge: () => String(large()) };
  const count = (atOne: number): number => Math.max(6, Math.round(atOne * scale));
  const companies = roadFirms(random.fork('companies'), count(FIRMS), world);
  const { firms, registrations, ratings } = makeFirms(random.fork('firms'), companies, ids.next);
  const who = { firms, experts: roadExperts(random.fork('experts'), count(EXPERTS), world) };
  const works = makeWorks(random.fork('works'), count(WORKS), ids.next, world);
  const own = random.fork('rows');
  const sections = works.map((work) => sectionRows(own, work, ids, who));
  const made: Record<string, Row[]> = {
    jt_xm: works.map((work) => ({ ...workRow(own, work), leaf: false })),
    jt_gg: works.flatMap((work) => workNotices(own, work, ids.next)),
    jt_tbr: registrations,
    jt_xypj: ratings,
  };
  for (const name of ['jt_bd', 'jt_tb', 'jt_zj', 'jt_zbjg'] as const) made[name] = sections.flatMap((one) => one[name]);
  const bidding = new Set(made['jt_tb']?.map((row) => textOf(row, 'TBR_ID')));
  for (const row of registrations) row.leaf = !bidding.has(textOf(row, 'TBR_ID'));
  return Object.fromEntries(Object.keys(TRANSPORT_LAYOUT).map((name) => [name, made[name] ?? []]));
}

/** Projects take their sections with them, bidders stay named in their bids. */
function deleteSome(random: Random, tables: TransportTables): void {
  for (const [table, share] of Object.entries(DELETED)) {
    for (const row of tables[table] ?? []) {
      if (!random.chance(share)) continue;
      row.deleted = true;
      row.locked = true;
      row.cells['DELETE_FLAG'] = random.pick(['1', '1', 'Y']);
    }
  }
}

function soil(random: Random, tables: TransportTables, dirt: number): Mark[] {
  deleteSome(random.fork('deleted'), tables);
  const specs = transportSpecs(tables['jt_bd'] ?? []);
  const marks = plant(specs, random.fork('dirt'), dirt, new Map(Object.entries(tables)));
  for (const [table, rows] of Object.entries(tables)) {
    dressTransport(random.fork(`dress ${table}`), rows);
    const count = dirt <= 0 || rows.length < 12 ? 0 : Math.max(1, Math.round(rows.length * 0.002 * dirt));
    const change = OTHER_COPIES[table];
    if (EXACT_COPIES.includes(table)) marks.push(...plantDuplicates(rows, random.fork(`exact ${table}`), count, null));
    if (change) marks.push(...plantDuplicates(rows, random.fork(`other ${table}`), count, change));
  }
  return marks;
}

/** @param world whom and what the other centres know too, before anything of theirs was damaged */
export function makeTransport(random: Random, { scale, dirt }: Amounts, world: CommonWorld): Transport {
  const tables = makeTables(random, scale, world);
  const marks = soil(random, tables, dirt);
  return { tables, truth: handOverTruth('transport', { layout: TRANSPORT_LAYOUT, tables, marks }) };
}

/** Writes the package into the directory and says what was planted. */
export async function generateTransport(directory: string, options: WorldOptions): Promise<SystemTruth> {
  const { tables, truth } = makeTransport(createRandom(options.seed).fork('transport'), options, commonWorld(options));
  await writeHandOver(directory, TRANSPORT_LAYOUT, tables);
  return truth;
}
