/**
 * Defects of the land and mining centre: what a PostgreSQL with typed columns still lets in. No NUL and no invalid
 * bytes, no text in an amount, no day that does not exist, no key twice.
 */
import { insertInside, stretch } from '../dirt/damage.ts';
import type { Spec } from '../dirt/plant.ts';
import { DIVISIONS, UNKNOWN_DIVISIONS } from '../world/divisions.ts';
import { BIDDERS, DAYS, DIVISION_FIELDS, LENGTHS, LONG, NUMBER, PARENTS, STRAY_CODES, TEXTS, TIMES } from './fields.ts';
import { LAND_MONEY_SPECS } from './specs-money.ts';
import { ACTIVE_CONTENT } from '../world/notices.ts';
import { codeSpecs, idSpecs } from '../dirt/specs-codes.ts';
import { phoneSpec, textSpecs } from '../dirt/specs-common.ts';

const references: readonly Spec[] = [
  {
    kind: 'orphan',
    outcome: 'quarantine',
    targets: PARENTS,
    rate: 0.015,
    damage: ({ random }) => ({ cell: `9${random.digits(8)}` }),
  },
  {
    kind: 'dangling_party',
    outcome: 'warn',
    targets: BIDDERS,
    rate: 0.02,
    damage: ({ random }) => ({ cell: `9${random.digits(8)}` }),
  },
];

const codes: readonly Spec[] = [
  {
    kind: 'division_retired',
    outcome: 'repair',
    targets: DIVISION_FIELDS,
    rate: 0.015,
    damage: ({ text, random }) => {
      const old = DIVISIONS.find((division) => division.code === text)?.retired ?? [];
      return old.length === 0 ? null : { cell: random.pick(old), expected: text };
    },
  },
  {
    kind: 'division_unknown',
    outcome: 'warn',
    targets: DIVISION_FIELDS,
    rate: 0.006,
    damage: ({ random }) => ({ cell: random.pick(UNKNOWN_DIVISIONS) }),
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: Object.keys(STRAY_CODES),
    rate: 0.004,
    damage: ({ row, field }) => ({ cell: STRAY_CODES[`${row.stream}.${field}`] ?? '' }),
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: ['td_jmr.zjlx'],
    // What the number is has to show by itself.
    guards: ['zjhm'],
    rate: 0.004,
    damage: () => ({ cell: '护照' }),
  },
];

const times: readonly Spec[] = [
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: DAYS,
    rate: 0.008,
    damage: ({ random }) => ({ cell: random.pick(['1900-01-01', '9999-12-31', 'infinity']) }),
  },
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: TIMES,
    rate: 0.004,
    damage: ({ random }) => ({ cell: random.pick(['1900-01-01 00:00:00', '9999-12-31 00:00:00']) }),
  },
];

const texts: readonly Spec[] = [
  {
    kind: 'overlong',
    outcome: 'warn',
    targets: Object.keys(LENGTHS),
    rate: 0.006,
    damage: ({ text, random, row, field }) => {
      const limit = LENGTHS[`${row.stream}.${field}`];
      return limit === undefined ? null : { cell: stretch(random, text, limit.national).slice(0, limit.column) };
    },
  },
  {
    kind: 'control_char',
    outcome: 'repair',
    targets: LONG,
    rate: 0.002,
    damage: ({ text, random }) =>
      text.includes('（')
        ? null
        : { cell: insertInside(random, text, random.pick(['\u0002', '\u0007', '\u001F'])), expected: text },
  },
  {
    kind: 'html_script',
    outcome: 'warn',
    targets: ['td_crgg.ggnr', 'kq_crgg.ggnr'],
    rate: 0.03,
    damage: ({ text, random }) => ({ cell: text.replace(/<\/div>$/, `${random.pick(ACTIVE_CONTENT)}</div>`) }),
  },
];

export const LAND_SPECS: readonly Spec[] = [
  ...references,
  ...LAND_MONEY_SPECS,
  ...codes,
  ...times,
  ...texts,
  ...idSpecs(NUMBER, NUMBER, ['zjlx']),
  ...codeSpecs(NUMBER),
  phoneSpec(['td_jmr.lxdh', 'td_crgg.lxdh']),
  ...textSpecs(TEXTS, LONG, ['td_dk.zl', 'td_jmr.dz']),
];
