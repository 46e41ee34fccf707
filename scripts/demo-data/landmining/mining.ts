/** Mining rights, what they were announced for and what they went for. */
import { LAST_DAY, isoDay } from '../forms/dates.ts';
import { DIVISIONS } from '../world/divisions.ts';
import { clock } from './bidders.ts';
import type { Market } from './land.ts';
import { guid, inUnit, offerBody } from './values.ts';
import { mention } from '../procurement/parties.ts';
import type { Random } from '../forms/random.ts';
import { makeRow, type Row } from '../types.ts';

interface Right {
  readonly id: string;
  readonly name: string;
  /** Yuan. */
  readonly price: number;
  readonly start: number;
  readonly row: Row;
}

type MiningTables = Record<'kq_kyq' | 'kq_crgg' | 'kq_cjjg', Row[]>;

/** In the shape of the national table of minerals. */
const MINERALS: readonly (readonly [code: string, name: string])[] = [
  ['22001', '铁矿'],
  ['32006', '铜矿'],
  ['32013', '钨矿'],
  ['32016', '钼矿'],
  ['32018', '锑矿'],
  ['42202', '银矿'],
];
const PLACES = ['多龙', '雅江', '曲松沟', '念青', '岗日', '帕措', '隆格尔'];

function corner(random: Random, from: number, to: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${random.int(from, to)}°${two(random.int(0, 59))}′${two(random.int(0, 59))}″`;
}

function makeRight(random: Random, { nextId }: Market): Right {
  const division = random.pick(DIVISIONS);
  const [code, mineral] = random.pick(MINERALS);
  const kind = random.pick(['T', 'C']);
  const start = random.int(LAST_DAY - 1700, LAST_DAY - 90);
  const name = `${division.name}${random.pick(PLACES)}${mineral}${kind === 'T' ? '普查' : '采矿'}`;
  const [east, north] = [corner(random, 80, 90), corner(random, 28, 31)];
  const id = nextId();
  const row = makeRow('kq_kyq', {
    kq_id: id,
    kqlx: kind,
    xkzh: random.chance(0.5) ? null : `${kind}54${isoDay(start).replaceAll('-', '').slice(0, 6)}${random.digits(7)}`,
    xmmc: name,
    kz_dm: code,
    kz_mc: mineral,
    mj: `${random.int(1, 60)}.${random.digits(4)}`,
    zb: `东经${east}～${corner(random, 91, 96)}，北纬${north}～${corner(random, 32, 34)}`,
    xzqdm: division.code,
    dlwz: `${division.place}西北方向${random.int(5, 90)}公里处`,
    yxq_q: isoDay(start + 60),
    yxq_z: isoDay(start + 60 + 365 * random.pick([3, 5, 10])),
    del_flag: 'f',
    updated_at: clock(random, start + 61),
  });
  return { id, name, price: random.int(30, 8000) * 10_000 + random.int(0, 9999), start, row };
}

function announcementRow(random: Random, right: Right, { offices }: Market): Row {
  const day = right.start + random.int(3, 12);
  const title = `${right.name}权挂牌出让公告`;
  const number = `藏矿公${isoDay(day).slice(0, 4)}-${right.id.slice(-3)}`;
  return makeRow('kq_crgg', {
    gg_id: guid(random),
    kq_id: right.id,
    ggbt: title,
    crfs: random.pick(['131', '132', '133', '133']),
    crnx: random.pick(['3', '5', '10', '20']),
    qsj: inUnit(right.price, '万元'),
    ggnr: offerBody(random, { title, number, office: random.pick(offices).name, closes: isoDay(day + 25) }),
    ggsj: clock(random, day),
    del_flag: 'f',
    updated_at: clock(random, day),
  });
}

function resultRow(random: Random, right: Right, { bidders, nextId }: Market): Row {
  const winner = random.pick(bidders);
  const registered = !random.chance(0.1);
  if (registered) winner.row.leaf = false;
  const day = right.start + random.int(40, 70);
  return makeRow('kq_cjjg', {
    jg_id: nextId(),
    kq_id: right.id,
    jmr_id: registered ? winner.id : null,
    jdr_mc: mention(random, winner),
    cjj: inUnit(Math.round((right.price * random.int(100, 180)) / 100), '万元'),
    cjsj: `${isoDay(day)} 11:00:00`,
    jnfs: random.pick(['一次性缴纳', '分期缴纳']),
    del_flag: 'f',
    updated_at: clock(random, day),
  });
}

export function makeMining(random: Random, market: Market): MiningTables {
  const tables: MiningTables = { kq_kyq: [], kq_crgg: [], kq_cjjg: [] };
  for (let count = Math.max(2, Math.round(4 * market.scale)); count > 0; count -= 1) {
    const right = makeRight(random, market);
    tables.kq_kyq.push(right.row);
    if (random.chance(0.05)) continue;
    right.row.leaf = false;
    const announcement = announcementRow(random, right, market);
    tables.kq_crgg.push(announcement);
    if (random.chance(0.3)) continue;
    // The result is judged beside it.
    announcement.leaf = false;
    tables.kq_cjjg.push(resultRow(random, right, market));
  }
  return tables;
}
