/** Registered persons of the builders, and the centre's own pool of experts with their specialties. */
import edition2018 from '../../../schemas/codes/specialties-2018.json' with { type: 'json' };
import { EDUCATION, TITLES } from '../world/lists.ts';
import { textDate } from './values.ts';
import { LAST_DAY, isoDay, officeTime } from '../forms/dates.ts';
import { makePerson, personIdentity, somePhone, type Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import type { CommonWorld, SharedExpert } from '../world/shared.ts';
import { bearing, makeRow, type Row } from '../types.ts';

/** ID numbers given away: they are keys here, and no two persons share one. */
export type IdSource = Set<string>;

export interface Manager {
  readonly name: string;
  readonly sex: string;
  readonly id: string;
  readonly phone: string;
}

/** A company of the library, the keys it has there, and the persons registered with it. */
export interface Builder {
  readonly company: Company;
  readonly rows: readonly Row[];
  readonly keys: readonly string[];
  readonly managers: readonly Manager[];
}

const FIRST_SERIAL = 20;
const ITEM_LENGTH = 7;
export const SPECIALTIES = Object.entries(edition2018.names).filter(([code]) => code.length === ITEM_LENGTH);
const SEX = { '1': '男', '2': '女' } as const;

export function guardedPerson(random: Random, ids: IdSource): ReturnType<typeof makePerson> {
  let person = makePerson(random, random.int(FIRST_SERIAL, 499));
  while (ids.has(person.id)) person = makePerson(random, random.int(FIRST_SERIAL, 499));
  ids.add(person.id);
  return person;
}

function practitionerRow(random: Random, manager: Manager, key: string): Row {
  return makeRow('RY_ZCRY', {
    ryID: manager.id,
    xm: manager.name,
    zjlxID: '1',
    zjlx: '身份证',
    xb: manager.sex === '1' ? SEX['1'] : SEX['2'],
    qyID: key,
    zclb: random.pick(['一级建造师', '二级建造师', '二级建造师']),
    zch: `藏${random.int(1, 2)}54${random.digits(9)}`,
    zy: random.pick(['建筑工程', '市政公用工程', '水利水电工程']),
    yddh: manager.phone,
    DataState: '1',
    xgrqsj: officeTime(random, random.int(LAST_DAY - 2000, LAST_DAY - 1)),
  });
}

export function practitionerRows(random: Random, builders: readonly Builder[]): Row[] {
  return builders.flatMap(({ managers, keys, rows }) => {
    const key = random.pick(keys);
    for (const row of rows) if (row.cells['qyID'] === key) row.leaf = false;
    return managers.filter(() => random.chance(0.5)).map((manager) => practitionerRow(random, manager, key));
  });
}

function maybe<T>(random: Random, share: number, value: T): T | null {
  return random.chance(share) ? null : value;
}

/** One to four specialties in one cell, their names in the next, in the same order and with the same separator. */
function specialtyCells(random: Random): { ZYDM: string; ZYMC: string } {
  const first = random.int(0, SPECIALTIES.length - 5);
  const items = random.shuffle(SPECIALTIES.slice(first, first + 5)).slice(0, random.pick([1, 2, 2, 3, 4]));
  const separator = random.pick([';', ';', ',', '；']);
  return { ZYDM: items.map(([code]) => code).join(separator), ZYMC: items.map(([, name]) => name).join(separator) };
}

function expertRow(random: Random, id: string, expert: SharedExpert): Row {
  const since = random.int(LAST_DAY - 3200, LAST_DAY - 40);
  const entered = random.pick([isoDay(since), `${isoDay(since)} 00:00:00`, textDate(random, since)]);
  return makeRow('ZJ_JBXX', {
    ZJID: id,
    xm: expert.name,
    xb: expert.sex === '1' ? SEX['1'] : SEX['2'],
    zjhm: maybe(random, 0.06, expert.id),
    csrq: textDate(random, Date.parse(`${expert.born}T00:00:00Z`) / 86_400_000),
    mz: random.pick(['藏族', '汉族']),
    gzdw: maybe(random, 0.02, expert.employer),
    zc: maybe(random, 0.07, random.pick(TITLES)),
    xl: random.pick(EDUCATION),
    yddh: maybe(random, 0.03, expert.phone),
    dz: maybe(random, 0.2, expert.address),
    ...specialtyCells(random),
    rkrq: entered,
    zt: random.chance(0.95) ? '正常' : random.pick(['暂停', '停用']),
    DataState: '1',
    xgrqsj: officeTime(random, random.int(since + 1, LAST_DAY)),
  });
}

/** More than half of the pool sits in the procurement centre's pool too; some were entered twice. */
export function expertRows(
  random: Random,
  { scale, nextId, ids }: { scale: number; nextId: () => string; ids: IdSource },
  world: CommonWorld,
): Row[] {
  const wanted = Math.max(4, Math.round(86 * scale));
  const shared = random.shuffle(world.experts).slice(0, Math.round(wanted * 0.55));
  const own = Array.from({ length: wanted - shared.length }, (): SharedExpert => {
    const person = guardedPerson(random, ids);
    const employer = random.pick([...world.companies, ...world.offices]).name;
    return {
      ...person,
      born: isoDay(person.born),
      phone: random.chance(0.1) ? somePhone(random) : person.phone,
      employer,
      identity: personIdentity(person.id),
    };
  });
  const pool = [...shared, ...own];
  const again = pool.filter(() => random.chance(0.05));
  return random
    .shuffle([...pool, ...again])
    .map((expert) => bearing(expert.identity, expertRow(random, nextId(), expert)));
}
