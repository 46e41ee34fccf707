/** Febrl 3: 5,000 synthetic people, up to five duplicates of one original. */
import { all, crossEqual, edits, equal, missing } from '../../reconcile/model/condition.ts';
import type { EntityModel } from '../../reconcile/model/model.ts';
import { comparison, level, otherwise, similarText } from './levels.ts';
import type { MatchBenchmark } from './benchmark.ts';

const model: EntityModel = {
  entity: 'febrl3',
  version: 1,
  columns: {
    givenName: 'text',
    surname: 'text',
    streetNumber: 'text',
    address: 'text',
    suburb: 'text',
    postcode: 'text',
    birth: 'text',
    socialId: 'text',
  },
  blocking: [
    { name: 'social id', key: ['socialId'] },
    { name: 'birth', key: ['birth'] },
    { name: 'names', key: ['givenName', 'surname'] },
    { name: 'swapped names', key: ['givenName', 'postcode'] },
    { name: 'surname and postcode', key: ['surname', 'postcode'] },
    { name: 'address', key: ['address'] },
    { name: 'suburb and number', key: ['suburb', 'streetNumber'] },
  ],
  comparisons: [
    comparison('names swapped', missing('surname'), [
      level('swapped', all(crossEqual('givenName', 'surname')), { m: 0.05, u: 0.0001 }),
      otherwise(0.95, 0.9999),
    ]),
    similarText('givenName', [0.9, 0.8]),
    similarText('surname', [0.9, 0.8]),
    similarText('address', [0.9, 0.8]),
    similarText('suburb', [0.9]),
    comparison('postcode', missing('postcode'), [
      level('equal', equal('postcode'), { m: 0.9, u: 0.002 }),
      level('one edit', edits('postcode', 1), { m: 0.05, u: 0.01 }),
      otherwise(0.05, 0.98),
    ]),
    comparison('birth', missing('birth'), [
      level('equal', equal('birth'), { m: 0.9, u: 0.0001 }),
      level('one edit', edits('birth', 1), { m: 0.05, u: 0.001 }),
      level('two edits', edits('birth', 2), { m: 0.02, u: 0.01 }),
      otherwise(0.03, 0.98),
    ]),
    comparison('socialId', missing('socialId'), [
      level('equal', equal('socialId'), { m: 0.9, u: 0.0001 }),
      level('one edit', edits('socialId', 1), { m: 0.05, u: 0.001 }),
      level('two edits', edits('socialId', 2), { m: 0.02, u: 0.01 }),
      otherwise(0.03, 0.98),
    ]),
    similarText('streetNumber', []),
  ],
  prior: 0.0005,
  bands: { merge: 5, review: -20 },
  training: {
    on: [
      { name: 'birth', key: ['birth'] },
      { name: 'postcode', key: ['postcode'] },
      { name: 'social id', key: ['socialId'] },
    ],
    certain: [{ name: 'social id and birth', key: ['socialId', 'birth'] }],
    certainRecall: 0.8,
  },
};

export const febrl3: MatchBenchmark = {
  name: 'febrl3',
  file: 'febrl3.csv',
  reference: { component: 0.997, bCubed: 0.9986 },
  model,
  records: (file) => `select trim(given_name) as "givenName", trim(surname) as surname,
    trim(street_number) as "streetNumber", trim(address_1) as address, trim(suburb) as suburb,
    trim(postcode) as postcode, trim(date_of_birth) as birth, trim(soc_sec_id) as "socialId"
    from read_csv('${file}', all_varchar = true, normalize_names = true)`,
  truth: (file) =>
    `select split_part(rec_id, '-', 2) from read_csv('${file}', all_varchar = true, normalize_names = true)`,
};
