/** Sections of road projects with their bids, their evaluation experts and their result. */
import { isoDay } from '../forms/dates.ts';
import { personName } from '../world/names.ts';
import type { Random } from '../forms/random.ts';
import { spell, type Firm } from './firms.ts';
import type { RoadExpert } from './pool.ts';
import { mysqlTime, nothing, type Work } from './works.ts';
import { bearing, makeRow, type Row } from '../types.ts';

export interface SectionIds {
  next(): string;
  nextLarge(): string;
}

export interface Participants {
  readonly firms: readonly Firm[];
  readonly experts: readonly RoadExpert[];
}

export type SectionTables = Record<'jt_bd' | 'jt_tb' | 'jt_zj' | 'jt_zbjg', Row[]>;

interface Lot {
  readonly id: string;
  readonly name: string;
  /** 元 */
  readonly ceiling: number;
  readonly opened: number;
}

const LOT_NAMES = ['A标段', 'B标段', 'C标段'];
const SPECIALTIES = ['道路工程', '桥梁与隧道', '工程造价', '试验检测', '交通安全设施', '岩土'];

function lotsOf(random: Random, work: Work, ids: SectionIds): Lot[] {
  return Array.from({ length: work.lots }, (_, index) => ({
    id: ids.next(),
    name: work.lots === 1 ? work.name : work.name + (LOT_NAMES[index] ?? ''),
    ceiling: Math.floor((work.estimate / work.lots) * (random.int(85, 98) / 100)),
    opened: work.start + random.int(38, 48),
  }));
}

function lotRow(random: Random, work: Work, lot: Lot): Row {
  return makeRow('jt_bd', {
    BD_ID: lot.id,
    XM_ID: work.id,
    BD_MC: lot.name,
    BD_LX: random.pick(['施工', '施工', '施工', '监理', '设计', '检测']),
    KZJ: String(lot.ceiling),
    KZJ_DW: '元',
    GQ: random.chance(0.6) ? `${random.int(60, 720)}天` : `${random.int(2, 24)}个月`,
    KBSJ: isoDay(lot.opened),
    INSERT_TIME: mysqlTime(random, work.start),
  });
}

interface Offer {
  readonly firm: Firm;
  readonly price: number;
  readonly manager: string;
}

function bidRow(random: Random, lot: Lot, id: string, { firm, price, manager }: Offer, rank: number): Row {
  return makeRow('jt_tb', {
    TB_ID: id,
    BD_ID: lot.id,
    TBR_ID: random.chance(0.16) ? nothing(random) : random.pick(firm.ids),
    TBR_MC: spell(random, firm.company),
    TBBJ: String(price),
    TBBJ_DW: '元',
    XMFZR: manager,
    PM: String(rank),
    INSERT_TIME: mysqlTime(random, lot.opened),
  });
}

function maybe(random: Random, empty: number, text: string | null): string | null {
  return text === null || random.chance(empty) ? nothing(random) : text;
}

function expertRow(random: Random, lot: Lot, id: string, expert: RoadExpert, chair: string): Row {
  const some = random.shuffle(SPECIALTIES).slice(0, random.pick([1, 1, 1, 2]));
  return makeRow('jt_zj', {
    ZJ_ID: id,
    BD_ID: lot.id,
    ZJ_XM: expert.name,
    SFZH: maybe(random, 0.6, expert.id),
    GZDW: maybe(random, 0.33, expert.employer),
    LXDH: maybe(random, 0.08, expert.phone),
    ZY: some.join(random.pick(['/', '、'])),
    ZC: maybe(random, 0.13, expert.title),
    SFZZ: chair,
    CSSJ: isoDay(lot.opened),
  });
}

function resultRow(random: Random, lot: Lot, id: string, { firm, price, manager }: Offer): Row {
  return makeRow('jt_zbjg', {
    JG_ID: id,
    BD_ID: lot.id,
    ZBR_MC: spell(random, firm.company),
    ZBJ: String(price),
    ZBJ_DW: '元',
    XMFZR: manager,
    ZBRQ: isoDay(lot.opened + random.int(4, 9)),
  });
}

function offersOf(random: Random, lot: Lot, firms: readonly Firm[]): Offer[] {
  const bidders = random.shuffle(firms).slice(0, random.int(4, 6));
  return bidders.map((firm) => ({
    firm,
    // No bid lies above the ceiling price.
    price: Math.floor((lot.ceiling * random.int(86, 99)) / 100),
    manager: random.chance(0.7) ? firm.manager : personName(random, '1'),
  }));
}

export function sectionRows(random: Random, work: Work, ids: SectionIds, who: Participants): SectionTables {
  const tables: SectionTables = { jt_bd: [], jt_tb: [], jt_zj: [], jt_zbjg: [] };
  for (const lot of lotsOf(random, work, ids)) {
    const row = lotRow(random, work, lot);
    tables.jt_bd.push(row);
    if (work.status === '招标中' || work.status === '已终止') continue;
    row.leaf = false;
    const offers = offersOf(random, lot, who.firms);
    for (const [index, offer] of offers.entries()) {
      tables.jt_tb.push(bidRow(random, lot, ids.nextLarge(), offer, index + 1));
    }
    for (const [index, expert] of random.shuffle(who.experts).slice(0, 5).entries()) {
      tables.jt_zj.push(
        bearing(expert.identity, expertRow(random, lot, ids.nextLarge(), expert, index === 0 ? '是' : '否')),
      );
    }
    const [winner] = offers;
    if (work.status === '已完成' && winner) tables.jt_zbjg.push(resultRow(random, lot, ids.next(), winner));
  }
  return tables;
}
