/** Review experts and their item classes. */
import { DUTIES, EDUCATION, ITEM_CLASSES, PINYIN, TITLES } from '../world/lists.ts';
import { LAST_DAY, midnight, officeTime } from '../forms/dates.ts';
import { makePerson, personIdentity, someAddress, type Person } from '../world/people.ts';
import { uniqueNumbers, type Random } from '../forms/random.ts';
import { bearing, makeRow, type Row } from '../types.ts';

function maybe(random: Random, share: number, text: string): string | null {
  return random.chance(share) ? null : text;
}

/** `employer` is the name of an office or a company of this world. */
export function expertRow(random: Random, id: string, person: Person, employer: string): Row {
  const since = random.int(LAST_DAY - 3200, LAST_DAY - 40);
  return makeRow('CG_ZJ', {
    ZJID: id,
    ZJBH: `PS${id.padStart(8, '0')}`,
    XM: person.name,
    XMPY: maybe(random, 0.28, random.pick(PINYIN)),
    XB: person.sex,
    SFZH: maybe(random, 0.03, person.id),
    CSRQ: midnight(person.born),
    XL: random.pick(EDUCATION),
    ZC: maybe(random, 0.08, random.pick(TITLES)),
    GZDW: maybe(random, 0.05, employer),
    ZW: maybe(random, 0.08, random.pick(DUTIES)),
    SFZZ: random.chance(0.85) ? '1' : '0',
    SJ: maybe(random, 0.04, person.phone),
    DH: maybe(random, 0.5, `089${random.int(1, 7)}-6${random.digits(6)}`),
    DZ: maybe(random, 0.22, someAddress(random, person.division)),
    XZQHDM: person.division.code,
    RKSJ: officeTime(random, since),
    ZT: random.chance(0.9) ? '1' : random.pick(['2', '9']),
    MM: '123456',
    YHKH: maybe(random, 0.43, `621${random.int(1, 9)}${random.digits(15)}`),
    XGSJ: officeTime(random, random.int(since + 1, LAST_DAY)),
  });
}

export function classRows(random: Random, id: string): Row[] {
  const classes = random.shuffle(ITEM_CLASSES).slice(0, random.int(1, 3));
  return classes.map(([code, name], index) =>
    makeRow('CG_ZJ_ZY', { ZJID: id, PMDM: code, PMMC: name, SFZP: index === 0 ? '1' : '0' }),
  );
}

export function makeExperts(
  random: Random,
  scale: number,
  employers: readonly string[],
): Record<'CG_ZJ' | 'CG_ZJ_ZY', Row[]> {
  const nextId = uniqueNumbers(random, 10_000, 9_999_999);
  const experts: Row[] = [];
  const classes: Row[] = [];
  for (let serial = 0; serial < Math.max(1, Math.round(100 * scale)); serial += 1) {
    const id = String(nextId());
    const person = makePerson(random, serial);
    const row = bearing(personIdentity(person.id), expertRow(random, id, person, random.pick(employers)));
    // A few experts have entered without naming a class yet.
    const own = random.chance(0.08) ? [] : classRows(random, id);
    row.leaf = own.length === 0;
    experts.push(row);
    classes.push(...own);
  }
  return { CG_ZJ: experts, CG_ZJ_ZY: classes };
}
