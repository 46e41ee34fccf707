/** Investment projects: those that other centres tender and purchase, and older or smaller ones that only the approval knows. */
import { LAST_DAY, isoDay } from '../forms/dates.ts';
import { DIVISIONS, type Division } from '../world/divisions.ts';
import { FORMER_OFFICES } from '../world/names.ts';
import { uniqueNumbers, type Random } from '../forms/random.ts';
import type { CommonWorld, SharedOffice } from '../world/shared.ts';

export interface Investment {
  /** 24-character code, or the internal number of a project from before the codes. */
  readonly code: string;
  readonly name: string;
  readonly owner: SharedOffice;
  readonly division: Division;
  /** Whole yuan. */
  readonly total: number;
  /** Day of approval. */
  readonly start: number;
}

const VILLAGES = '帮达 曲登 岗嘎 雄巴 洛麦 吉塘 多林 亚古 康沙 措果 门堆 旁多'.split(' ');
const SUBJECTS = [
  '通村油路工程',
  '光伏电站并网工程',
  '蔬菜温室大棚建设项目',
  '跨河钢架桥新建工程',
  '牲畜良种繁育基地项目',
  '养老服务中心建设项目',
];
const HEADQUARTERS = ['水利枢纽', '灌区', '旅游公路', '特色小镇'];
/** GB/T 4754 class by a word of the name. */
const TRADES: readonly (readonly [word: RegExp, trade: string])[] = [
  [/路|桥/, 'E481'],
  [/水|灌|堤/, 'E482'],
  [/光伏|供暖/, 'D441'],
  [/温室/, 'A014'],
  [/牲畜/, 'A031'],
  [/./, 'E470'],
];
/** Codes of the national approval platform are given since then. */
const CODES_SINCE = 2017;

/** A temporary headquarters, which has no code of its own. */
function headquarters(random: Random, division: Division): SharedOffice {
  return {
    name: `${division.name}${random.pick(VILLAGES)}${random.pick(HEADQUARTERS)}工程建设指挥部`,
    formerName: null,
    code: null,
    contact: '指挥部办公室',
    phone: `089${random.int(1, 7)}-6${random.digits(6)}`,
    division,
  };
}

function codeFor(random: Random, division: Division, start: number, serial: number): string {
  const year = isoDay(start).slice(0, 4);
  if (Number(year) < CODES_SINCE) return `藏发改〔${year}〕${String(serial).padStart(3, '0')}号`;
  return `${year}-${division.code}-${random.int(47, 83)}-0${random.int(1, 3)}-9${String(serial).padStart(5, '0')}`;
}

function invent(random: Random, offices: readonly SharedOffice[], serial: number): Investment {
  const owner = random.chance(0.3) ? headquarters(random, random.pick(DIVISIONS)) : random.pick(offices);
  const { division } = owner;
  const start = random.int(LAST_DAY - 2200, LAST_DAY - 60);
  const village = `${random.pick(VILLAGES)}${random.pick(['乡', '镇', '村'])}`;
  return {
    code: codeFor(random, division, start, serial),
    name: `${division.name}${village}${random.pick(SUBJECTS)}`,
    owner,
    division,
    total: random.int(120, 9000) * 10_000 + random.int(0, 9999),
    start,
  };
}

export function makeInvestments(random: Random, scale: number, { works, offices }: CommonWorld): Investment[] {
  const next = uniqueNumbers(random, 1, 99_999);
  const known = works.map(({ investmentCode, ...work }) => ({ ...work, code: investmentCode }));
  const own = Array.from({ length: Math.max(2, Math.round(13 * scale)) }, () => invent(random, offices, next()));
  return random.shuffle([...known, ...own]);
}

export function tradeOf(name: string): string {
  return TRADES.find(([word]) => word.test(name))?.[1] ?? '';
}

/** The name of an office from before the reform of 2018; null where it kept its name. */
export function formerNameOf(name: string): string | null {
  const office = Object.keys(FORMER_OFFICES).find((now) => name.endsWith(now));
  return office === undefined ? null : name.slice(0, -office.length) + (FORMER_OFFICES[office] ?? '');
}
