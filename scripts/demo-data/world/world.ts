/** The invented world: clean rows first, then dirt, then ordinary variety, then copies of rows. */
import { addExtraRows, makeBook, protectSellers } from '../stateassets/ledgers.ts';
import { plant, plantDuplicates } from '../dirt/plant.ts';
import { dress } from '../dirt/dress.ts';
import { makeExperts } from '../procurement/experts.ts';
import { makeLandMining, sharedWith } from '../landmining/centre.ts';
import { makeParties } from '../procurement/parties.ts';
import { makeCompany, type Company } from './people.ts';
import { makeProjects } from '../procurement/projects.ts';
import { createRandom, type Random } from '../forms/random.ts';
import { ASSET_SPECS } from '../stateassets/specs.ts';
import { PROCUREMENT_SPECS } from '../procurement/specs.ts';
import { TABLE_COLUMNS } from '../tables.ts';
import { bookTruth, sheetRows, tableTruth } from '../truth.ts';
import type { Book, Cell, Mark, Row, World, WorldOptions } from '../types.ts';

const YEARS = [2017, 2018, 2019];
/** Share of rows with a deletion flag, where there is one. */
const DELETED: Readonly<Record<string, number>> = { CG_XM: 0.008, CG_GG: 0.015, CG_GYS: 0.03, CG_HT: 0.02 };
const EXACT_COPIES = ['CG_TB', 'CG_ZJ', 'CG_GG', 'CG_ZJ_ZY'];
/** What differs in a copy under the same key. */
const OTHER_COPIES: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  CG_TB: { PSDF: '0.01' },
  CG_HT: { HTQX: '7' },
  CG_ZJ: { ZW: '退休' },
  CG_GYS: { KHH: '西藏银行总行营业部' },
};
const SHEET_COPIES: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  实物资产挂牌: { 备注: '重新挂牌' },
  股权挂牌: { 备注: '重新挂牌' },
  成交结果: { 成交价: '8.8888' },
};

type Tables = Record<string, Row[]>;

function makeTables(random: Random, scale: number, companies: Parameters<typeof makeParties>[2]): Tables {
  const parties = makeParties(random.fork('parties'), scale, companies);
  const employers = [...parties.purchasers, ...companies].map((party) => party.name);
  const made: Tables = {
    CG_CGR: parties.purchasers.map((party) => party.row),
    CG_DLJG: parties.agencies.map((party) => party.row),
    CG_GYS: parties.suppliers.map((party) => party.row),
    ...makeExperts(random.fork('experts'), scale, employers),
    ...makeProjects(random.fork('projects'), scale, parties),
  };
  return Object.fromEntries(Object.keys(TABLE_COLUMNS).map((table) => [table, made[table] ?? []]));
}

function deleteSome(random: Random, streams: Readonly<Record<string, readonly Row[]>>): void {
  for (const [stream, rows] of Object.entries(streams)) {
    const share = stream.startsWith('CG_') ? (DELETED[stream] ?? 0) : 0.03;
    const flagged = stream.startsWith('CG_') || stream.endsWith('挂牌');
    for (const row of rows) {
      // Projects may take their packages with them; everything else that is deleted stands alone.
      if (!flagged || (!row.leaf && stream !== 'CG_XM') || !random.chance(share)) continue;
      row.deleted = true;
      row.locked = true;
      if (stream.startsWith('CG_')) row.cells['IS_DEL'] = '1';
    }
  }
}

function copies(rows: readonly Row[], dirt: number): number {
  return dirt <= 0 || rows.length < 12 ? 0 : Math.max(1, Math.round(rows.length * 0.001 * dirt));
}

function soilTables(random: Random, tables: Tables, dirt: number): Mark[] {
  deleteSome(random.fork('deleted'), tables);
  const marks = plant(PROCUREMENT_SPECS, random.fork('dirt'), dirt, new Map(Object.entries(tables)));
  for (const rows of Object.values(tables)) dress(random.fork(`dress ${rows[0]?.stream}`), rows);
  for (const [table, rows] of Object.entries(tables)) {
    const count = copies(rows, dirt);
    const change = OTHER_COPIES[table];
    if (EXACT_COPIES.includes(table)) marks.push(...plantDuplicates(rows, random.fork(`exact ${table}`), count, null));
    if (change) marks.push(...plantDuplicates(rows, random.fork(`other ${table}`), count, change));
  }
  return marks;
}

function soilBooks(random: Random, books: readonly Book[], dirt: number): Mark[] {
  for (const book of books) {
    deleteSome(random.fork(`deleted ${book.year}`), book.sheets);
    for (const rows of Object.values(book.sheets)) protectSellers(rows);
  }
  const marks = plant(ASSET_SPECS, random.fork('dirt'), dirt, sheetRows(books));
  for (const { year, sheets } of books) {
    for (const [sheet, rows] of Object.entries(sheets)) {
      const own = random.fork(`${year} ${sheet}`);
      if (dirt > 0) addExtraRows(own, year, sheet, rows);
      dress(own, rows);
      const change = SHEET_COPIES[sheet];
      if (change === undefined) continue;
      const count = copies(rows, dirt * 4);
      marks.push(...plantDuplicates(rows, own, count, null), ...plantDuplicates(rows, own, count, change));
    }
  }
  return marks;
}

/** The companies of the world and the rows of the procurement centre, before anything is damaged. */
export function layFoundations({ seed, scale }: Omit<WorldOptions, 'dirt'>): {
  readonly companies: readonly Company[];
  readonly tables: Tables;
} {
  const random = createRandom(seed);
  const firms = random.fork('companies');
  const companies = Array.from({ length: Math.max(8, Math.round(40 * scale)) }, () => makeCompany(firms, false));
  return { companies, tables: makeTables(random, scale, companies) };
}

export function generateWorld({ seed, scale, dirt }: WorldOptions): World {
  const random = createRandom(seed);
  const { companies, tables } = layFoundations({ seed, scale });
  const books = YEARS.map((year) => makeBook(random.fork(String(year)), year, scale, companies));
  // Before anything is damaged: centres share persons and offices.
  const landmining = makeLandMining(random.fork('landmining'), { scale, dirt }, sharedWith(companies, tables));
  const tableMarks = soilTables(random.fork('procurement'), tables, dirt);
  const bookMarks = soilBooks(random.fork('stateassets'), books, dirt);
  const [procurement, stateassets] = [tableTruth(tables, tableMarks), bookTruth(books, bookMarks)];
  const streams = [...procurement.streams, ...stateassets.streams, ...landmining.streams];
  const defects = [...procurement.defects, ...stateassets.defects, ...landmining.defects];
  return { tables, books, landmining: landmining.tables, truth: { seed, scale, dirt, streams, defects } };
}
