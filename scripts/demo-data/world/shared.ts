/**
 * Whom and what several centres of the invented world know: companies, offices, experts, construction works. The same
 * seed and scale give every centre the same ones, before anything of theirs is damaged.
 */
import { LAST_DAY, isoDay } from '../forms/dates.ts';
import { DIVISIONS, type Division } from './divisions.ts';
import type { Company } from './people.ts';
import { createRandom, type Random } from '../forms/random.ts';
import { textOf, type Row } from '../types.ts';
import { layFoundations } from './world.ts';

export interface SharedOffice {
  readonly name: string;
  readonly formerName: string | null;
  /** Credit code or organisation code; null where nobody wrote it down. */
  readonly code: string | null;
  readonly contact: string;
  readonly phone: string;
  readonly division: Division;
  /** As rows bear it. */
  readonly identity?: string | undefined;
}

export interface SharedExpert {
  readonly name: string;
  /** 1 男, 2 女 */
  readonly sex: string;
  readonly id: string | null;
  /** yyyy-MM-dd */
  readonly born: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly employer: string | null;
  /** As rows bear it. */
  readonly identity?: string | undefined;
}

/** One undertaking (交易事项), as approval, tender and notices of several centres name it. */
export interface SharedWork {
  readonly name: string;
  readonly investmentCode: string;
  readonly owner: SharedOffice;
  readonly division: Division;
  /** Whole yuan. */
  readonly total: number;
  /** Day of approval. */
  readonly start: number;
}

export interface CommonWorld {
  readonly companies: readonly Company[];
  readonly offices: readonly SharedOffice[];
  /** Names of tender and purchase agencies. */
  readonly agencies: readonly string[];
  readonly experts: readonly SharedExpert[];
  readonly works: readonly SharedWork[];
}

const PLACES = '德庆 扎囊 曲水 康玛 洛热 嘎东 仲萨 帕羊 那木 色普 加措 雪堆 江热 达那 卡惹 班仓'.split(' ');
const SUBJECTS = [
  '乡村道路硬化工程',
  '小学教学综合楼建设项目',
  '卫生院改扩建工程',
  '给排水管网改造工程',
  '易地搬迁安置房建设项目',
  '垃圾转运站建设项目',
  '防洪堤加固工程',
  '农田灌溉渠系工程',
  '周转房维修改造项目',
  '文化活动广场建设项目',
  '污水处理站建设工程',
  '供暖工程',
];

function officeOf(row: Row): SharedOffice {
  const code = textOf(row, 'XZQHDM');
  return {
    name: textOf(row, 'DWMC'),
    formerName: null,
    code: textOf(row, 'XYDM') || null,
    contact: textOf(row, 'LXR'),
    phone: textOf(row, 'LXDH'),
    identity: row.identity,
    division: DIVISIONS.find((division) => division.code === code) ?? (DIVISIONS[0] as Division),
  };
}

function expertOf(row: Row): SharedExpert {
  return {
    name: textOf(row, 'XM'),
    sex: textOf(row, 'XB'),
    id: textOf(row, 'SFZH') || null,
    born: textOf(row, 'CSRQ').slice(0, 10),
    phone: textOf(row, 'SJ') || null,
    address: textOf(row, 'DZ') || null,
    employer: textOf(row, 'GZDW') || null,
    identity: row.identity,
  };
}

function makeWork(random: Random, offices: readonly SharedOffice[]): SharedWork {
  const owner = random.pick(offices);
  const { division } = owner;
  const start = random.int(LAST_DAY - 1500, LAST_DAY - 160);
  const place = `${division.name}${random.pick(PLACES)}${random.pick(['乡', '镇', '村'])}`;
  const phase = random.chance(0.15) ? random.pick(['（一期）', '二期']) : '';
  const year = isoDay(start).slice(0, 4);
  return {
    name: `${place}${random.pick(SUBJECTS)}${phase}`,
    investmentCode: `${year}-${division.code}-${random.int(47, 83)}-0${random.int(1, 3)}-${random.digits(6)}`,
    owner,
    division,
    total: random.int(600, 9000) * 10_000 + random.int(0, 9999),
    start,
  };
}

/** @param options of the whole world; the number of works is 24 at scale 1. */
export function commonWorld(options: { readonly seed: number; readonly scale: number }): CommonWorld {
  const { companies, tables } = layFoundations(options);
  const offices = (tables['CG_CGR'] ?? []).map(officeOf);
  const random = createRandom(options.seed).fork('works');
  const works = Array.from({ length: Math.max(3, Math.round(24 * options.scale)) }, () => makeWork(random, offices));
  const agencies = (tables['CG_DLJG'] ?? []).map((row) => textOf(row, 'JGMC'));
  return { companies, offices, agencies, experts: (tables['CG_ZJ'] ?? []).map(expertOf), works };
}
