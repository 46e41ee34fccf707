/** Defects of the construction centre. */
import {
  CODE_FIELDS,
  COMPANY_PARENTS,
  ID_FIELDS,
  PARTY_FIELDS,
  PHONES,
  SECTION_FIELDS,
  STRAY_CODES,
  TENDER_FIELDS,
} from './fields.ts';
import { REFUSED_MONEY_SPECS, TEXT_MONEY_SPECS } from './money-specs.ts';
import { slipSpecs, type Matters } from './slips.ts';
import { CONSTRUCTION_DATE_SPECS } from './date-specs.ts';
import { SPECIALTY_SPECS } from './specialty-specs.ts';
import { CONSTRUCTION_TEXT_SPECS } from './text-specs.ts';
import { guid } from './values.ts';
import type { Spec } from '../dirt/plant.ts';
import { DIVISIONS, UNKNOWN_DIVISIONS } from '../world/divisions.ts';
import { codeSpecs, idSpecs } from '../dirt/specs-codes.ts';
import { phoneSpec } from '../dirt/specs-common.ts';
import { textOf } from '../types.ts';

const REFERENCE_SPECS: readonly Spec[] = [
  {
    kind: 'orphan',
    outcome: 'quarantine',
    targets: [...SECTION_FIELDS, ...TENDER_FIELDS],
    rate: 0.01,
    damage: ({ random }) => ({ cell: guid(random) }),
  },
  {
    kind: 'orphan',
    outcome: 'quarantine',
    targets: COMPANY_PARENTS,
    rate: 0.03,
    damage: ({ random }) => ({ cell: `8${random.digits(9)}` }),
  },
  {
    kind: 'dangling_party',
    outcome: 'warn',
    targets: PARTY_FIELDS,
    rate: 0.02,
    damage: ({ random }) => ({ cell: `8${random.digits(9)}` }),
  },
];

const CODE_SPECS: readonly Spec[] = [
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: Object.keys(STRAY_CODES),
    rate: 0.005,
    damage: ({ row, field }) => ({ cell: STRAY_CODES[`${row.stream}.${field}`] ?? '' }),
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: ['QY_ZZ.ZZDJID'],
    guards: ['ZZDJ'],
    rate: 0.015,
    // The text beside it counts.
    damage: ({ row, random }) => {
      const level = ['特级', '一级', '二级', '三级'].indexOf(textOf(row, 'ZZDJ'));
      return { cell: random.pick(['9', 'x', '#1']), expected: String(level) };
    },
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: ['GC_HT.HTJE_DW'],
    guards: ['HTJE'],
    rate: 0.01,
    damage: ({ random }) => ({ cell: random.pick(['美元', '?', '吨']) }),
  },
  {
    kind: 'division_retired',
    outcome: 'repair',
    targets: ['GC_ZBXM.XZQHDM'],
    rate: 0.03,
    damage: ({ text, random }) => {
      const old = DIVISIONS.find((division) => division.code === text)?.retired ?? [];
      return old.length === 0 ? null : { cell: random.pick(old), expected: text };
    },
  },
  {
    kind: 'division_unknown',
    outcome: 'warn',
    targets: ['GC_ZBXM.XZQHDM', 'QY_JBXX.ProvinceID'],
    rate: 0.008,
    damage: ({ random }) => ({ cell: random.pick(UNKNOWN_DIVISIONS) }),
  },
];

/** A key is never a placeholder. */
const practitionerIds = idSpecs(['RY_ZCRY.ryID'], [], []).filter(({ kind }) => kind !== 'id_placeholder');

export function constructionSpecs(matters: Matters): Spec[] {
  return [
    ...REFERENCE_SPECS,
    ...REFUSED_MONEY_SPECS,
    ...slipSpecs(matters),
    ...TEXT_MONEY_SPECS,
    ...CODE_SPECS,
    ...CONSTRUCTION_DATE_SPECS,
    ...SPECIALTY_SPECS,
    ...idSpecs(['ZJ_JBXX.zjhm'], ['ZJ_JBXX.zjhm'], ['csrq']),
    ...idSpecs(ID_FIELDS, ID_FIELDS, []),
    ...practitionerIds,
    ...codeSpecs(CODE_FIELDS),
    phoneSpec(PHONES),
    ...CONSTRUCTION_TEXT_SPECS,
  ];
}
