/** Investment projects, tender plans and complaints of the one-stop centre. */
import { FUNDS } from '../world/lists.ts';
import { isoDay, officeTime } from '../forms/dates.ts';
import { formerNameOf, tradeOf, type Investment } from './investments.ts';
import { wan } from '../forms/money.ts';
import { mention } from '../procurement/parties.ts';
import type { Company } from '../world/people.ts';
import { uniqueNumbers, type Random } from '../forms/random.ts';
import { belonging, makeRow, type Row } from '../types.ts';

export type ProjectRows = Record<'TZXM' | 'ZBFAHZ' | 'TSXX', Row[]>;

const WORK_CODES = ['KC', 'SJ', 'SG', 'JL', 'SB'];
const COMPLAINTS = [
  '招标公告规定的业绩要求与工程规模不相称。\n请予查处。',
  '评标委员会未按招标文件规定的标准评审。',
  '中标候选人的项目经理有在建工程。',
];
/** Shares of the projects. */
const COMPLAINED = 0.06;
const PLANNED = 0.78;

/** Without a fraction of a second: these packages have none. */
export function stamp(random: Random, day: number): string {
  return officeTime(random, day).slice(0, 19);
}

/** The owner as the file has it: now and then under the name from before the reform, or with a note of it. */
function ownerName(random: Random, name: string): string {
  const formerName = formerNameOf(name);
  if (formerName !== null && random.chance(0.2)) return formerName;
  return mention(random, { name, formerName });
}

function projectRow(random: Random, investment: Investment): Row {
  const { code, name, owner, division, total, start } = investment;
  const year = isoDay(start).slice(0, 4);
  const row = makeRow('TZXM', {
    XMDM: code,
    XMMC: name,
    XMLX: random.pick(['审批', '审批', '核准', '备案']),
    JSDWMC: ownerName(random, owner.name),
    JSDWDM: random.chance(0.1) ? null : owner.code,
    XZQH: division.code,
    JSDD: division.place,
    ZTZ: wan(total),
    ZJLY: random.pick(FUNDS),
    HYDM: tradeOf(name),
    LXRQ: isoDay(start),
    PFWH: `藏发改投〔${year}〕${random.int(1, 899)}号`,
    PFJG: random.chance(0.6) ? '自治区发展和改革委员会' : `${division.prefecture}发展和改革委员会`,
    LXR: owner.contact,
    LXDH: owner.phone,
    CZBZ: random.chance(0.15) ? 'U' : 'I',
    GXSJ: stamp(random, start + random.int(1, 50)),
  });
  return belonging(code, row);
}

function planRow(random: Random, { code, name, total, start }: Investment, number: string, share: number): Row {
  const approved = start + random.int(5, 40);
  const works = WORK_CODES.filter((work) => work === 'SG' || random.chance(0.4));
  const row = makeRow('ZBFAHZ', {
    HZBH: number,
    XMDM: code,
    XMMC: name,
    ZBNR: works.join(';'),
    ZBZZXS: random.chance(0.8) ? '委托招标' : '自行招标',
    ZBFS: random.chance(0.85) ? '公开招标' : '邀请招标',
    GSJE: wan(Math.round((total * share) / 100)),
    HZWH: `藏发改招核〔${isoDay(approved).slice(0, 4)}〕${random.int(1, 499)}号`,
    HZRQ: isoDay(approved),
    CZBZ: 'I',
    GXSJ: stamp(random, approved + 1),
  });
  return belonging(code, row);
}

function complaintRow(random: Random, investment: Investment, number: string, by: Company): Row {
  const filed = investment.start + random.int(60, 90);
  return makeRow('TSXX', {
    TSBH: number,
    XMDM: investment.code,
    XMMC: investment.name,
    TSR: mention(random, by),
    BTSR: investment.owner.name,
    TSNR: random.pick(COMPLAINTS),
    TSRQ: isoDay(filed),
    CLQK: null,
    CZBZ: 'I',
    GXSJ: stamp(random, filed + 20),
  });
}

/** One plan, or two that share the project between them. */
function planShares(random: Random): readonly number[] {
  if (!random.chance(PLANNED)) return [];
  return random.chance(0.06) ? [30, 65] : [random.int(55, 130)];
}

export function makeProjectRows(
  random: Random,
  investments: readonly Investment[],
  companies: readonly Company[],
): ProjectRows {
  const made: ProjectRows = { TZXM: [], ZBFAHZ: [], TSXX: [] };
  const next = uniqueNumbers(random, 10_000, 9_999_999);
  for (const [place, investment] of investments.entries()) {
    const row = projectRow(random, investment);
    const plans = planShares(random).map((share) => planRow(random, investment, `HZ${next()}`, share));
    // The first of them: no stream is ever empty.
    const complained = place === 0 || random.chance(COMPLAINED);
    const complaints = complained ? [complaintRow(random, investment, `TS${next()}`, random.pick(companies))] : [];
    row.leaf = plans.length + complaints.length === 0;
    made.TZXM.push(row);
    made.ZBFAHZ.push(...plans);
    made.TSXX.push(...complaints);
  }
  return made;
}
