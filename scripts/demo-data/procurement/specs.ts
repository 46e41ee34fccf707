/** Defects of the procurement centre. */
import { isValidId } from '../forms/check-digits.ts';
import { insertInside, stretch } from '../dirt/damage.ts';
import { dayOf, isoDay, midnight } from '../forms/dates.ts';
import type { Spec } from '../dirt/plant.ts';
import { DIVISIONS, UNKNOWN_DIVISIONS } from '../world/divisions.ts';
import { ACTIVE_CONTENT } from '../world/notices.ts';
import { rawByte } from '../forms/gb18030-encode.ts';
import { COMPANY_CODES, DATES, DIVISION_FIELDS, LONG, PARENTS, PARTY_FIELDS, STRAY_CODES } from './fields.ts';
import { MONEY_SPECS } from './specs-money.ts';
import { textOf } from '../types.ts';
import { codeSpecs, idSpecs } from '../dirt/specs-codes.ts';
import { phoneSpec, textSpecs } from '../dirt/specs-common.ts';

function hidden(kind: string, pieces: readonly string[]): Spec {
  return {
    kind,
    outcome: 'repair',
    targets: LONG,
    rate: 0.0012,
    damage: ({ text, random }) =>
      text.includes('（') ? null : { cell: insertInside(random, text, random.pick(pieces)), expected: text },
  };
}

const CELL_SPECS: readonly Spec[] = [
  {
    kind: 'invalid_bytes',
    outcome: 'quarantine',
    targets: [...LONG, 'CG_ZJ.XM', 'CG_ZJ_ZY.PMMC'],
    rate: 0.0008,
    damage: ({ text }) => ({ cell: text + rawByte(0xd5) }),
  },
  {
    kind: 'orphan',
    outcome: 'quarantine',
    targets: PARENTS,
    rate: 0.004,
    damage: ({ random }) => ({ cell: `9${random.digits(8)}` }),
  },
  {
    kind: 'dangling_party',
    outcome: 'warn',
    targets: PARTY_FIELDS,
    rate: 0.012,
    damage: ({ random }) => ({ cell: `9${random.digits(8)}` }),
  },
  {
    kind: 'dob_mismatch',
    outcome: 'warn',
    targets: ['CG_ZJ.CSRQ'],
    guards: ['SFZH'],
    rate: 0.015,
    damage: ({ text, random, row }) => {
      const expected = text.slice(0, 10);
      if (!isValidId(textOf(row, 'SFZH'))) return null;
      const cell = midnight(dayOf(random.int(1955, 1990), random.int(1, 12), random.int(1, 28)));
      return cell === text ? null : { cell, expected };
    },
  },
  {
    kind: 'division_retired',
    outcome: 'repair',
    targets: DIVISION_FIELDS,
    rate: 0.01,
    damage: ({ text, random }) => {
      const old = DIVISIONS.find((division) => division.code === text)?.retired ?? [];
      return old.length === 0 ? null : { cell: random.pick(old), expected: text };
    },
  },
  {
    kind: 'division_unknown',
    outcome: 'warn',
    targets: DIVISION_FIELDS,
    rate: 0.004,
    damage: ({ random }) => ({ cell: random.pick(UNKNOWN_DIVISIONS) }),
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: Object.keys(STRAY_CODES),
    rate: 0.003,
    damage: ({ row, field }) => ({ cell: STRAY_CODES[`${row.stream}.${field}`] ?? '' }),
  },
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: DATES,
    rate: 0.004,
    damage: ({ random }) => ({ cell: `${random.chance(0.8) ? isoDay(dayOf(1900, 1, 1)) : '9999-12-31'} 00:00:00.000` }),
  },
  {
    kind: 'overlong',
    outcome: 'warn',
    targets: ['CG_GG.BT'],
    rate: 0.012,
    // National title: 200 characters; the column holds 300.
    damage: ({ text, random, row }) => (row.cells['GGLX'] === '2' ? null : { cell: stretch(random, text, 200) }),
  },
  {
    kind: 'html_script',
    outcome: 'warn',
    targets: ['CG_GG.NR'],
    rate: 0.03,
    damage: ({ text, random }) => ({ cell: text.replace(/<\/div>$/, `${random.pick(ACTIVE_CONTENT)}</div>`) }),
  },
];

export const PROCUREMENT_SPECS: readonly Spec[] = [
  ...CELL_SPECS,
  ...MONEY_SPECS,
  hidden('nul_byte', ['\u0000']),
  hidden('control_char', ['\u0001', '\u0007', '\u0008', '\u001E', '\u001F']),
  ...idSpecs(['CG_ZJ.SFZH'], [], ['CSRQ']),
  ...idSpecs(['CG_GYS.XYDM'], ['CG_GYS.XYDM'], ['GYSLX']),
  ...codeSpecs(COMPANY_CODES),
  phoneSpec(['CG_CGR.LXDH', 'CG_DLJG.LXDH', 'CG_GYS.LXDH', 'CG_ZJ.SJ', 'CG_ZJ.DH']),
  ...textSpecs([...LONG, 'CG_ZJ.XM'], LONG, ['CG_CGR.DZ', 'CG_GYS.DZ', 'CG_ZJ.DZ', 'CG_ZYTS.TCR']),
];
