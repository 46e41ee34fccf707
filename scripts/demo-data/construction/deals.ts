/** What happens to a section: opening, bids, candidates, result, contract. */
import type { Section } from './tenders.ts';
import type { Builder } from './people.ts';
import { guid, inWan, textDate } from './values.ts';
import { isoDay, midnight, officeTime } from '../forms/dates.ts';
import { wan } from '../forms/money.ts';
import { mention } from '../procurement/parties.ts';
import type { Random } from '../forms/random.ts';
import { makeRow, type Row } from '../types.ts';

export type DealTables = Record<'GC_KBJL' | 'GC_TB' | 'GC_HXR' | 'GC_ZBJG' | 'GC_HT', Row[]>;

interface Bid {
  readonly builder: Builder;
  readonly manager: Builder['managers'][number] | undefined;
  /** Whole yuan. */
  readonly price: number;
}

const ROOMS = ['一', '二', '三'].map((room) => `自治区建筑交易中心${room}号开标厅`);
const CHAIRS = ['白玛央宗', '刘洋', '次旦卓嘎'];

/** A bidder that is not in the library, or whose key the clerk did not look up, has none. */
function keyOf(random: Random, { keys, rows }: Builder): string | null {
  if (random.chance(0.12)) return null;
  const key = random.pick(keys);
  for (const row of rows) if (row.cells['qyID'] === key) row.leaf = false;
  return key;
}

function bidRow(random: Random, section: Section, { builder, manager, price }: Bid): Row {
  return makeRow('GC_TB', {
    TBID: guid(random),
    BDID: section.id,
    qyID: keyOf(random, builder),
    TBRMC: mention(random, builder.company),
    TBBJ: inWan(price),
    XMJL: manager?.name ?? null,
    XMJL_ZJH: random.chance(0.31) ? null : (manager?.id ?? null),
    BZJ: inWan(Math.round(section.estimate / 50)),
    DJSJ: `${isoDay(section.opened)} 09:${random.int(10, 59)}:00.000`,
    DataState: '1',
    xgrqsj: `${isoDay(section.opened)} 09:59:00.000`,
  });
}

function openingRow(random: Random, section: Section, bids: readonly Bid[]): Row {
  const lines = bids.map(({ builder, price }) => `${builder.company.name} ${price}元 ${section.days}天`);
  return makeRow('GC_KBJL', {
    KBID: guid(random),
    BDID: section.id,
    KBSJ: `${isoDay(section.opened)} 10:00:00.000`,
    KBDD: random.pick(ROOMS),
    ZCR: random.pick(CHAIRS),
    TBRSL: String(bids.length),
    JLNR: lines.join('\n'),
    xgrqsj: `${isoDay(section.opened)} 11:00:00.000`,
  });
}

function candidateRow(random: Random, section: Section, bid: Bid, rank: number): Row {
  return makeRow('GC_HXR', {
    HXRID: guid(random),
    BDID: section.id,
    PX: String(rank),
    qyID: keyOf(random, bid.builder),
    HXRMC: mention(random, bid.builder.company),
    TBBJ: inWan(bid.price),
    PBDF: (random.int(9000, 9800) / 100 - 6 * (rank - 1)).toFixed(4),
    xgrqsj: officeTime(random, section.opened + 2),
  });
}

function resultRow(random: Random, section: Section, { builder, manager, price }: Bid): Row {
  return makeRow('GC_ZBJG', {
    ZBID: guid(random),
    BDID: section.id,
    qyID: random.chance(0.05) ? null : keyOf(random, builder),
    ZBRMC: mention(random, builder.company),
    ZBJ: inWan(price),
    XMJL: manager?.name ?? null,
    ZBRQ: midnight(section.opened + 7),
    DataState: '1',
    xgrqsj: officeTime(random, section.opened + 7),
  });
}

function contractRow(random: Random, section: Section, price: number): Row {
  const signed = section.opened + random.int(14, 40);
  const amount = random.chance(0.5) ? { HTJE: String(price), HTJE_DW: '元' } : { HTJE: wan(price), HTJE_DW: '万元' };
  return makeRow('GC_HT', {
    HTID: guid(random),
    BDID: section.id,
    HTBH: `HT-${section.number}`,
    HTMC: `${section.name}合同`,
    ...amount,
    QDRQ: textDate(random, signed),
    DataState: '1',
    xgrqsj: officeTime(random, signed),
  });
}

function bidsOf(random: Random, section: Section, builders: readonly Builder[]): Bid[] {
  // Too few bids, and the section is tendered again.
  const count = section.status === '4' ? random.int(1, 2) : random.int(3, 7);
  return random
    .shuffle(builders)
    .slice(0, count)
    .map((builder) => ({
      builder,
      manager: builder.managers.length === 0 ? undefined : random.pick(builder.managers),
      price: Math.round((section.estimate * random.int(8200, 9950)) / 10_000),
    }));
}

export function makeDeals(random: Random, sections: readonly Section[], builders: readonly Builder[]): DealTables {
  const tables: DealTables = { GC_KBJL: [], GC_TB: [], GC_HXR: [], GC_ZBJG: [], GC_HT: [] };
  for (const section of sections.filter(({ status }) => status === '3' || status === '4')) {
    section.row.leaf = false;
    const bids = bidsOf(random, section, builders);
    tables.GC_KBJL.push(openingRow(random, section, bids));
    tables.GC_TB.push(...bids.map((bid) => bidRow(random, section, bid)));
    if (section.status === '4') continue;
    const ranked = bids.slice(0, 3);
    tables.GC_HXR.push(...ranked.map((bid, index) => candidateRow(random, section, bid, index + 1)));
    const [winner] = ranked;
    if (winner === undefined) continue;
    tables.GC_ZBJG.push(resultRow(random, section, winner));
    if (random.chance(0.88)) tables.GC_HT.push(contractRow(random, section, winner.price));
  }
  return tables;
}
