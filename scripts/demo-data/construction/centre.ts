/** The construction centre of the invented world: thirteen tables, what is wrong with them, and their package. */
import { DRESSED } from './fields.ts';
import { makeDeals } from './deals.ts';
import { enterBuilders, paperRows } from './library.ts';
import { expertRows, practitionerRows, type IdSource } from './people.ts';
import { makeTenders } from './projects.ts';
import { mattersOf } from './slips.ts';
import { constructionSpecs } from './specs.ts';
import { CONSTRUCTION_LAYOUT } from './values.ts';
import { plant, plantDuplicates } from '../dirt/plant.ts';
import { dressName } from '../dirt/dress.ts';
import { handOverTruth, writeHandOver } from '../forms/hand-over.ts';
import { makeCompany } from '../world/people.ts';
import { createRandom, uniqueNumbers, type Random } from '../forms/random.ts';
import { commonWorld, type CommonWorld } from '../world/shared.ts';
import type { SystemTruth } from '../truth.ts';
import { textOf, type Cell, type Mark, type Row, type WorldOptions } from '../types.ts';

export type ConstructionTables = Readonly<Record<string, Row[]>>;

export interface Construction {
  readonly tables: ConstructionTables;
  readonly truth: SystemTruth;
}

/** Share of rows with DataState -1, where there is a flag. */
const DELETED: Readonly<Record<string, number>> = {
  QY_JBXX: 0.08,
  ZJ_JBXX: 0.01,
  GC_GG: 0.01,
  GC_TB: 0.005,
  QY_ZZ: 0.01,
};
const EXACT_COPIES = ['GC_TB', 'ZJ_JBXX', 'GC_GG', 'QY_ZZ'];
/** What differs in a copy under the same key. */
const OTHER_COPIES: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  GC_TB: { XMJL: '索朗措姆' },
  GC_HT: { HTBH: 'HT-0' },
  ZJ_JBXX: { zc: '研究员' },
  QY_ZZ: { ZSBH: 'D254000000' },
};
const LEAST_TO_COPY = 12;

type Amounts = Omit<WorldOptions, 'seed'>;

function makeTables(random: Random, { scale }: Amounts, world: CommonWorld): ConstructionTables {
  const ids: IdSource = new Set(world.experts.flatMap(({ id }) => id ?? []));
  const number = uniqueNumbers(random.fork('keys'), 10_000, 9_999_999);
  const nextId = (): string => String(number());
  const firms = random.fork('agencies');
  const agencies = Array.from({ length: Math.min(40, Math.max(3, Math.round(6 * scale))) }, () =>
    makeCompany(firms, true),
  );
  const builders = enterBuilders(random.fork('builders'), scale, world.companies, ids);
  const works = world.works.slice(0, Math.max(3, Math.round(21 * scale)));
  const tenders = makeTenders(random.fork('tenders'), works, agencies);
  const made: Readonly<Record<string, Row[]>> = {
    ...paperRows(random.fork('papers'), builders, nextId),
    RY_ZCRY: practitionerRows(random.fork('practitioners'), builders),
    ZJ_JBXX: expertRows(random.fork('experts'), { scale, nextId, ids }, world),
    ...tenders.tables,
    ...makeDeals(random.fork('deals'), tenders.sections, builders),
  };
  return Object.fromEntries(Object.keys(CONSTRUCTION_LAYOUT).map((table) => [table, made[table] ?? []]));
}

function deleteSome(random: Random, tables: ConstructionTables): void {
  for (const [table, share] of Object.entries(DELETED)) {
    for (const row of tables[table] ?? []) {
      if (!row.leaf && table !== 'QY_JBXX') continue;
      if (!random.chance(share)) continue;
      row.deleted = true;
      row.locked = true;
      row.cells['DataState'] = '-1';
    }
  }
}

function dress(random: Random, rows: readonly Row[]): void {
  for (const row of rows) {
    for (const field of Object.keys(row.cells)) {
      const text = textOf(row, field);
      if (text !== '' && DRESSED.has(field) && !row.fixed.has(field)) row.cells[field] = dressName(random, text);
    }
  }
}

function copySome(random: Random, tables: ConstructionTables, dirt: number): Mark[] {
  const marks: Mark[] = [];
  for (const [table, rows] of Object.entries(tables)) {
    const count = dirt <= 0 || rows.length < LEAST_TO_COPY ? 0 : Math.max(1, Math.round(rows.length * 0.002 * dirt));
    const change = OTHER_COPIES[table];
    if (EXACT_COPIES.includes(table)) marks.push(...plantDuplicates(rows, random.fork(`exact ${table}`), count, null));
    if (change) marks.push(...plantDuplicates(rows, random.fork(`other ${table}`), count, change));
  }
  return marks;
}

/** @param world whom and what the other centres know too, before anything of theirs was damaged. */
export function makeConstruction(random: Random, amounts: Amounts, world: CommonWorld): Construction {
  const tables = makeTables(random, amounts, world);
  deleteSome(random.fork('deleted'), tables);
  const specs = constructionSpecs(mattersOf(tables));
  const marks = plant(specs, random.fork('dirt'), amounts.dirt, new Map(Object.entries(tables)));
  for (const [table, rows] of Object.entries(tables)) dress(random.fork(`dress ${table}`), rows);
  marks.push(...copySome(random.fork('copies'), tables, amounts.dirt));
  return { tables, truth: handOverTruth('construction', { layout: CONSTRUCTION_LAYOUT, tables, marks }) };
}

/** Writes the package into the directory and says what was planted. */
export async function generateConstruction(directory: string, options: WorldOptions): Promise<SystemTruth> {
  const random = createRandom(options.seed).fork('construction');
  const { tables, truth } = makeConstruction(random, options, commonWorld(options));
  await writeHandOver(directory, CONSTRUCTION_LAYOUT, tables);
  return truth;
}
