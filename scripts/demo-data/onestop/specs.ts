/** Defects of the one-stop centre. */
import { insertInside, stretch } from '../dirt/damage.ts';
import { targets, type Spec } from '../dirt/plant.ts';
import { DIVISIONS, UNKNOWN_DIVISIONS } from '../world/divisions.ts';
import { rawByte } from '../forms/gb18030-encode.ts';
import { DATE_SPECS } from './specs-dates.ts';
import { moneySpecs, type Families } from './specs-money.ts';
import { codeSpecs, idSpecs } from '../dirt/specs-codes.ts';
import { phoneSpec, textSpecs } from '../dirt/specs-common.ts';

const NAMES = [
  ...targets('TZXM', 'JSDWMC', 'JSDD', 'PFJG'),
  ...targets('ZJXX', 'GZDW', 'TXDZ'),
  ...targets('ZJHB', 'HBDW'),
  ...targets('TSXX', 'TSR', 'BTSR'),
];
const TITLES = ['TZXM.XMMC', 'ZBFAHZ.XMMC', 'TSXX.XMMC'];
const LONG = [...NAMES, ...TITLES];
const DIVISION_FIELDS = ['TZXM.XZQH', 'ZJXX.XZQH'];
/** Values no code list of the interface document has. */
const STRAY_CODES: Readonly<Record<string, string>> = {
  'TZXM.XMLX': '其它',
  'ZBFAHZ.ZBNR': 'GC',
  'ZBFAHZ.ZBZZXS': '代建',
  'ZBFAHZ.ZBFS': '比选',
  'ZJXX.XB': '未',
  'ZJXX.ZJLX': '9',
  'ZJXX.ZT': '8',
  'ZJZY.SFZZ': '2',
};
/** Keys that no project and no expert of this world has. */
const STRANGERS: Readonly<Record<string, string>> = { XMDM: '2018-540000-99-09-', ZJBH: 'ZJ59' };

function hidden(kind: string, pieces: readonly string[]): Spec {
  return {
    kind,
    outcome: 'repair',
    targets: LONG,
    rate: 0.002,
    damage: ({ text, random }) =>
      text.includes('（') ? null : { cell: insertInside(random, text, random.pick(pieces)), expected: text },
  };
}

const OTHER: readonly Spec[] = [
  {
    kind: 'invalid_bytes',
    outcome: 'quarantine',
    targets: [...LONG, 'ZJXX.XM', 'ZJZY.ZYMC'],
    rate: 0.003,
    // Half a character: the old program cut the text at a number of bytes.
    damage: ({ text }) => ({ cell: text + rawByte(0xd5) }),
  },
  {
    kind: 'orphan',
    outcome: 'quarantine',
    targets: ['ZBFAHZ.XMDM', 'TSXX.XMDM', 'ZJZY.ZJBH', 'ZJHB.ZJBH'],
    rate: 0.008,
    damage: ({ random, field }) => ({ cell: `${STRANGERS[field] ?? ''}${random.digits(6)}` }),
  },
  {
    kind: 'division_retired',
    outcome: 'repair',
    targets: DIVISION_FIELDS,
    rate: 0.012,
    damage: ({ text, random }) => {
      const old = DIVISIONS.find((division) => division.code === text)?.retired ?? [];
      return old.length === 0 ? null : { cell: random.pick(old), expected: text };
    },
  },
  {
    kind: 'division_unknown',
    outcome: 'warn',
    targets: DIVISION_FIELDS,
    rate: 0.012,
    damage: ({ random }) => ({ cell: random.pick(UNKNOWN_DIVISIONS) }),
  },
  {
    kind: 'code_unknown',
    outcome: 'warn',
    targets: Object.keys(STRAY_CODES),
    rate: 0.005,
    damage: ({ text, row, field }) =>
      // The number of an officer's document would be read as an ID number.
      text === '02' ? null : { cell: STRAY_CODES[`${row.stream}.${field}`] ?? '' },
  },
  {
    kind: 'overlong',
    outcome: 'warn',
    targets: ['TSXX.XMMC'],
    rate: 0.02,
    // National name of a project complained of: 200 characters; the element holds 600.
    damage: ({ text, random }) => ({ cell: stretch(random, text, 200) }),
  },
];

export function onestopSpecs(families: Families): readonly Spec[] {
  return [
    ...moneySpecs(families),
    ...OTHER,
    ...DATE_SPECS,
    hidden('control_char', ['\u0001', '\u0007', '\u001F']),
    hidden('nul_byte', ['\u0000']),
    ...idSpecs(['ZJXX.ZJHM'], ['ZJXX.ZJHM'], ['CSRQ']),
    ...codeSpecs(['TZXM.JSDWDM']),
    phoneSpec(['TZXM.LXDH', 'ZJXX.DWDH', 'ZJXX.YDDH']),
    ...textSpecs([...LONG, 'ZJXX.XM'], LONG, ['TZXM.JSDD', 'ZJXX.TXDZ', 'ZJHB.HBDW']),
  ];
}
