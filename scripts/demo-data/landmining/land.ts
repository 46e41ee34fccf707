/** Parcels, the announcements that offer them and the deals they end in. */
import { LAST_DAY, isoDay } from '../forms/dates.ts';
import { DIVISIONS, type Division } from '../world/divisions.ts';
import { clock, type Bidder, type SharedWorld } from './bidders.ts';
import { guid, offerBody, someAmount, someArea } from './values.ts';
import { mention } from '../procurement/parties.ts';
import type { Random } from '../forms/random.ts';
import { belonging, makeRow, type Row } from '../types.ts';

export interface Market extends SharedWorld {
  readonly scale: number;
  readonly bidders: readonly Bidder[];
  readonly nextId: () => string;
}

interface Parcel {
  readonly id: string;
  readonly number: string;
  readonly division: Division;
  readonly squareMetres: number;
  readonly price: number;
  readonly start: number;
  readonly state: string;
  readonly row: Row;
}

type LandTables = Record<'td_dk' | 'td_crgg' | 'td_cj', Row[]>;

const USES: readonly (readonly [use: string, term: string])[] = [
  ['商服用地', '40'],
  ['住宅用地', '70'],
  ['工业用地', '50年'],
  ['仓储用地', '50'],
  ['商服用地、住宅用地', '商业40年、住宅70年'],
];
const AREAS = ['新区', '物流园', '老城', '藏医药产业园', '客运站周边'];
const STATES = ['已成交', '已成交', '已成交', '已成交', '公告中', '流拍', '终止'];

function makeParcel(random: Random, serial: number, { nextId }: Market): Parcel {
  const division = random.pick(DIVISIONS);
  const start = random.int(LAST_DAY - 1700, LAST_DAY - 90);
  const squareMetres = random.int(2000, 90_000);
  const price = squareMetres * random.int(150, 880);
  const [use, term] = random.pick(USES);
  const number = `${division.prefecture.charAt(0)}地网挂${isoDay(start).slice(0, 4)}-${String(serial).padStart(3, '0')}`;
  const state = random.pick(STATES);
  const [area, amount] = [someArea(random, squareMetres), someAmount(random, price)];
  const id = nextId();
  const row = makeRow('td_dk', {
    dk_id: id,
    dkbh: number,
    xmmc: `${division.name}${random.pick(AREAS)}${serial}号宗地使用权出让`,
    zl: `${division.place}${random.pick(AREAS)}${random.int(1, 40)}号地块`,
    xzqdm: division.code,
    mj: area.figure,
    mj_dw: area.unit,
    tdyt: use,
    crnx: term,
    rjl: random.pick([null, '', '≤1.8', '≥1.0且≤2.5', '1.2～2.0']),
    qsj: amount.figure,
    qsj_dw: amount.unit,
    zt: state,
    del_flag: 'f',
    created_at: clock(random, start),
    updated_at: clock(random, start + random.int(1, 80)),
  });
  return { id, number, division, squareMetres, price, start, state, row: belonging(number, row) };
}

/** Two or three parcels may stand in one announcement; a number that never came into the register is ordinary. */
function announcementRow(random: Random, parcels: readonly Parcel[], { offices }: Market): Row {
  const [first] = parcels;
  if (first === undefined) throw new RangeError('an announcement offers something');
  const office = random.pick(offices);
  const numbers = parcels.map((parcel) => parcel.number);
  if (random.chance(0.1)) numbers.push(`${first.number}之二`);
  const day = first.start + random.int(5, 20);
  const closes = isoDay(day + 22);
  const title = `${first.division.name}国有建设用地使用权网上挂牌出让公告`;
  return makeRow('td_crgg', {
    gg_id: guid(random),
    ggbh: `${first.number}号`,
    ggbt: title,
    dkbh_list: numbers.join(random.pick(['、', '、', ',', '，'])),
    crfs: random.pick(['131', '132', '133', '133', '133']),
    ggnr: offerBody(random, { title, number: first.number, office: office.name, closes }),
    ggsj: clock(random, day),
    jzsj: `${closes} 17:30:00`,
    lxdw: office.name,
    lxr: office.contact,
    lxdh: office.phone,
    del_flag: 'f',
    updated_at: clock(random, day + 1),
  });
}

function dealRow(random: Random, parcel: Parcel, { bidders, nextId }: Market): Row {
  const buyer = random.pick(bidders);
  const area = someArea(random, parcel.squareMetres);
  const amount = someAmount(random, Math.round((parcel.price * random.int(100, 160)) / 100));
  const day = parcel.start + random.int(40, 80);
  const registered = !random.chance(0.14);
  if (registered) buyer.row.leaf = false;
  parcel.row.leaf = false;
  return makeRow('td_cj', {
    cj_id: nextId(),
    dk_id: parcel.id,
    jmr_id: registered ? buyer.id : null,
    jmh: String(random.int(101, 189)),
    srr_mc: mention(random, buyer),
    cjj: amount.figure,
    cjj_dw: amount.unit,
    cjrq: isoDay(day),
    cjmj: area.figure,
    cjmj_dw: area.unit,
    bz: random.chance(0.1) ? '成交价款分两期缴纳' : null,
    del_flag: 'f',
    updated_at: clock(random, day),
  });
}

export function makeLand(random: Random, market: Market): LandTables {
  const count = Math.max(4, Math.round(8 * market.scale));
  const parcels = Array.from({ length: count }, (_, index) => makeParcel(random, index + 1, market));
  const tables: LandTables = { td_dk: parcels.map(({ row }) => row), td_crgg: [], td_cj: [] };
  for (let place = 0; place < count;) {
    const together = random.pick([1, 1, 1, 2, 3]);
    tables.td_crgg.push(announcementRow(random, parcels.slice(place, place + together), market));
    place += together;
  }
  for (const parcel of parcels) {
    if (parcel.state === '流拍') tables.td_crgg.push(announcementRow(random, [parcel], market));
    if (parcel.state === '已成交') tables.td_cj.push(dealRow(random, parcel, market));
  }
  return tables;
}
