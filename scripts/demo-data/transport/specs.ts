/** Defects of the transport centre: every column is varchar, so a clerk can type whatever there is. */
import { insertInside } from '../dirt/damage.ts';
import { looseDate } from '../forms/dates.ts';
import type { Spec } from '../dirt/plant.ts';
import { DIVISIONS, UNKNOWN_DIVISIONS } from '../world/divisions.ts';
import { rawByte } from '../forms/gb18030-encode.ts';
import { ACTIVE_CONTENT } from '../world/notices.ts';
import { codeSpecs, idSpecs } from '../dirt/specs-codes.ts';
import { phoneSpec, textSpecs } from '../dirt/specs-common.ts';
import { COMPANY_CODES, DATES, LONG, PARENTS, STRAY_CODES, TEXTS } from './fields.ts';
import { transportMoneySpecs } from './money.ts';
import type { Row } from '../types.ts';

/** National length of the name of a section; the column holds 600. */
const SECTION_NAME = 500;
const FILLER = '（含路基、路面、桥涵、交通安全设施、绿化及环境保护工程，以施工图设计文件为准）';

function hidden(kind: string, pieces: readonly string[]): Spec {
  return {
    kind,
    outcome: 'repair',
    targets: LONG,
    rate: 0.003,
    damage: ({ text, random }) =>
      text.includes('（') ? null : { cell: insertInside(random, text, random.pick(pieces)), expected: text },
  };
}

const REFERENCES: readonly Spec[] = [
  {
    kind: 'orphan',
    outcome: 'quarantine',
    targets: PARENTS,
    rate: 0.012,
    damage: ({ random }) => ({ cell: `9${random.digits(8)}` }),
  },
  {
    kind: 'dangling_party',
    outcome: 'warn',
    targets: ['jt_tb.TBR_ID'],
    rate: 0.02,
    damage: ({ random }) => ({ cell: `9${random.digits(8)}` }),
  },
];

const CODES: readonly Spec[] = [
  {
    kind: 'division_retired',
    outcome: 'repair',
    targets: ['jt_xm.SZDQ'],
    rate: 0.04,
    damage: ({ text, random }) => {
      const old = DIVISIONS.find((division) => division.code === text)?.retired ?? [];
      return old.length === 0 ? null : { cell: random.pick(old), expected: text };
    },
  },
  {
    kind: 'division_unknown',
    outcome: 'warn',
    targets: ['jt_xm.SZDQ'],
    rate: 0.015,
    damage: ({ random }) => ({ cell: random.pick([...UNKNOWN_DIVISIONS, '拉萨市某某县', '自治区内']) }),
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: Object.keys(STRAY_CODES),
    rate: 0.004,
    damage: ({ row, field }) => ({ cell: STRAY_CODES[`${row.stream}.${field}`] ?? '' }),
  },
];

const TYPED_DATES: readonly Spec[] = [
  {
    kind: 'date_impossible',
    outcome: 'warn',
    targets: DATES,
    rate: 0.012,
    damage: ({ text, random }) => {
      const year = text.slice(0, 4);
      const day = `${year}-${random.pick(['02-30', '04-31', '13-05', '06-31', '00-12'])}`;
      return { cell: random.pick([day, day.replaceAll('-', ''), looseDate(day, '.'), `${day} 00:00:00`]) };
    },
  },
  {
    kind: 'date_placeholder',
    outcome: 'repair',
    targets: DATES,
    rate: 0.01,
    damage: ({ random }) => ({
      cell: random.pick(['0000-00-00', '0000-00-00 00:00:00', '19000101', '1900.1.1', '9999-12-31']),
    }),
  },
];

const TEXT_FAULTS: readonly Spec[] = [
  {
    kind: 'invalid_bytes',
    outcome: 'quarantine',
    targets: TEXTS,
    rate: 0.001,
    damage: ({ text }) => ({ cell: text + rawByte(0xd5) }),
  },
  {
    kind: 'overlong',
    outcome: 'warn',
    targets: ['jt_bd.BD_MC'],
    rate: 0.01,
    damage: ({ text, random }) => {
      const length = SECTION_NAME + random.int(5, 90);
      return { cell: (text + FILLER.repeat(Math.ceil(length / FILLER.length))).slice(0, length) };
    },
  },
  {
    kind: 'html_script',
    outcome: 'warn',
    targets: ['jt_gg.GG_NR'],
    rate: 0.03,
    damage: ({ text, random }) => ({ cell: text.replace(/<\/div>$/, `${random.pick(ACTIVE_CONTENT)}</div>`) }),
  },
  hidden('nul_byte', ['\u0000']),
  hidden('control_char', ['\u0002', '\u0008', '\u000E', '\u001F']),
];

/** @param sections the clean rows of jt_bd: amounts are judged beside them */
export function transportSpecs(sections: readonly Row[]): Spec[] {
  return [
    ...TEXT_FAULTS,
    ...REFERENCES,
    ...CODES,
    ...TYPED_DATES,
    ...transportMoneySpecs(sections),
    ...idSpecs(['jt_zj.SFZH'], ['jt_zj.SFZH'], []),
    ...codeSpecs(COMPANY_CODES),
    phoneSpec(['jt_tbr.LXDH', 'jt_zj.LXDH']),
    ...textSpecs(TEXTS, LONG, ['jt_tbr.DZ', 'jt_tbr.ZZDJ']),
  ];
}
