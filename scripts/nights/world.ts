/**
 * What happens in a prefecture, night after night: records come, change and go. Says nothing of how they are sent.
 * Everything follows from the seed.
 */
import { isoDay, LAST_DAY } from '../demo-data/forms/dates.ts';
import type { Random } from '../demo-data/forms/random.ts';
import { makeCompany, makeOffice, makePerson } from '../demo-data/world/people.ts';

export const KINDS = ['enterprise', 'expert', 'project', 'section', 'result'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Texts of a record by a name of our own; `parent` is the serial number of the record it belongs to, `project` that of
 * the project behind it.
 */
export type Fields = Readonly<Record<string, string>>;

export interface Change {
  readonly op: 'insert' | 'update' | 'delete';
  readonly kind: Kind;
  /** Names the record for ever; no two records of a prefecture share it. */
  readonly serial: number;
  /** Afterwards; of a deletion, before. */
  readonly fields: Fields;
}

export interface Night {
  /** 0 is the first state. */
  readonly number: number;
  /** Day the changes are of: yyyy-MM-dd. */
  readonly day: string;
  readonly changes: readonly Change[];
}

const PARENT: Partial<Readonly<Record<Kind, Kind>>> = { section: 'project', result: 'section' };
/** Records of the first state. */
const FIRST: Readonly<Record<Kind, number>> = { enterprise: 24, expert: 12, project: 12, section: 14, result: 8 };
/** Of a hundred results one has an amount below zero: it waits in quarantine. */
const NEGATIVE = 0.06;
/** Whole yuan, in ten thousands: every prefecture's unit writes it without a remainder. */
const AMOUNTS = [12, 35, 80, 150, 260, 480, 990, 2400];

export function dayOfNight(number: number): string {
  return isoDay(LAST_DAY + number);
}

interface Living {
  readonly kind: Kind;
  readonly serial: number;
  fields: Fields;
}

/** A prefecture as it stands; `next` lets a night pass. */
export class Prefecture {
  readonly #random: Random;
  readonly #kinds: readonly Kind[];
  readonly #living = new Map<number, Living>();
  #serial = 0;
  #night = 0;

  constructor(random: Random, kinds: readonly Kind[] = KINDS) {
    this.#random = random;
    this.#kinds = kinds;
  }

  /** @param deletions false: nothing is deleted tonight, so that a slip stands alone. */
  next({ deletions = true } = {}): Night {
    const number = this.#night;
    this.#night += 1;
    const changes = number === 0 ? this.#begin() : this.#pass(deletions);
    return { number, day: dayOfNight(number), changes };
  }

  /** More than half of all records of some kinds vanish: a slip of the sender, or not. @param kinds parents first. */
  massDelete(kinds: readonly Kind[] = ['enterprise']): readonly Change[] {
    return kinds.flatMap((kind) => {
      const records = this.#of(kind);
      return records.slice(0, Math.ceil(records.length * 0.7)).map((record) => this.#delete(record));
    });
  }

  /** What was deleted by a slip is there again, as it was. */
  restore(deleted: readonly Change[]): readonly Change[] {
    return deleted.map(({ kind, serial, fields }) => {
      this.#living.set(serial, { kind, serial, fields });
      return { op: 'insert', kind, serial, fields };
    });
  }

  #of(kind: Kind): Living[] {
    return [...this.#living.values()].filter((record) => record.kind === kind);
  }

  #begin(): Change[] {
    return this.#kinds.flatMap((kind) =>
      Array.from({ length: FIRST[kind] }, () => this.#insert(kind)).filter((change) => change !== null),
    );
  }

  #pass(deletions: boolean): Change[] {
    const random = this.#random;
    const changes: Change[] = [];
    for (const kind of this.#kinds) {
      const inserts = random.int(kind === 'enterprise' ? 1 : 0, 2);
      for (let count = 0; count < inserts; count += 1) {
        const change = this.#insert(kind);
        if (change) changes.push(change);
      }
      const touched = new Set(changes.map(({ serial }) => serial));
      const others = random.shuffle(this.#of(kind).filter(({ serial }) => !touched.has(serial)));
      changes.push(...others.slice(0, random.int(0, 2)).map((record) => this.#update(record)));
      const last = others.at(-1);
      if (deletions && last && others.length > 6 && random.chance(0.3) && !this.#hasChildren(last))
        changes.push(this.#delete(last));
    }
    return changes;
  }

  #hasChildren({ serial }: Living): boolean {
    return [...this.#living.values()].some(({ fields }) => fields['parent'] === String(serial));
  }

  #insert(kind: Kind): Change | null {
    const parentKind = PARENT[kind];
    const parents = parentKind ? this.#of(parentKind) : [];
    if (parentKind && parents.length === 0) return null;
    this.#serial += 1;
    const above = parentKind ? linkTo(this.#random.pick(parents)) : {};
    const record: Living = { kind, serial: this.#serial, fields: { ...this.#draw(kind), ...above } };
    this.#living.set(record.serial, record);
    return { op: 'insert', kind, serial: record.serial, fields: record.fields };
  }

  #update(record: Living): Change {
    const { kind, serial } = record;
    // The number of a project names it to others: it stays, as do the records it belongs to.
    record.fields = { ...this.#draw(kind), ...pick(record.fields, ['number', 'parent', 'project']) };
    return { op: 'update', kind, serial, fields: record.fields };
  }

  #delete({ kind, serial, fields }: Living): Change {
    this.#living.delete(serial);
    return { op: 'delete', kind, serial, fields };
  }

  #draw(kind: Kind): Fields {
    const random = this.#random;
    const amount = String(random.pick(AMOUNTS) * 10_000);
    const date = isoDay(LAST_DAY - random.int(30, 1500));
    const { name, uscc, head, phone, address, division } = makeCompany(random, false);
    if (kind === 'enterprise')
      return { name, code: uscc, head, phone, address, division: division.code, capital: amount };
    if (kind === 'expert') return this.#drawExpert();
    if (kind === 'project') {
      const office = makeOffice(random);
      const number = `ZB${date.slice(0, 4)}-${String(this.#serial + 1).padStart(5, '0')}`;
      const title = `${office.division.name}${random.pick(['道路', '学校', '供水', '卫生院'])}建设项目`;
      const about = { owner: office.name, county: office.division.name, division: office.division.code };
      return { number, name: title, category: 'A01', amount, date, ...about };
    }
    if (kind === 'section') return { name: `第${random.int(1, 9)}标段`, amount, days: String(random.int(60, 700)) };
    const negative = random.chance(NEGATIVE) ? '-' : '';
    return { winner: name, code: uscc, amount: `${negative}${amount}`, date };
  }

  #drawExpert(): Fields {
    const random = this.#random;
    const { name, sex, id, born, phone } = makePerson(random, random.int(1, 900));
    const title = random.pick(['工程师', '高级工程师']);
    const employer = makeOffice(random).name;
    return { name, idNumber: id, sex, born: isoDay(born), employer, phone, title, specialty: 'A080605' };
  }
}

function linkTo({ kind, serial, fields }: Living): Fields {
  return { parent: String(serial), project: kind === 'project' ? String(serial) : (fields['parent'] ?? '') };
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
