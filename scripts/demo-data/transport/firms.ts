/** Registrations of bidders, one per season, and the yearly credit ratings. */
import { LAST_DAY, dayOf, isoDay } from '../forms/dates.ts';
import { mention } from '../procurement/parties.ts';
import { bodyIdentity, type Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { mysqlTime, nothing } from './works.ts';
import { bearing, makeRow, type Row } from '../types.ts';

/** A company and the keys under which it registered. */
export interface Firm {
  readonly company: Company;
  readonly ids: readonly string[];
  readonly manager: string;
}

const LEVELS = [
  '公路工程施工总承包叁级',
  '公路工程施工总承包贰级',
  '公路路面工程专业承包贰级',
  '桥梁工程专业承包叁级',
  '公路工程监理乙级',
];

/** The seat is written in full or in short, season by season. */
export function spell(random: Random, company: Company): string {
  const name = mention(random, company);
  return random.chance(0.04) ? name.replace(/^西藏(?!自治区)/, '西藏自治区') : name;
}

function registration(random: Random, company: Company, id: string): Row {
  const code = random.pick([company.uscc, company.uscc, company.registration, '']);
  return makeRow('jt_tbr', {
    TBR_ID: id,
    TBR_MC: spell(random, company),
    TBR_DM: code === '' ? nothing(random) : code,
    FDDBR: company.head,
    LXR: company.contact,
    LXDH: random.chance(0.06) ? nothing(random) : company.phone,
    DZ: company.address,
    ZCZJ: String(company.capital),
    ZZDJ: random.chance(0.24) ? nothing(random) : random.pick(LEVELS),
    PASSWORD: Array.from({ length: 4 }, () => random.int(0, 0xffffffff).toString(16).padStart(8, '0')).join(''),
    INSERT_TIME: mysqlTime(random, random.int(LAST_DAY - 2900, LAST_DAY - 150)),
    DELETE_FLAG: random.pick(['0', '0', 'N']),
  });
}

function rating(random: Random, company: Company, id: string, year: number): Row {
  const score = random.int(520, 985);
  const [grade] = (
    [
      ['AA', 950],
      ['A', 900],
      ['B', 800],
      ['C', 600],
      ['D', 0],
    ] as const
  ).find(([, least]) => score >= least) ?? ['D'];
  const code = random.pick([company.uscc, company.uscc, company.uscc, company.orgCode, '']);
  return makeRow('jt_xypj', {
    PJ_ID: id,
    QY_MC: mention(random, company),
    QY_DM: code === '' ? nothing(random) : code,
    PJ_ND: random.chance(0.3) ? `${year}年度` : String(year),
    PJ_DJ: grade,
    PJ_DF: (score / 10).toFixed(1),
    FBRQ: isoDay(dayOf(year + 1, 5, random.int(8, 28))),
  });
}

interface FirmTables {
  readonly firms: readonly Firm[];
  readonly registrations: Row[];
  readonly ratings: Row[];
}

/** @param nextId keys for both tables, as text */
export function makeFirms(random: Random, companies: readonly Company[], nextId: () => string): FirmTables {
  const registrations: Row[] = [];
  const ratings: Row[] = [];
  const firms = companies.map((company) => {
    const ids = Array.from({ length: random.pick([1, 1, 2, 2, 3]) }, () => nextId());
    const identity = bodyIdentity(company.orgCode);
    registrations.push(...ids.map((id) => bearing(identity, registration(random, company, id))));
    if (random.chance(0.6)) {
      for (const year of [2017, 2018, 2019].slice(random.int(0, 2))) {
        ratings.push(bearing(identity, rating(random, company, nextId(), year)));
      }
    }
    return { company, ids, manager: company.contact };
  });
  return { firms, registrations, ratings };
}
