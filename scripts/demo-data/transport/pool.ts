/** Who takes part in road tenders: companies and experts other centres know, and some that only this centre does. */
import { TITLES } from '../world/lists.ts';
import { DIVISIONS } from '../world/divisions.ts';
import { makeCompany, makePerson, personIdentity, type Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import type { CommonWorld } from '../world/shared.ts';

/** A person as an evaluation row may show them. */
export interface RoadExpert {
  readonly name: string;
  readonly id: string | null;
  readonly phone: string | null;
  readonly employer: string | null;
  readonly title: string;
  /** As rows bear it. */
  readonly identity?: string | undefined;
}

const BUILDS = /建筑|工程|测绘|装饰/;
const ROAD_TRADES = ['公路工程', '路桥建设', '市政路桥', '交通工程', '隧道工程', '公路养护'];
const EMPLOYERS = ['自治区公路勘察设计院', '自治区公路科学研究所', '西藏大学', '拉萨市公路管理中心'];

/** A company that only builds roads, under a name that says so. */
function roadCompany(random: Random): Company {
  const company = makeCompany(random, false);
  const name = `西藏${company.brand}${random.pick(ROAD_TRADES)}${random.pick(['有限公司', '有限责任公司'])}`;
  const formerName = random.chance(0.12) ? `拉萨市${company.brand}筑路有限公司` : null;
  return { ...company, name, formerName };
}

/** A branch has a code of its own and the name of the legal person in its name. */
function branchOf(random: Random, company: Company): Company {
  const seat = random.pick(['林芝', '那曲', '日喀则', '昌都']);
  return { ...makeCompany(random, false), name: `${company.name}${seat}分公司`, formerName: null };
}

export function roadFirms(random: Random, count: number, { companies }: CommonWorld): Company[] {
  const builders = companies.filter(({ name }) => BUILDS.test(name));
  const firms = random.shuffle(builders).slice(0, Math.ceil(count * 0.4));
  while (firms.length < count) {
    const parent = firms.at(-1);
    const branch = parent !== undefined && random.chance(0.08) && !parent.name.endsWith('分公司');
    firms.push(branch ? branchOf(random, parent) : roadCompany(random));
  }
  return firms;
}

/** Most sit in the procurement centre's pool too; the same people come again and again. */
export function roadExperts(random: Random, count: number, { experts }: CommonWorld): RoadExpert[] {
  const shared = random.shuffle(experts).slice(0, Math.ceil(count * 0.7));
  const known = shared.map((person) => ({ ...person, title: random.pick(TITLES) }));
  const own = Array.from({ length: count - known.length }, (_, index) => {
    const person = makePerson(random, 300 + index);
    const employer = random.chance(0.3) ? `${random.pick(DIVISIONS).name}公路养护段` : random.pick(EMPLOYERS);
    const identity = personIdentity(person.id);
    return { name: person.name, id: person.id, phone: person.phone, employer, title: random.pick(TITLES), identity };
  });
  return [...known, ...own];
}
