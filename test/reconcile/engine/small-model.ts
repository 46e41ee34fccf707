/** A small model with every kind of column, and people to try it on. */
import { LIST_SEPARATOR, all, apart, edits, equal, memberOf, missing } from '../../../reconcile/model/condition.ts';
import type { EntityModel } from '../../../reconcile/model/model.ts';
import type { StandardBatch } from '../../../reconcile/contract.ts';

const words = (text: string) => ({ zh: text, en: text });

export const SMALL_MODEL: EntityModel = {
  entity: 'expert',
  version: 3,
  columns: { name: 'text', forms: 'list', code: 'text', birth: 'date', year: 'number', phone: 'text' },
  blocking: [
    { name: 'code', key: ['code'] },
    { name: 'forms', key: [], items: 'forms' },
    { name: 'phone', key: ['phone'], where: all(equal('year')) },
  ],
  comparisons: [
    {
      name: 'name',
      label: words('name'),
      shows: ['name'],
      missing: missing('name'),
      levels: [
        { name: 'equal', label: words('equal'), when: equal('name'), m: 0.8, u: 0.01, frequency: 'name' },
        { name: 'form', label: words('form of'), when: memberOf('name', 'forms'), m: 0.1, u: 0.01, frequency: 'name' },
        { name: 'else', label: words('else'), m: 0.1, u: 0.98 },
      ],
    },
    {
      name: 'code',
      label: words('code'),
      shows: ['code'],
      missing: missing('code'),
      levels: [
        { name: 'equal', label: words('equal'), when: equal('code'), m: 0.95, u: 0.0001, fixed: true },
        { name: 'slip', label: words('slip'), when: edits('code', 1), m: 0.04, u: 0.0001 },
        { name: 'else', label: words('else'), m: 0.01, u: 0.9998, conflict: true },
      ],
    },
    {
      name: 'year',
      label: words('year'),
      shows: ['year', 'birth'],
      missing: missing('year'),
      levels: [
        { name: 'near', label: words('near'), when: apart('year', 1), m: 0.9, u: 0.05 },
        { name: 'else', label: words('else'), m: 0.1, u: 0.95 },
      ],
    },
  ],
  prior: 0.001,
  bands: { merge: 8, review: 0 },
  training: {
    on: [{ name: 'code', key: ['code'] }],
    certain: [{ name: 'code and name', key: ['code', 'name'] }],
    certainRecall: 0.8,
  },
};

export type Person = readonly (string | null)[];

export const forms = (...names: string[]): string => names.join(LIST_SEPARATOR);

/** Rows to columns. */
export function batchOf(people: readonly Person[]): StandardBatch {
  return {
    columns: Object.keys(SMALL_MODEL.columns).map((_, column) => people.map((person) => person[column] ?? null)),
  };
}

/** People with copies that slip now and then; the same for the same count. Truth is the index before the copies. */
export function makePeople(count: number): { people: Person[]; truth: Int32Array } {
  const people: Person[] = [];
  const truth: number[] = [];
  for (let person = 0; person < count; person += 1) {
    const name = `${'次旺扎洛单丹索格'[person % 8]!}${'仁堆西桑增珠朗央'[(person * 5) % 8]!}${'甲乙丙丁'[person % 4]!}`;
    const code = String(100_000 + person * 37);
    const year = String(1950 + (person % 45));
    people.push([name, forms(name), code, `${year}-03-01`, year, `139${person}`]);
    truth.push(person);
    if (person % 3 !== 0) continue;
    const slip = person % 2 === 0 ? `${code.slice(0, -1)}x` : code;
    people.push([person % 9 === 0 ? null : name, forms(name), slip, null, year, `139${person}`]);
    truth.push(person);
  }
  return { people, truth: Int32Array.from(truth) };
}
