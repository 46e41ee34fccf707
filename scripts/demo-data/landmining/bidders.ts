/** The register of bidders: companies and persons of the shared world, some of them registered twice. */
import { LAST_DAY, officeTime } from '../forms/dates.ts';
import { bodyIdentity, hyphenated, makePerson, personIdentity, type Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { bearing, makeRow, textOf, type Row } from '../types.ts';

export interface Individual {
  readonly name: string;
  readonly id: string;
  readonly phone: string;
  readonly address: string;
}

/** What other centres of this world hold as well. */
export interface SharedWorld {
  readonly companies: readonly Company[];
  readonly people: readonly Individual[];
  /** Offices with a person to call. */
  readonly offices: readonly { readonly name: string; readonly contact: string; readonly phone: string }[];
}

export interface Bidder {
  readonly id: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly row: Row;
}

/** Whom the procurement centre knows, from its rows before anything was damaged. */
export function sharedWith(
  companies: readonly Company[],
  tables: Readonly<Record<string, readonly Row[]>>,
): SharedWorld {
  const persons = (tables['CG_GYS'] ?? []).filter((row) => row.cells['GYSLX'] === '2');
  return {
    companies,
    people: persons.map((row) => ({
      name: textOf(row, 'MC'),
      id: textOf(row, 'XYDM'),
      phone: textOf(row, 'LXDH'),
      address: textOf(row, 'DZ'),
    })),
    offices: (tables['CG_CGR'] ?? []).map((row) => ({
      name: textOf(row, 'DWMC'),
      contact: textOf(row, 'LXR'),
      phone: textOf(row, 'LXDH'),
    })),
  };
}

/** `timestamp` as PostgreSQL prints it where there is no fraction. */
export function clock(random: Random, day: number): string {
  return officeTime(random, day).slice(0, 19);
}

function numberOf(random: Random, company: Company): { readonly zjlx: string; readonly zjhm: string } {
  const roll = random.next();
  if (roll < 0.6) return { zjlx: '统一社会信用代码', zjhm: company.uscc };
  if (roll < 0.72) return { zjlx: '组织机构代码', zjhm: company.orgCode };
  if (roll < 0.85) return { zjlx: '组织机构代码', zjhm: hyphenated(company.orgCode) };
  if (roll < 0.9) return { zjlx: '营业执照', zjhm: company.uscc };
  return { zjlx: '营业执照', zjhm: company.registration };
}

function companyBidder(random: Random, id: string, company: Company): Bidder {
  const row = makeRow('td_jmr', {
    jmr_id: id,
    jmrlx: random.chance(0.7) ? '企业' : '公司',
    mc: company.name,
    ...numberOf(random, company),
    fddbr: random.chance(0.04) ? '' : company.head,
    lxr: company.contact,
    lxdh: random.chance(0.1) ? null : company.phone,
    dz: company.address,
    del_flag: 'f',
    updated_at: clock(random, random.int(LAST_DAY - 2600, LAST_DAY)),
  });
  const identity = bodyIdentity(company.orgCode);
  return { id, name: company.name, formerName: company.formerName, row: bearing(identity, row) };
}

function naturalBidder(random: Random, id: string, person: Individual): Bidder {
  const row = makeRow('td_jmr', {
    jmr_id: id,
    jmrlx: random.chance(0.7) ? '自然人' : '个人',
    mc: person.name,
    zjlx: '身份证',
    zjhm: person.id,
    fddbr: null,
    lxr: person.name,
    lxdh: random.chance(0.1) ? null : person.phone,
    dz: person.address,
    del_flag: 'f',
    updated_at: clock(random, random.int(LAST_DAY - 2600, LAST_DAY)),
  });
  return { id, name: person.name, formerName: null, row: bearing(personIdentity(person.id), row) };
}

/** Two thirds are companies. Every twentieth came again and was given another key. */
export function makeBidders(
  random: Random,
  nextId: () => string,
  world: SharedWorld & { readonly scale: number },
): Bidder[] {
  const { scale, companies, people } = world;
  const known = random.shuffle(companies).slice(0, Math.max(4, Math.round(16 * scale)));
  const strangers = Array.from({ length: Math.max(2, Math.round(5 * scale)) }, (_, index) =>
    makePerson(random, 700 + index),
  );
  const persons = [...random.shuffle(people).slice(0, Math.max(2, Math.round(3 * scale))), ...strangers];
  const again = <T>(items: readonly T[]): T[] => items.filter(() => random.chance(0.05));
  return random.shuffle([
    ...[...known, ...again(known)].map((company) => companyBidder(random, nextId(), company)),
    ...[...persons, ...again(persons)].map((person) => naturalBidder(random, nextId(), person)),
  ]);
}
