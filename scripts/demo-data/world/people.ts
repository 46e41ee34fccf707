/** Persons and companies of the invented world; both centres draw from the same pool. */
import { makeOrgCode, makeUscc, withIdCheck, withRegistrationCheck } from '../forms/check-digits.ts';
import { ESTATES, MOBILE_PREFIXES, STREETS } from './lists.ts';
import { dayOf, isoDay } from '../forms/dates.ts';
import { DIVISIONS, ELSEWHERE, type Division } from './divisions.ts';
import { companyName, officeName, personName, type Sex } from './names.ts';
import type { Random } from '../forms/random.ts';

export interface Person {
  readonly name: string;
  readonly sex: Sex;
  readonly id: string;
  readonly born: number;
  readonly phone: string;
  readonly address: string;
  readonly division: Division;
}

export interface Company {
  readonly name: string;
  readonly formerName: string | null;
  readonly brand: string;
  readonly uscc: string;
  readonly orgCode: string;
  readonly registration: string;
  readonly division: Division;
  readonly address: string;
  readonly head: string;
  readonly contact: string;
  readonly phone: string;
  /** 万元 */
  readonly capital: number;
}

export function somePhone(random: Random): string {
  return random.chance(0.8)
    ? random.pick(MOBILE_PREFIXES) + random.digits(8)
    : `089${random.int(1, 7)}-6${random.digits(6)}`;
}

export function someAddress(random: Random, division: Division): string {
  const street = `${division.place}${random.pick(STREETS)}${random.int(1, 180)}号`;
  if (random.chance(0.6)) return street;
  return `${street}${random.pick(ESTATES)}${random.int(1, 20)}栋${random.int(1, 6)}单元${random.int(101, 1803)}`;
}

export function makePerson(random: Random, serial: number): Person {
  const sex: Sex = random.chance(0.62) ? '1' : '2';
  const division = random.pick(DIVISIONS);
  const born = random.int(dayOf(1952, 1, 1), dayOf(1992, 12, 31));
  // Registered where they were born, so with the code of that time.
  const first = division.retired.length > 0 && random.chance(0.6) ? random.pick(division.retired) : division.code;
  const order = String((serial * 2 + (sex === '1' ? 1 : 0)) % 1000).padStart(3, '0');
  return {
    name: personName(random, sex),
    sex,
    id: withIdCheck(first + isoDay(born).replaceAll('-', '') + order),
    born,
    phone: random.pick(MOBILE_PREFIXES) + random.digits(8),
    address: someAddress(random, division),
    division,
  };
}

export function makeCompany(random: Random, agency: boolean): Company {
  const outside = random.chance(0.12);
  const division = outside ? random.pick(ELSEWHERE) : random.pick(DIVISIONS);
  const place = outside ? division.name.slice(0, 2) : random.pick(['西藏', '西藏', division.prefecture]);
  const { brand, full } = companyName(random, place.replace(/(市|省|地区)$/, ''), agency);
  const orgCode = makeOrgCode(random, random.chance(0.4));
  return {
    name: full,
    brand,
    formerName: random.chance(0.1) ? companyName(random, '西藏', agency).full : null,
    uscc: makeUscc('91', random.chance(0.3) ? (division.retired[0] ?? division.code) : division.code, orgCode),
    orgCode,
    registration: withRegistrationCheck(`${division.code}${random.digits(8)}`),
    division,
    address: someAddress(random, division),
    head: personName(random, '1'),
    contact: personName(random, random.pick(['1', '2'])),
    phone: somePhone(random),
    capital: random.pick([50, 100, 200, 500, 1000, 2000, 5000, 10_000]),
  };
}

export function makeOffice(random: Random): Company {
  const division = random.pick(DIVISIONS);
  const { now, former } = officeName(random, division.name);
  const orgCode = makeOrgCode(random, false);
  return {
    name: former !== null && random.chance(0.35) ? former : now,
    formerName: random.chance(0.3) ? former : null,
    brand: division.name,
    uscc: makeUscc('11', division.code, orgCode),
    orgCode,
    registration: '',
    division,
    address: someAddress(random, division),
    head: personName(random, '1'),
    contact: personName(random, random.pick(['1', '2'])),
    phone: somePhone(random),
    capital: 0,
  };
}

/** What all centres' rows of one person or body share. A credit code and an organisation code name the same body. */
export const personIdentity = (id: string): string => `person ${id}`;
export const bodyIdentity = (code: string): string =>
  `body ${code.length === 18 ? code.slice(8, 17) : code.replace('-', '')}`;

/** 71247786X → 71247786-X, as org codes are written. */
export function hyphenated(orgCode: string): string {
  return `${orgCode.slice(0, 8)}-${orgCode.slice(8)}`;
}
