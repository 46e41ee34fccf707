/** Road works of the invented world: projects of the transport centre and their notices. */
import { LAST_DAY, isoDay, officeTime } from '../forms/dates.ts';
import { DIVISIONS, type Division } from '../world/divisions.ts';
import { FORMER_OFFICES } from '../world/names.ts';
import { mention } from '../procurement/parties.ts';
import type { Random } from '../forms/random.ts';
import type { CommonWorld, SharedOffice, SharedWork } from '../world/shared.ts';
import { belonging, makeRow, type Row } from '../types.ts';

type Owner = Pick<SharedOffice, 'name' | 'formerName'>;

export interface Work {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly division: Division;
  readonly owner: Owner;
  readonly agency: string | null;
  readonly investmentCode: string | null;
  /** 元 */
  readonly estimate: number;
  readonly start: number;
  readonly status: string;
  readonly lots: number;
}

const KINDS: readonly (readonly [kind: string, works: readonly string[]])[] = [
  ['公路', ['通村公路硬化工程', '公路改扩建工程', '产业园区连接线工程', '公路灾毁恢复重建工程', '边境公路整治工程']],
  ['桥梁', ['大桥新建工程', '危桥加固工程', '索道桥改建工程']],
  ['养护', ['路面大修工程', '公路预防性养护工程', '安全生命防护工程']],
];
const STATUSES = ['已完成', '已完成', '已完成', '已完成', '已完成', '已完成', '已完成', '招标中', '流标', '已终止'];
const SYLLABLES = '多 扎 热 岗 隆 雄 巴 措 嘎 木 果 贡 孜 吉 堆 尼'.split(' ');
/** Works of the common world that a road centre tenders. */
const ROAD = /道路|公路|桥/;

/** An invented village or pass. */
function somePlace(random: Random): string {
  return random.pick(SYLLABLES) + random.pick(SYLLABLES) + random.pick(['村', '沟', '乡', '镇', '组']);
}

function ownerOf(random: Random, division: Division, { offices }: CommonWorld): Owner {
  if (random.chance(0.35)) return random.pick(offices);
  const [now, before] = random.pick(Object.entries(FORMER_OFFICES));
  if (random.chance(0.15)) return { name: division.name + now, formerName: division.name + before };
  return { name: `${division.name}交通运输局`, formerName: null };
}

type Undertaking = Pick<Work, 'name' | 'kind' | 'division' | 'owner' | 'investmentCode' | 'estimate' | 'start'>;

/** Approved as an investment project, so other centres know it under the same code. */
function knownWork({ name, owner, division, investmentCode, total, start }: SharedWork): Undertaking {
  return { name, owner, division, investmentCode, estimate: total, start, kind: name.includes('桥') ? '桥梁' : '公路' };
}

function someWork(random: Random, world: CommonWorld): Undertaking {
  const division = random.pick(DIVISIONS);
  const start = random.int(LAST_DAY - 1700, LAST_DAY - 140);
  const [kind, works] = random.pick(KINDS);
  const code = `${isoDay(start).slice(0, 4)}-${division.code}-54-01-${random.digits(6)}`;
  return {
    name: division.name + somePlace(random) + random.pick(works),
    kind,
    division,
    owner: ownerOf(random, division, world),
    investmentCode: random.chance(0.65) ? null : code,
    estimate: random.int(900, 22_000) * 10_000 + random.int(0, 9999),
    start,
  };
}

export function makeWorks(random: Random, count: number, nextId: () => string, world: CommonWorld): Work[] {
  const known = world.works.filter(({ name }) => ROAD.test(name)).slice(0, Math.ceil(count / 3));
  return Array.from({ length: count }, (_, index) => {
    const shared = known[index];
    const undertaking = shared === undefined ? someWork(random, world) : knownWork(shared);
    return {
      ...undertaking,
      id: nextId(),
      number: `JTZB-${isoDay(undertaking.start).slice(0, 4)}-${random.digits(4)}`,
      agency: random.chance(0.3) ? null : random.pick(world.agencies),
      status: random.pick(STATUSES),
      lots: random.pick([1, 1, 1, 2, 2, 3]),
    };
  });
}

/** Empty and NULL both occur. */
export function nothing(random: Random): string | null {
  return random.chance(0.5) ? null : '';
}

export function mysqlTime(random: Random, day: number): string {
  return officeTime(random, day).slice(0, 19);
}

export function workRow(random: Random, work: Work): Row {
  const row = makeRow('jt_xm', {
    XM_ID: work.id,
    XM_BH: work.number,
    XM_MC: work.name,
    TZXMDM: work.investmentCode ?? nothing(random),
    ZBR_MC: mention(random, work.owner),
    ZBDL_MC: work.agency ?? nothing(random),
    XMLB: work.kind,
    ZBFS: random.chance(0.85) ? '公开招标' : '邀请招标',
    SZDQ: random.chance(0.7) ? work.division.place : work.division.code,
    GSJE: String(work.estimate),
    GSJE_DW: '元',
    LXRQ: isoDay(work.start),
    ZT: work.status,
    INSERT_TIME: mysqlTime(random, work.start),
    DELETE_FLAG: random.pick(['0', '0', 'N']),
  });
  return belonging(work.investmentCode ?? work.number, row);
}

const STYLES = ['line-height:1.75', 'font-size:14pt', 'text-indent:28pt;margin:0'];
/** Nothing in here is active. */
const ORDINARY = [
  '<style>td{padding:2px}</style>',
  '<table><tr><th>标段</th><th>里程</th></tr><tr><td>一</td><td>详见图纸</td></tr></table>',
  '<p>བོད་ལྗོངས་འགྲིམ་འགྲུལ།</p>',
  '<p><img src="/upload/road/seal.jpg" alt="章"></p>',
];

function noticeRow(random: Random, work: Work, id: string, kind: string, day: number): Row {
  const title = work.name + kind;
  const style = random.pick(STYLES);
  const lines = [`项目编号：${work.number}`, `建设单位：${work.owner.name}`, `${kind}内容详见交易中心公示栏。`];
  const body = lines.map((line) => `<p style="${style}">${random.chance(0.3) ? '&nbsp;' : ''}${line}</p>`).join('');
  const extra = random.chance(0.3) ? random.pick(ORDINARY) : '';
  return makeRow('jt_gg', {
    GG_ID: id,
    XM_ID: work.id,
    GG_BT: title,
    GG_LX: kind,
    GG_NR: `<div class="gg"><h3>${title}</h3>${body}${extra}</div>`,
    FB_SJ: isoDay(day),
  });
}

export function workNotices(random: Random, work: Work, nextId: () => string): Row[] {
  const rows = [noticeRow(random, work, nextId(), '招标公告', work.start + 20)];
  if (random.chance(0.15)) rows.push(noticeRow(random, work, nextId(), '更正公告', work.start + 27));
  if (work.status === '已完成') rows.push(noticeRow(random, work, nextId(), '中标公示', work.start + 52));
  return rows;
}
