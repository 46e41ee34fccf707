/** 1,000 simulated people with heavy damage. */
import { all, edits, equal, jaroWinkler, missing } from '../../reconcile/model/condition.ts';
import type { EntityModel } from '../../reconcile/model/model.ts';
import { comparison, level, otherwise, similarText } from './levels.ts';
import type { MatchBenchmark } from './benchmark.ts';

const model: EntityModel = {
  entity: 'fake1000',
  version: 1,
  columns: {
    firstName: 'text',
    surname: 'text',
    birth: 'text',
    city: 'text',
    email: 'text',
    mailbox: 'text',
  },
  blocking: [
    { name: 'email', key: ['email'] },
    { name: 'birth', key: ['birth'] },
    { name: 'names', key: ['firstName', 'surname'] },
    { name: 'first name and city', key: ['firstName', 'city'] },
    { name: 'surname', key: ['surname'] },
    { name: 'mailbox', key: ['mailbox'] },
  ],
  comparisons: [
    similarText('firstName', [0.9, 0.7]),
    similarText('surname', [0.9, 0.7]),
    comparison('birth', missing('birth'), [
      level('equal', equal('birth'), { m: 0.7, u: 0.001 }),
      level('one edit', edits('birth', 1), { m: 0.2, u: 0.005 }),
      level('two edits', edits('birth', 2), { m: 0.05, u: 0.03 }),
      otherwise(0.05, 0.96),
    ]),
    similarText('city', [0.9]),
    comparison('email', missing('email'), [
      { ...level('equal', equal('email'), { m: 0.7, u: 0.001 }), frequency: 'email' },
      level('mailbox', all(equal('mailbox')), { m: 0.05, u: 0.001 }),
      level('near', jaroWinkler('email', 0.88), { m: 0.15, u: 0.001 }),
      otherwise(0.1, 0.99),
    ]),
  ],
  prior: 0.004,
  bands: { merge: 5, review: -20 },
  training: {
    on: [
      { name: 'names', key: ['firstName', 'surname'] },
      { name: 'birth', key: ['birth'] },
      { name: 'email', key: ['email'], hides: ['email'] },
    ],
    certain: [
      { name: 'names and birth', key: ['firstName', 'surname', 'birth'] },
      { name: 'email', key: ['email'] },
    ],
    certainRecall: 0.6,
  },
};

export const fake1000: MatchBenchmark = {
  name: 'fake_1000',
  file: 'fake_1000.csv',
  reference: { component: 0.893, bCubed: 0.928 },
  model,
  records: (file) => `select first_name as "firstName", surname, dob as birth, city, email,
    split_part(email, '@', 1) as mailbox from read_csv('${file}', all_varchar = true)`,
  truth: (file) => `select cluster from read_csv('${file}', all_varchar = true)`,
};
