/** 50,578 records of 5,156 historical people with injected errors. */
import * as condition from '../../reconcile/model/condition.ts';
import { all, crossEqual, edits, equal, jaroWinkler, missing, prefix } from '../../reconcile/model/condition.ts';
import type { BlockingRule, EntityModel } from '../../reconcile/model/model.ts';
import { comparison, level, otherwise, similarText } from './levels.ts';
import type { MatchBenchmark } from './benchmark.ts';

const first = (column: string, characters: number) => ({ column, characters });

/** The rules of the Splink documentation's example. */
const DOCUMENTED: readonly BlockingRule[] = [
  { name: 'beginnings of names', key: [first('firstName', 3), first('surname', 4)] },
  { name: 'surname, birth', key: ['surname', 'birth'] },
  { name: 'first name, birth', key: ['firstName', 'birth'] },
  { name: 'postcode, first name', key: ['postcode', 'firstName'] },
  { name: 'postcode, surname', key: ['postcode', 'surname'] },
  { name: 'birth, birth place', key: ['birth', 'birthPlace'] },
  { name: 'area, birth', key: [first('postcode', 3), 'birth'] },
  { name: 'area, first name', key: [first('postcode', 3), 'firstName'] },
  { name: 'area, surname', key: [first('postcode', 3), 'surname'] },
  { name: 'initials, year', key: [first('firstName', 2), first('surname', 2), first('birth', 4)] },
];

const LOOSER: readonly BlockingRule[] = [
  ...DOCUMENTED,
  { name: 'postcode', key: ['postcode'] },
  { name: 'birth', key: ['birth'] },
  { name: 'surname, birth place', key: ['surname', 'birthPlace'] },
  { name: 'full name', key: ['fullName'] },
];

function modelWith(blocking: readonly BlockingRule[]): EntityModel {
  return {
    entity: 'historical',
    version: 1,
    columns: {
      firstName: 'text',
      surname: 'text',
      bothNames: 'text',
      fullName: 'text',
      birth: 'text',
      postcode: 'text',
      birthPlace: 'text',
      occupation: 'text',
    },
    blocking,
    comparisons: [
      comparison('names', condition.any(missing('firstName'), missing('surname')), [
        { ...level('equal', equal('bothNames'), { m: 0.5, u: 0.0001 }), frequency: 'bothNames' },
        level('swapped', crossEqual('firstName', 'surname'), { m: 0.01, u: 0.0001 }),
        level('both near', all(jaroWinkler('firstName', 0.92), jaroWinkler('surname', 0.92)), { m: 0.1, u: 0.0005 }),
        { ...level('surname', equal('surname'), { m: 0.15, u: 0.002 }), frequency: 'surname' },
        { ...level('first name', equal('firstName'), { m: 0.1, u: 0.01 }), frequency: 'firstName' },
        level('surname near', jaroWinkler('surname', 0.88), { m: 0.05, u: 0.01 }),
        level('first name near', jaroWinkler('firstName', 0.88), { m: 0.02, u: 0.02 }),
        otherwise(0.05, 0.95),
      ]),
      comparison('birth', missing('birth'), [
        { ...level('equal', equal('birth'), { m: 0.6, u: 0.001 }), frequency: 'birth' },
        level('one edit', edits('birth', 1), { m: 0.2, u: 0.005 }),
        level('two edits', edits('birth', 2), { m: 0.1, u: 0.03 }),
        level('year', prefix('birth', 4), { m: 0.05, u: 0.01 }),
        otherwise(0.05, 0.95),
      ]),
      comparison('postcode', missing('postcode'), [
        { ...level('equal', equal('postcode'), { m: 0.6, u: 0.001 }), frequency: 'postcode' },
        level('sector', prefix('postcode', 6), { m: 0.1, u: 0.001 }),
        level('district', prefix('postcode', 4), { m: 0.1, u: 0.002 }),
        level('area', prefix('postcode', 2), { m: 0.1, u: 0.02 }),
        otherwise(0.1, 0.95),
      ]),
      similarText('birthPlace', [0.88]),
      similarText('occupation', []),
    ],
    prior: 0.0002,
    bands: { merge: 5, review: -10 },
    training: {
      on: [
        { name: 'names', key: ['firstName', 'surname'], hides: ['names'] },
        { name: 'birth', key: ['birth'] },
        { name: 'postcode', key: ['postcode'] },
      ],
      certain: [
        { name: 'names and birth', key: ['firstName', 'surname', 'birth'] },
        { name: 'names and postcode', key: ['firstName', 'surname', 'postcode'] },
        { name: 'birth and postcode', key: ['birth', 'postcode'] },
      ],
      certainRecall: 0.6,
    },
  };
}

const query = (file: string) => `select first_name as "firstName", surname,
  first_name || ' ' || surname as "bothNames", full_name as "fullName", dob as birth, postcode_fake as postcode,
  birth_place as "birthPlace", occupation from '${file}'`;
const truth = (file: string) => `select cluster from '${file}'`;

export const historical: readonly MatchBenchmark[] = [
  {
    name: 'historical_50k, documented blocking',
    file: 'historical_50k.parquet',
    reference: { component: 0.828, bCubed: 0.861 },
    model: modelWith(DOCUMENTED),
    records: query,
    truth,
  },
  {
    name: 'historical_50k, looser blocking',
    file: 'historical_50k.parquet',
    reference: { component: 0.835, bCubed: 0.884 },
    model: modelWith(LOOSER),
    records: query,
    truth,
  },
];
