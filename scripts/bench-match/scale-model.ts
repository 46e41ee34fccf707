/** The model of the generated people; `splink-run.py` says the same in Splink's words. */
import { edits, equal, missing } from '../../reconcile/model/condition.ts';
import type { BlockingRule, EntityModel } from '../../reconcile/model/model.ts';
import { comparison, level, otherwise, similarText } from './levels.ts';

const BIRTH = { column: 'birth', characters: 4 };

const blocking: readonly BlockingRule[] = [
  { name: 'code', key: ['code'] },
  { name: 'phone', key: ['phone'] },
  { name: 'names, city', key: ['family', 'given', 'city'] },
  { name: 'birth, family', key: ['birth', 'family'] },
  { name: 'birth, given', key: ['birth', 'given'] },
  { name: 'given, city, year', key: ['given', 'city', BIRTH] },
];

function mistypable(column: string) {
  return comparison(column, missing(column), [
    level('equal', equal(column), { m: 0.9, u: 0.0001 }),
    level('one edit', edits(column, 1), { m: 0.05, u: 0.001 }),
    level('two edits', edits(column, 2), { m: 0.02, u: 0.01 }),
    otherwise(0.03, 0.98),
  ]);
}

export const SCALE_MODEL: EntityModel = {
  entity: 'generated',
  version: 1,
  columns: { family: 'text', given: 'text', birth: 'text', city: 'text', phone: 'text', code: 'text' },
  blocking,
  comparisons: [
    similarText('family', [0.9, 0.8]),
    similarText('given', [0.9, 0.8]),
    mistypable('birth'),
    similarText('city', []),
    comparison('phone', missing('phone'), [
      level('equal', equal('phone'), { m: 0.7, u: 0.0001 }),
      otherwise(0.3, 0.9999),
    ]),
    mistypable('code'),
  ],
  prior: 0.000001,
  bands: { merge: 6, review: 0 },
  training: {
    on: [
      { name: 'phone', key: ['phone'] },
      { name: 'code', key: ['code'] },
    ],
    certain: [
      { name: 'code', key: ['code'] },
      { name: 'names, birth', key: ['family', 'given', 'birth'] },
      { name: 'phone, family', key: ['phone', 'family'] },
    ],
    certainRecall: 0.8,
  },
};

export const recordsOf = (file: string): string =>
  `select family, given, birth, city, phone, code from '${file}' order by record`;
