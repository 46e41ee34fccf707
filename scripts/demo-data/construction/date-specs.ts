/** Wrong dates of the construction centre: half of its date columns are text. */
import { isValidId } from '../forms/check-digits.ts';
import { TEXT_DATES, TIMES } from './fields.ts';
import { textDate } from './values.ts';
import { dayOf, looseDate } from '../forms/dates.ts';
import type { Spec } from '../dirt/plant.ts';
import { textOf } from '../types.ts';

export const CONSTRUCTION_DATE_SPECS: readonly Spec[] = [
  {
    kind: 'dob_mismatch',
    outcome: 'warn',
    targets: ['ZJ_JBXX.csrq'],
    guards: ['zjhm'],
    rate: 0.03,
    damage: ({ random, row }) => {
      const id = textOf(row, 'zjhm');
      if (!isValidId(id)) return null;
      const expected = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
      const other = dayOf(random.int(1993, 1999), random.int(1, 12), random.int(1, 28));
      return { cell: textDate(random, other), expected };
    },
  },
  {
    kind: 'date_impossible',
    outcome: 'warn',
    targets: TEXT_DATES,
    rate: 0.015,
    damage: ({ random }) => {
      const day = `${random.int(2012, 2019)}-${random.pick(['02-30', '04-31', '13-05', '06-31', '11-31'])}`;
      return { cell: random.pick([day, day.replaceAll('-', ''), looseDate(day, '.'), looseDate(day, '年')]) };
    },
  },
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: TEXT_DATES,
    rate: 0.01,
    damage: ({ random }) => ({ cell: random.pick(['0000-00-00', '9999-12-31', '1900-01-01', '1900/1/1']) }),
  },
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: TIMES,
    rate: 0.006,
    damage: ({ random }) => ({ cell: `${random.pick(['1900-01-01', '9999-12-31'])} 00:00:00.000` }),
  },
];
