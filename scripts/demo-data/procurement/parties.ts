/** Purchasers, agencies and suppliers of the procurement centre. */
import { BANKS } from '../world/lists.ts';
import { LAST_DAY, midnight, officeTime } from '../forms/dates.ts';
import { decimal2, money } from '../forms/money.ts';
import {
  bodyIdentity,
  hyphenated,
  makeCompany,
  makeOffice,
  makePerson,
  personIdentity,
  type Company,
} from '../world/people.ts';
import { uniqueNumbers, type Random } from '../forms/random.ts';
import { bearing, makeRow, type Row } from '../types.ts';

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly row: Row;
}

export interface Parties {
  readonly purchasers: readonly Party[];
  readonly agencies: readonly Party[];
  readonly suppliers: readonly Party[];
}

/** The name as it is copied into another record, now and then with a note of the former one. */
export function mention(random: Random, { name, formerName }: Pick<Party, 'name' | 'formerName'>): string {
  if (formerName === null || random.chance(0.5)) return name;
  return name + random.pick([`（曾用名：${formerName}）`, `（原${formerName}）`]);
}

const times = (count: number): number[] => Array.from({ length: Math.max(1, Math.round(count)) }, (_, index) => index);

function party(company: Pick<Company, 'name' | 'formerName'>, id: string, row: Row): Party {
  return { id, name: company.name, formerName: company.formerName, row };
}

/** A county has one office of a kind: another name is drawn where the first is given away. */
function ownOffice(random: Random, taken: Set<string>): Company {
  let office = makeOffice(random);
  for (let again = 0; again < 20 && taken.has(office.name); again += 1) office = makeOffice(random);
  taken.add(office.name);
  return office;
}

function purchaser(random: Random, id: string, taken: Set<string>): Party {
  const office = ownOffice(random, taken);
  const code = random.chance(0.4) ? null : random.pick([office.uscc, office.uscc, hyphenated(office.orgCode)]);
  const row = bearing(
    bodyIdentity(office.orgCode),
    makeRow('CG_CGR', {
      CGRID: id,
      DWMC: office.name,
      XYDM: code,
      YSDM: random.digits(6),
      FZR: random.chance(0.25) ? office.head : null,
      LXR: office.contact,
      LXDH: random.chance(0.06) ? '' : office.phone,
      DZ: office.address,
      XZQHDM: office.division.code,
      ZT: random.chance(0.05) ? '0' : '1',
      XGSJ: officeTime(random, random.int(LAST_DAY - 2500, LAST_DAY - 1)),
    }),
  );
  return party(office, id, row);
}

function agency(random: Random, id: string): Party {
  const company = makeCompany(random, true);
  const since = random.int(LAST_DAY - 3000, LAST_DAY - 400);
  const row = bearing(
    bodyIdentity(company.orgCode),
    makeRow('CG_DLJG', {
      DLID: id,
      JGMC: company.name,
      XYDM: random.chance(0.7) ? company.uscc : hyphenated(company.orgCode),
      FDDBR: company.head,
      LXR: company.contact,
      LXDH: company.phone,
      DZ: company.address,
      ZCZB: money(company.capital * 10_000),
      MLRQ: midnight(since),
      ZT: random.chance(0.06) ? '0' : '1',
      XGSJ: officeTime(random, random.int(since, LAST_DAY - 1)),
    }),
  );
  return party(company, id, row);
}

function account(random: Random, place: string): Record<string, string> {
  return {
    KHH: `${random.pick(BANKS)}${place}${random.pick(['分行', '支行', '城关支行'])}`,
    ZH: `62${random.digits(15)}`,
    DLM: `gys${random.digits(5)}`,
    MM: random.pick(['123456', 'a123456', `xz${random.digits(4)}`]),
  };
}

function naturalSupplier(random: Random, id: string, serial: number): Party {
  const person = makePerson(random, serial);
  const since = random.int(LAST_DAY - 2800, LAST_DAY - 30);
  const row = makeRow('CG_GYS', {
    GYSID: id,
    GYSLX: '2',
    MC: person.name,
    XYDM: person.id,
    YYZZH: null,
    FDDBR: null,
    ZCZB: null,
    DZ: person.address,
    XZQHDM: person.division.code,
    LXR: person.name,
    LXDH: person.phone,
    ...account(random, person.division.prefecture),
    IS_DEL: '0',
    ZCSJ: officeTime(random, since),
    XGSJ: officeTime(random, random.int(since + 1, LAST_DAY)),
    EXT1: null,
  });
  return { id, name: person.name, formerName: null, row: bearing(personIdentity(person.id), row) };
}

export function companySupplier(random: Random, id: string, company: Company): Party {
  const since = random.int(LAST_DAY - 2800, LAST_DAY - 30);
  const row = makeRow('CG_GYS', {
    GYSID: id,
    GYSLX: '1',
    MC: company.name,
    XYDM: random.chance(0.03)
      ? ''
      : random.pick([company.uscc, company.uscc, company.uscc, hyphenated(company.orgCode)]),
    YYZZH: random.chance(0.45) ? company.registration : null,
    FDDBR: random.chance(0.05) ? '' : company.head,
    ZCZB: random.chance(0.03) ? '0.00' : decimal2(company.capital),
    DZ: company.address,
    XZQHDM: company.division.code,
    LXR: company.contact,
    LXDH: random.chance(0.06) ? null : company.phone,
    ...account(random, company.division.prefecture),
    IS_DEL: '0',
    ZCSJ: officeTime(random, since),
    XGSJ: officeTime(random, random.int(since + 1, LAST_DAY)),
    EXT1: null,
  });
  return party(company, id, bearing(bodyIdentity(company.orgCode), row));
}

export function makeParties(random: Random, scale: number, companies: readonly Company[]): Parties {
  const nextId = uniqueNumbers(random, 10_000, 9_999_999);
  const id = (): string => String(nextId());
  const natural = times(4 * scale).map((serial) => naturalSupplier(random, id(), 500 + serial));
  const firms = companies.map((company) => companySupplier(random, id(), company));
  const taken = new Set<string>();
  return {
    purchasers: times(17 * scale).map(() => purchaser(random, id(), taken)),
    agencies: times(Math.min(9 * scale, 60)).map(() => agency(random, id())),
    suppliers: random.shuffle([...firms, ...natural]),
  };
}
