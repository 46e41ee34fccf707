/** Who registers with the public site: companies, offices, agencies and persons of the shared world, and a few of its own. */
import { isValidUscc } from '../forms/check-digits.ts';
import { DIVISIONS, type Division } from '../world/divisions.ts';
import { FORMER_OFFICES, personName } from '../world/names.ts';
import { bodyIdentity, makeCompany, makePerson, personIdentity, type Company, type Person } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import type { CommonWorld, SharedOffice } from '../world/shared.ts';
import { textOf, type Row } from '../types.ts';

/** Classes of the register: 0 企业法人, 1 机关, 2 事业单位, 3 自然人. */
export type BodyClass = '0' | '1' | '2' | '3';

export interface Body {
  readonly name: string;
  readonly formerName: string | null;
  readonly shortName: string | null;
  readonly kind: BodyClass;
  readonly roles: string;
  readonly industry: string;
  /** Credit code, or the ID number of a person. */
  readonly code: string | null;
  readonly orgCode: string | null;
  readonly registration: string | null;
  readonly head: string;
  readonly contact: string;
  readonly phone: string;
  readonly address: string;
  readonly division: Division;
  /** 万元 */
  readonly capital: number | null;
  /** As rows bear it. */
  readonly identity?: string | undefined;
}

const INSTITUTION = /学校?$|中学|小学|医院|中心|馆$/;
const NO_DIVISION = DIVISIONS[0] as Division;

function industryOf(name: string): string {
  if (/建筑|装饰|工程有限/.test(name)) return 'E50';
  if (/招标|咨询|测绘|管理/.test(name)) return 'M74';
  return /科技|信息/.test(name) ? 'I65' : 'F52';
}

export function companyBody(random: Random, { brand, uscc, ...company }: Company): Body {
  return {
    ...company,
    shortName: random.chance(0.3) ? brand : null,
    kind: '0',
    roles: random.pick(['03', '03', '06', '06', '03;06', '01;03']),
    industry: industryOf(company.name),
    code: uscc,
    identity: bodyIdentity(company.orgCode),
  };
}

/** Nothing of the kind is known. */
const NONE = { formerName: null, shortName: null, registration: null } as const;

/** A credit code holds the organisation code; an office may know only the latter. */
function codesOf(code: string | null): Pick<Body, 'code' | 'orgCode'> {
  if (code === null) return { code, orgCode: null };
  if (isValidUscc(code)) return { code, orgCode: code.slice(8, 17) };
  return { code: null, orgCode: code.replace('-', '') };
}

function officeBody(random: Random, { name, code, contact, phone, division, identity }: SharedOffice): Body {
  const now = Object.keys(FORMER_OFFICES).find((ending) => name.endsWith(ending));
  const former = now === undefined ? null : name.slice(0, -now.length) + (FORMER_OFFICES[now] ?? '');
  return {
    ...NONE,
    ...codesOf(code),
    name,
    formerName: random.chance(0.5) ? former : null,
    kind: INSTITUTION.test(name) ? '2' : '1',
    roles: '01;04',
    industry: 'S92',
    head: personName(random, '1'),
    contact,
    phone,
    address: `${division.place}政府大院${random.int(1, 9)}号楼`,
    division,
    capital: 0,
    identity,
  };
}

/** @param row of the procurement centre's register of agencies */
function agencyBody(row: Row): Body {
  return {
    ...NONE,
    ...codesOf(textOf(row, 'XYDM')),
    name: textOf(row, 'JGMC'),
    kind: '0',
    roles: '02;05',
    industry: 'M74',
    head: textOf(row, 'FDDBR'),
    contact: textOf(row, 'LXR'),
    phone: textOf(row, 'LXDH'),
    address: textOf(row, 'DZ'),
    division: NO_DIVISION,
    capital: Number(textOf(row, 'ZCZB')) / 10_000,
    identity: row.identity,
  };
}

type Individual = Pick<Person, 'name' | 'id' | 'phone' | 'address' | 'division'>;

function personBody({ name, id, ...rest }: Individual): Body {
  const known = { name, head: name, contact: name, code: id, identity: personIdentity(id), ...rest };
  return { ...NONE, ...known, kind: '3', roles: '06', industry: '', orgCode: null, capital: null };
}

/** @param row of the procurement centre's register of suppliers */
function knownPerson(row: Row): Individual {
  return {
    name: textOf(row, 'MC'),
    id: textOf(row, 'XYDM'),
    phone: textOf(row, 'LXDH'),
    address: textOf(row, 'DZ'),
    division: DIVISIONS.find(({ code }) => code === textOf(row, 'XZQHDM')) ?? NO_DIVISION,
  };
}

function branchOf(random: Random, parent: Company): Body {
  const own = companyBody(random, makeCompany(random, false));
  return { ...own, ...NONE, name: `${parent.name}${random.pick(DIVISIONS).name}分公司`, capital: 0 };
}

export interface Registrants extends Pick<CommonWorld, 'companies' | 'offices'> {
  /** Of the procurement centre, before anything is damaged in them. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

export function makeBodies(random: Random, scale: number, { companies, offices, tables }: Registrants): Body[] {
  const times = (count: number): number[] =>
    Array.from({ length: Math.max(1, Math.round(count)) }, (_, index) => index);
  const strangers = times(26 * scale).map(() => makeCompany(random, random.chance(0.15)));
  const persons = (tables['CG_GYS'] ?? []).filter((row) => row.cells['GYSLX'] === '2').map(knownPerson);
  const newcomers = times(2 * scale).map((index) => makePerson(random, 900 + index));
  return [
    ...[...companies, ...strangers].map((company) => companyBody(random, company)),
    ...offices.map((office) => officeBody(random, office)),
    ...(tables['CG_DLJG'] ?? []).map(agencyBody),
    ...[...persons, ...newcomers].map(personBody),
    ...companies.filter(() => random.chance(0.04)).map((company) => branchOf(random, company)),
  ];
}
