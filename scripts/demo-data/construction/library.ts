/** The enterprise library: builders and agencies, many of them entered twice, with their papers and their people. */
import { BANKS } from '../world/lists.ts';
import { guardedPerson, type Builder, type IdSource } from './people.ts';
import { textDate } from './values.ts';
import { LAST_DAY, midnight, officeTime } from '../forms/dates.ts';
import { bodyIdentity, hyphenated, makeCompany, somePhone, type Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { bearing, makeRow, textOf, type Row } from '../types.ts';

const TRADES = '建筑工程 市政建设 水利水电工程 建筑安装 钢结构工程 园林绿化 消防工程 装饰装修'.split(' ');
const FORMS = ['有限公司', '有限公司', '有限责任公司', '集团有限公司'];
const BUILDS = /建筑|装饰|消防|环保工程|测绘/;
const KINDS = ['建筑工程', '市政公用工程', '水利水电工程', '公路工程', '钢结构工程', '装饰装修工程'];
const LEVELS = ['特级', '一级', '二级', '三级'];
const ORIGINS = ['导入', '手工', '省厅系统'];
const OPERATORS = ['admin', 'zhaxi', 'chenl', 'dolma'];
const YEARS = ['2018', '2019', '2020'];

/** A builder only this centre knows. */
function localBuilder(random: Random): Company {
  const company = makeCompany(random, false);
  const place = random.pick(['西藏', '西藏', company.division.prefecture.replace(/(市|地区)$/, '')]);
  return { ...company, name: place.slice(0, 4) + company.brand + random.pick(TRADES) + random.pick(FORMS) };
}

/** A branch is in the library under a code of its own. */
function branchOf(random: Random, parent: Company): Company {
  const other = makeCompany(random, false);
  return { ...other, name: `${parent.name}${other.division.name.slice(0, 2)}分公司`, formerName: null };
}

function writtenCapital(random: Random, company: Company): string | null {
  if (company.name.endsWith('分公司')) return null;
  const plain = String(company.capital);
  return random.chance(0.25) ? plain.replace(/\B(?=(\d{3})+$)/g, ',').concat('.00') : plain;
}

interface Entry {
  readonly key: string;
  readonly headId: string;
  readonly founded: number;
}

function enterpriseRow(random: Random, company: Company, { key, headId, founded }: Entry): Row {
  const { division } = company;
  const inTibet = division.code.startsWith('54');
  const row = makeRow('QY_JBXX', {
    qyID: key,
    qymc: company.name,
    zzjgdm: random.chance(0.12) ? null : key,
    yyzzzch: random.chance(0.4) ? company.registration : null,
    fddbr: company.head,
    fddbr_ryid: random.chance(0.53) ? null : headId,
    zczb: writtenCapital(random, company),
    clrq: midnight(founded),
    ProvinceID: `${division.code.slice(0, 2)}0000`,
    County: inTibet ? division.name : null,
    xxdz: company.address,
    lxr: company.contact,
    lxdh: random.chance(0.07) ? null : random.chance(0.8) ? company.phone : somePhone(random),
    khyh: `${random.pick(BANKS)}${division.prefecture}分行`,
    yhzh: random.chance(0.52) ? null : `62${random.digits(15)}`,
    DataState: random.pick(['1', '1', '0']),
    tag: random.pick(ORIGINS),
    xgr: random.pick(OPERATORS),
    xgrqsj: officeTime(random, random.int(Math.max(founded, LAST_DAY - 2500), LAST_DAY - 1)),
  });
  return bearing(bodyIdentity(company.orgCode), row);
}

/** Old records have the organisation code for a key, new ones the credit code; a few companies were entered anew. */
function keysOf(random: Random, { orgCode, uscc }: Company): string[] {
  if (orgCode.startsWith('MA')) return [uscc];
  const old = random.chance(0.4) ? hyphenated(orgCode) : orgCode;
  const roll = random.next();
  return roll < 0.4 ? [old, uscc] : roll < 0.75 ? [uscc] : [old];
}

function enter(random: Random, company: Company, ids: IdSource): Builder {
  const founded = random.int(LAST_DAY - 7600, LAST_DAY - 1100);
  const headId = guardedPerson(random, ids).id;
  const keys = keysOf(random, company);
  const rows = keys.map((key) => enterpriseRow(random, company, { key, headId, founded }));
  const managers = Array.from({ length: random.int(1, 3) }, () => guardedPerson(random, ids));
  return { company, rows, keys, managers };
}

function qualificationRow(random: Random, key: string, id: string): Row {
  const level = random.pick([1, 2, 2, 3, 3]);
  return makeRow('QY_ZZ', {
    ZZID: id,
    qyID: key,
    ZZXL: random.pick(['施工总承包', '专业承包']),
    ZZLX: random.pick(KINDS),
    // The text was edited later: the code stayed behind.
    ZZDJID: String(random.chance(0.04) ? (level % 3) + 1 : level),
    ZZDJ: LEVELS[level] ?? '',
    ZSBH: `D254${random.digits(6)}`,
    YXQZ: random.chance(0.03) ? '长期' : textDate(random, random.int(LAST_DAY - 200, LAST_DAY + 1500)),
    DataState: '1',
    xgrqsj: officeTime(random, random.int(LAST_DAY - 2000, LAST_DAY - 1)),
  });
}

function scoreRow(random: Random, key: string, { id, year }: { id: string; year: string }): Row {
  const score = random.int(5500, 9800) / 100;
  const grade = score >= 90 ? 'A' : score >= 80 ? 'B' : score >= 70 ? 'C' : 'D';
  const cells = { PFID: id, qyID: key, ND: year, DF: score.toFixed(2), DJ: grade };
  return makeRow('XY_PF', { ...cells, xgrqsj: `${year}-12-20 11:${random.int(10, 59)}:00.000` });
}

export type LibraryTables = Record<'QY_JBXX' | 'QY_ZZ' | 'XY_PF', Row[]>;

/** Qualifications and scores of companies that trade; every fifth record of the library has none. */
export function paperRows(random: Random, builders: readonly Builder[], nextId: () => string): LibraryTables {
  const tables: LibraryTables = { QY_JBXX: builders.flatMap(({ rows }) => rows), QY_ZZ: [], XY_PF: [] };
  for (const row of tables.QY_JBXX) {
    const key = textOf(row, 'qyID');
    if (random.chance(0.2)) continue;
    row.leaf = false;
    for (let held = random.int(1, 2); held > 0; held -= 1) tables.QY_ZZ.push(qualificationRow(random, key, nextId()));
    const years = YEARS.filter(() => random.chance(0.4));
    tables.XY_PF.push(...years.map((year) => scoreRow(random, key, { id: nextId(), year })));
  }
  return tables;
}

/** About 54 companies at scale 1: those the other centres know, local ones, agencies and branches. */
export function enterBuilders(random: Random, scale: number, known: readonly Company[], ids: IdSource): Builder[] {
  const count = (share: number): number => Math.max(2, Math.round(share * scale));
  const shared = random.shuffle(known.filter(({ name }) => BUILDS.test(name))).slice(0, count(14));
  const local = Array.from({ length: count(40) }, () => localBuilder(random));
  const branches = local.slice(0, Math.max(1, Math.round(2 * scale))).map((parent) => branchOf(random, parent));
  return random.shuffle([...shared, ...local, ...branches]).map((company) => enter(random, company, ids));
}
