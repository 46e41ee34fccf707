/** The public site of the e-government centre in the invented world: its rows, what is wrong with them, its package. */
import { egovMappings } from '../../../mappings/egov/index.ts';
import { plant, plantDuplicates } from '../dirt/plant.ts';
import { makeBodies } from './bodies.ts';
import { makeCredit } from './credit.ts';
import { dressEgov } from './dress.ts';
import { makeRegister } from './entities.ts';
import { mattersOf } from './matters.ts';
import { makeNotices } from './notices.ts';
import { EGOV_SPECS } from './specs.ts';
import { handOverTruth, writeHandOver, type Layout } from '../forms/hand-over.ts';
import { createRandom, uniqueNumbers, type Random } from '../forms/random.ts';
import { commonWorld } from '../world/shared.ts';
import type { SystemTruth } from '../truth.ts';
import type { Cell, Mark, Row, WorldOptions } from '../types.ts';
import { layFoundations } from '../world/world.ts';

export type EgovTables = Readonly<Record<string, Row[]>>;

/** Columns as the centre declares them. */
export const EGOV_LAYOUT: Layout = Object.fromEntries(
  egovMappings.map(({ stream }) => [stream.name, Object.keys(stream.columns)]),
);
const DELETED: Readonly<Record<string, number>> = { ztk_qyjbxx: 0.025, xx_gg: 0.035, ts_jbxx: 0.02 };
/** What differs in a copy under the same key. */
const OTHER_COPIES: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  ztk_ca_lock: { CYR: '待补录' },
  xx_fj: { WJDX: '1KB' },
  ts_jbxx: { CLDW: '待分办' },
};
const EXACT_COPIES = ['ztk_qyjbxx', 'ztk_ca_lock', 'xx_gg', 'xx_fj'];

function makeTables(random: Random, options: WorldOptions): EgovTables {
  const world = commonWorld(options);
  const { tables } = layFoundations(options);
  const number = uniqueNumbers(random, 10_000, 99_999_999);
  const nextId = (): string => String(number());
  const bodies = makeBodies(random.fork('bodies'), options.scale, { ...world, tables });
  const matters = mattersOf(random.fork('matters'), options, world);
  const made: EgovTables = {
    ...makeRegister(random.fork('register'), bodies, nextId),
    ...makeNotices(random.fork('notices'), matters, nextId),
    ...makeCredit(random.fork('credit'), { scale: options.scale, bodies, matters }, nextId),
  };
  return Object.fromEntries(Object.keys(EGOV_LAYOUT).map((table) => [table, made[table] ?? []]));
}

function deleteSome(random: Random, tables: EgovTables): void {
  for (const [table, share] of Object.entries(DELETED)) {
    for (const row of tables[table] ?? []) {
      if (!random.chance(share)) continue;
      row.deleted = true;
      row.locked = true;
      row.cells['SCBZ'] = '1';
    }
  }
}

function soil(random: Random, tables: EgovTables, dirt: number): Mark[] {
  deleteSome(random.fork('deleted'), tables);
  const marks = plant(EGOV_SPECS, random.fork('dirt'), dirt, new Map(Object.entries(tables)));
  for (const [table, rows] of Object.entries(tables)) {
    dressEgov(random.fork(`dress ${table}`), rows);
    const count = dirt <= 0 || rows.length < 12 ? 0 : Math.max(1, Math.round(rows.length * 0.001 * dirt));
    const change = OTHER_COPIES[table];
    if (EXACT_COPIES.includes(table)) marks.push(...plantDuplicates(rows, random.fork(`exact ${table}`), count, null));
    if (change) marks.push(...plantDuplicates(rows, random.fork(`other ${table}`), count, change));
  }
  return marks;
}

export interface Egov {
  readonly tables: EgovTables;
  readonly truth: SystemTruth;
}

export function makeEgov(options: WorldOptions): Egov {
  const random = createRandom(options.seed).fork('egov');
  const tables = makeTables(random, options);
  const marks = soil(random, tables, options.dirt);
  return { tables, truth: handOverTruth('egov', { layout: EGOV_LAYOUT, tables, marks }) };
}

/** Writes the hand-over package into the directory and says what was planted. */
export async function generateEgov(directory: string, options: WorldOptions): Promise<SystemTruth> {
  const { tables, truth } = makeEgov(options);
  await writeHandOver(directory, EGOV_LAYOUT, tables);
  return truth;
}
