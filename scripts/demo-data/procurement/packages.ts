/** Packages of a project with their bids, award and contract. */
import { isoDay, midnight, officeTime } from '../forms/dates.ts';
import { capitalNumerals, decimal2, money } from '../forms/money.ts';
import { mention, type Party } from './parties.ts';
import type { Random } from '../forms/random.ts';
import { makeRow, type Row } from '../types.ts';

export interface IdSource {
  next(): string;
  nextLarge(): string;
}

export interface Project {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly purchaser: Party;
  readonly agency: Party | null;
  readonly start: number;
  /** Yuan. */
  readonly budget: number;
  readonly status: string;
  readonly kind: string;
  readonly lots: number;
  readonly itemClass: string;
}

interface Lot {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly budget: number;
  readonly opened: number;
}

type LotTables = Record<'CG_FB' | 'CG_TB' | 'CG_ZBJG' | 'CG_HT', Row[]>;

const LOT_NAMES = ['第一包', '第二包', '第三包'];

function lotRow(random: Random, project: Project, lot: Lot): Row {
  return makeRow('CG_FB', {
    FBID: lot.id,
    XMID: project.id,
    FBBH: lot.number,
    FBMC: lot.name,
    PMDM: project.itemClass,
    YSJE: money(lot.budget),
    ZT: project.status === '90' ? '90' : '50',
    XGSJ: officeTime(random, lot.opened + 8),
  });
}

function bidRow(random: Random, lot: Lot, id: string, bidder: Party, price: number): Row {
  const minutes = String(random.int(0, 59)).padStart(2, '0');
  return makeRow('CG_TB', {
    TBID: id,
    FBID: lot.id,
    GYSID: random.chance(0.15) ? null : bidder.id,
    GYS_MC: mention(random, bidder),
    BJ: money(price),
    BZJ: random.chance(0.1) ? money(0) : money(Math.round(lot.budget * 0.02)),
    TBSJ: `${isoDay(lot.opened)} 09:${minutes}:00.000`,
    PSDF: decimal2(random.int(6500, 9800) / 100),
  });
}

function awardRow(random: Random, lot: Lot, id: string, winner: Party, price: number): Row {
  return makeRow('CG_ZBJG', {
    JGID: id,
    FBID: lot.id,
    GYSID: random.chance(0.21) ? null : winner.id,
    GYS_MC: mention(random, winner),
    CJJE: money(price),
    CJJE_DX: random.chance(0.55) ? capitalNumerals(price) : null,
    GGSJ: officeTime(random, lot.opened + 7),
  });
}

function contractRow(random: Random, lot: Lot, id: string, price: number): Row {
  const signed = lot.opened + random.int(12, 40);
  return makeRow('CG_HT', {
    HTID: id,
    FBID: lot.id,
    HTBH: lot.number.replace(/-(\d)$/, '-HT$1'),
    HTMC: `${lot.name}合同`,
    HTJE: money(price),
    QDSJ: midnight(signed),
    HTQX: String(random.int(15, 365)),
    IS_DEL: '0',
  });
}

function lotsOf(random: Random, project: Project, ids: IdSource): Lot[] {
  return Array.from({ length: project.lots }, (_, index) => ({
    id: ids.next(),
    number: `${project.number}-${index + 1}`,
    name: project.lots === 1 ? project.name : project.name + (LOT_NAMES[index] ?? ''),
    budget: Math.floor(project.budget / project.lots),
    opened: project.start + random.int(30, 45),
  }));
}

/** Ordinary prices lie between 55 % and 100 % of the budget. */
function someBid(random: Random, lot: Lot): number {
  return Math.round((lot.budget * random.int(random.chance(0.1) ? 55 : 85, 100)) / 100);
}

export function packageRows(
  random: Random,
  project: Project,
  ids: IdSource,
  suppliers: readonly Party[],
  tables: LotTables,
): void {
  for (const lot of lotsOf(random, project, ids)) {
    const row = lotRow(random, project, lot);
    tables.CG_FB.push(row);
    if (project.status === '20') continue;
    row.leaf = false;
    const bidders = random.shuffle(suppliers.slice(0)).slice(0, random.int(3, 5));
    const prices = bidders.map(() => someBid(random, lot));
    for (const [index, bidder] of bidders.entries()) {
      tables.CG_TB.push(bidRow(random, lot, ids.nextLarge(), bidder, prices[index] ?? lot.budget));
    }
    const [winner] = bidders;
    if (winner === undefined || !['50', '60'].includes(project.status)) continue;
    const agreed = prices[0] ?? lot.budget;
    tables.CG_ZBJG.push(awardRow(random, lot, ids.next(), winner, agreed));
    if (project.status === '60') tables.CG_HT.push(contractRow(random, lot, ids.next(), agreed));
  }
}
