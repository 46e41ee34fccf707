/** Tender projects of the works that other centres know too, their sections and their notices. */
import { tenderNotices } from './notices.ts';
import type { Section, Tender } from './tenders.ts';
import { guid, inWan, textDate } from './values.ts';
import { LAST_DAY, isoDay, officeTime } from '../forms/dates.ts';
import { mention } from '../procurement/parties.ts';
import { hyphenated, type Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import type { SharedWork } from '../world/shared.ts';
import { belonging, makeRow, textOf, type Row } from '../types.ts';

const LOTS = ['第一标段', '第二标段', '第三标段'];
const OPERATORS = ['admin', 'zhaxi', 'chenl', 'dolma'];
/** 招标完成 for the most part; 流标 is tendered again. */
const STATES = [...Array.from({ length: 14 }, () => '3'), '4', '4', '1', '0', '6'];

function agencyCells(random: Random, agencies: readonly Company[]): Record<string, string | null> {
  if (random.chance(0.1)) return { ZBZZXS: '自行招标', ZBDLMC: null, ZBDLDM: null };
  const agency = random.pick(agencies);
  const code = random.chance(0.7) ? agency.uscc : hyphenated(agency.orgCode);
  return { ZBZZXS: '委托招标', ZBDLMC: mention(random, agency), ZBDLDM: code };
}

function tenderOf(random: Random, work: SharedWork, agencies: readonly Company[]): Tender {
  const id = guid(random);
  const day = work.start + random.int(15, 60);
  const number = `${work.division.code}SG${isoDay(day).slice(0, 4)}${random.digits(5)}`;
  const code = random.chance(0.3) ? work.investmentCode.replaceAll('-', '') : work.investmentCode;
  const row = makeRow('GC_ZBXM', {
    ZBXMID: id,
    ZBXMBH: number,
    XMMC: work.name,
    TZXMDM: random.chance(0.1) ? null : code,
    XMLX: random.pick(['A01', 'A01', 'A02', 'A02', 'A07']),
    ZBFS: random.pick(['001', '001', '001', '001', '001', '001', '002', '003']),
    ZBRMC: mention(random, work.owner),
    ZBRDM: work.owner.code,
    ...agencyCells(random, agencies),
    XZQHDM: work.division.code,
    ZTZ: inWan(work.total),
    LXRQ: textDate(random, day),
    DataState: random.pick(['1', '1', '1', '0']),
    tag: random.pick(['导入', '手工', '省厅系统']),
    xgr: random.pick(OPERATORS),
    xgrqsj: officeTime(random, day),
  });
  return { id, number, work, row: belonging(work.investmentCode, row) };
}

interface Lot {
  readonly number: string;
  readonly name: string;
  readonly estimate: number;
  readonly opened: number;
}

function sectionOf(random: Random, tender: Tender, { number, name, estimate, opened }: Lot, status: string): Section {
  const days = random.int(60, 720);
  const row = makeRow('GC_BD', {
    BDID: guid(random),
    ZBXMID: tender.id,
    BDBH: number,
    BDMC: name,
    BDFL: random.pick(['003', '003', '003', '001', '002', '004', '006']),
    GSJ: inWan(estimate),
    BZ_DM: random.chance(0.01) ? '2' : '1',
    GQ: random.pick([`${days}日历天`, String(days)]),
    ZZYQ: random.pick([
      '建筑工程施工总承包三级及以上',
      '市政公用工程施工总承包二级及以上',
      '具备相应资质\n且近三年无不良记录',
    ]),
    ZT: status,
    DataState: '1',
    xgrqsj: officeTime(random, Math.min(opened + 8, LAST_DAY)),
  });
  return { id: textOf(row, 'BDID'), number, name, estimate, opened, days, status, row };
}

/** What is not awarded is tendered again under its number with a suffix, three times at most. */
function roundsOf(random: Random, tender: Tender, lot: Lot): Section[] {
  const sections = [sectionOf(random, tender, lot, random.pick(STATES))];
  while (sections.at(-1)?.status === '4' && sections.length < 3 && random.chance(0.8)) {
    const round = sections.length + 1;
    const again = { ...lot, number: `${lot.number}-${round}`, opened: lot.opened + 45 * sections.length };
    sections.push(sectionOf(random, tender, again, round === 3 ? '3' : random.pick(['3', '3', '4'])));
  }
  return sections;
}

function sectionsOf(random: Random, tender: Tender): Section[] {
  const lots = random.pick([1, 1, 1, 2, 2, 3]);
  const works = (tender.work.total * random.int(75, 95)) / 100;
  const opened = tender.work.start + random.int(95, 130);
  return Array.from({ length: lots }).flatMap((_, index) =>
    roundsOf(random, tender, {
      number: `${tender.number}00${index + 1}`,
      name: tender.work.name + (lots === 1 ? '' : (LOTS[index] ?? '')),
      estimate: Math.floor((works / lots) * (random.int(80, 120) / 100)),
      opened,
    }),
  );
}

export interface TenderTables {
  readonly sections: Section[];
  readonly tables: Record<'GC_ZBXM' | 'GC_BD' | 'GC_GG', Row[]>;
}

export function makeTenders(random: Random, works: readonly SharedWork[], agencies: readonly Company[]): TenderTables {
  const made: TenderTables = { sections: [], tables: { GC_ZBXM: [], GC_BD: [], GC_GG: [] } };
  for (const work of works) {
    const tender = tenderOf(random, work, agencies);
    const sections = sectionsOf(random, tender);
    tender.row.leaf = false;
    made.sections.push(...sections);
    made.tables.GC_ZBXM.push(tender.row);
    made.tables.GC_BD.push(...sections.map(({ row }) => row));
    made.tables.GC_GG.push(...tenderNotices(random, tender, sections));
  }
  return made;
}
