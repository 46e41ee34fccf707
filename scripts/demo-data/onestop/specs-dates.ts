/** Wrong dates of the one-stop centre. */
import { isValidId } from '../forms/check-digits.ts';
import { dayOf, isoDay } from '../forms/dates.ts';
import type { Spec } from '../dirt/plant.ts';
import { textOf } from '../types.ts';

const DATES = ['TZXM.LXRQ', 'ZBFAHZ.HZRQ', 'TSXX.TSRQ', 'ZJXX.RKRQ'];

export const DATE_SPECS: readonly Spec[] = [
  {
    kind: 'dob_mismatch',
    outcome: 'warn',
    targets: ['ZJXX.CSRQ'],
    guards: ['ZJHM', 'ZJLX'],
    rate: 0.02,
    damage: ({ text, random, row }) => {
      const cell = isoDay(dayOf(random.int(1955, 1990), random.int(1, 12), random.int(1, 28)));
      return !isValidId(textOf(row, 'ZJHM')) || cell === text ? null : { cell, expected: text };
    },
  },
  {
    kind: 'date_impossible',
    outcome: 'warn',
    targets: [...DATES, 'ZJXX.CSRQ'],
    rate: 0.006,
    damage: ({ text, random }) => ({
      cell: `${text.slice(0, 4)}-${random.pick(['02-30', '04-31', '13-05', '06-31', '11-31'])}`,
    }),
  },
  {
    kind: 'date_impossible',
    outcome: 'warn',
    targets: ['ZJXX.CJGZSJ'],
    rate: 0.004,
    damage: ({ text, random }) => ({ cell: `${text.slice(0, 4)}-${random.pick(['13', '00', '20'])}` }),
  },
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: [...DATES, 'ZJXX.CJGZSJ'],
    rate: 0.006,
    damage: ({ random, field }) => {
      const cell = random.pick(['1900-01-01', '9999-12-31', '0000-00-00']);
      return { cell: field === 'CJGZSJ' ? cell.slice(0, 7) : cell };
    },
  },
];
