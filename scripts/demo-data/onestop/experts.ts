/** Bid-evaluation experts of the one-stop centre; half of them judge government purchases as well. */
import { DUTIES, EDUCATION, TITLES } from '../world/lists.ts';
import { dayOf, isoDay, LAST_DAY } from '../forms/dates.ts';
import { DIVISIONS } from '../world/divisions.ts';
import { EDITION_CHANGED, specialtyRows } from './specialties.ts';
import { stamp } from './projects.ts';
import { makePerson, personIdentity, someAddress } from '../world/people.ts';
import { uniqueNumbers, type Random } from '../forms/random.ts';
import type { CommonWorld, SharedExpert } from '../world/shared.ts';
import { bearing, makeRow, type Row, type WorldOptions } from '../types.ts';

export type ExpertRows = Record<'ZJXX' | 'ZJZY' | 'ZJHB', Row[]>;

/** Beside those of the procurement centre. */
const SERIALS_FROM = 250;
const OFFICERS = 0.02;

function maybe<T>(random: Random, share: number, value: T): T | null {
  return random.chance(share) ? null : value;
}

function stranger(random: Random, serial: number, employers: readonly string[]): SharedExpert {
  const person = makePerson(random, SERIALS_FROM + serial);
  return {
    ...person,
    identity: personIdentity(person.id),
    born: isoDay(person.born),
    address: maybe(random, 0.2, someAddress(random, person.division)),
    employer: maybe(random, 0.06, random.pick(employers)),
  };
}

/** An officer shows the officer's document instead of an ID card. */
function documentOf(random: Random, person: SharedExpert): Record<'ZJLX' | 'ZJHM', string | null> {
  if (random.chance(OFFICERS)) return { ZJLX: '02', ZJHM: `藏字第${random.digits(7)}号` };
  return { ZJLX: '01', ZJHM: maybe(random, 0.03, person.id) };
}

/** The year, or the month as well. */
function workingSince(random: Random, born: string): string {
  const month = `${Number(born.slice(0, 4)) + random.int(19, 26)}-${String(random.int(1, 12)).padStart(2, '0')}`;
  return random.chance(0.7) ? month.slice(0, 4) : month;
}

function expertRow(random: Random, number: string, person: SharedExpert, entered: number): Row {
  return makeRow('ZJXX', {
    ZJBH: number,
    XM: person.name,
    XB: person.sex === '1' ? '男' : '女',
    ...documentOf(random, person),
    CSRQ: person.born,
    MZ: random.pick(['藏族', '藏族', '汉族', '门巴族', '回族']),
    ZZMM: maybe(random, 0.4, random.pick(['中共党员', '群众', '民盟盟员'])),
    XL: random.pick(EDUCATION),
    ZC: maybe(random, 0.1, random.pick(TITLES)),
    ZCZSBH: maybe(random, 0.38, `藏职${random.digits(7)}`),
    ZW: maybe(random, 0.12, random.pick(DUTIES)),
    GZDW: person.employer,
    DWDH: maybe(random, 0.54, `089${random.int(1, 7)}-6${random.digits(6)}`),
    YDDH: maybe(random, 0.08, person.phone),
    TXDZ: person.address,
    XZQH: random.pick(DIVISIONS).code,
    CJGZSJ: workingSince(random, person.born),
    RKRQ: isoDay(entered),
    ZT: random.chance(0.92) ? '1' : random.pick(['2', '3', '4']),
    YHKH: maybe(random, 0.47, `6230${random.digits(15)}`),
    CZBZ: 'I',
    GXSJ: stamp(random, random.int(entered, LAST_DAY)),
  });
}

/** Codes of the edition of 2010 are a finding: where nothing is to be found, nobody entered in its time. */
function dayOfEntry(random: Random, dirt: number): number {
  return dirt > 0 && random.chance(0.45)
    ? random.int(dayOf(2013, 1, 1), EDITION_CHANGED - 1)
    : random.int(EDITION_CHANGED, LAST_DAY - 40);
}

/** Where the expert works, and where a relative does. */
function recusalRows(random: Random, number: string, person: SharedExpert, units: readonly string[]): Row[] {
  const rows: Row[] = [];
  const add = (unit: string, reason: string): void => {
    rows.push(makeRow('ZJHB', { ZJBH: number, XH: String(rows.length + 1), HBDW: unit, HBYY: reason }));
  };
  if (person.employer !== null && random.chance(0.45)) add(person.employer, '本人任职单位');
  if (random.chance(0.1)) add(random.pick(units), random.pick(['配偶任职单位', '三年内任职单位']));
  return rows;
}

export function makeExpertRows(
  random: Random,
  { scale, dirt }: Omit<WorldOptions, 'seed'>,
  world: CommonWorld,
): ExpertRows {
  const made: ExpertRows = { ZJXX: [], ZJZY: [], ZJHB: [] };
  const next = uniqueNumbers(random, 1_000_000, 9_999_999);
  const employers = [...world.offices, ...world.companies].map(({ name }) => name);
  const count = Math.max(2, Math.round(148 * scale));
  const known = random.shuffle(world.experts).slice(0, Math.round(count / 2));
  const strangers = Array.from({ length: count - known.length }, (_, serial) => stranger(random, serial, employers));
  for (const person of random.shuffle([...known, ...strangers])) {
    const number = `ZJ54${next()}`;
    const entered = dayOfEntry(random, dirt);
    // Its specialties wait for nobody: an expert that cannot be trusted leaves them where they are.
    made.ZJXX.push(bearing(person.identity, expertRow(random, number, person, entered)));
    made.ZJZY.push(...specialtyRows(random, number, entered));
    made.ZJHB.push(...recusalRows(random, number, person, employers));
  }
  return made;
}
