/** Damaged names, titles and bodies of the construction centre. */
import { LONG, PERSONS } from './fields.ts';
import { insertInside, stretch } from '../dirt/damage.ts';
import type { Spec } from '../dirt/plant.ts';
import { rawByte } from '../forms/gb18030-encode.ts';
import { ACTIVE_CONTENT } from '../world/notices.ts';
import { textSpecs } from '../dirt/specs-common.ts';

/** National lengths that leave room in the column. */
const LIMITS: Readonly<Record<string, number>> = { 'GC_BD.BDMC': 500, 'ZJ_JBXX.dz': 200 };

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

export const CONSTRUCTION_TEXT_SPECS: readonly Spec[] = [
  {
    kind: 'invalid_bytes',
    outcome: 'quarantine',
    targets: LONG,
    rate: 0.001,
    damage: ({ text }) => ({ cell: text + rawByte(0xd5) }),
  },
  {
    kind: 'html_script',
    outcome: 'warn',
    targets: ['GC_GG.NR'],
    rate: 0.03,
    damage: ({ text, random }) => ({ cell: text.replace(/<\/div>$/, `${random.pick(ACTIVE_CONTENT)}</div>`) }),
  },
  {
    kind: 'overlong',
    outcome: 'warn',
    targets: Object.keys(LIMITS),
    rate: 0.006,
    damage: ({ text, random, row, field }) => ({
      cell: stretch(random, text, LIMITS[`${row.stream}.${field}`] ?? 0),
    }),
  },
  hidden('nul_byte', ['\u0000']),
  hidden('control_char', ['\u0001', '\u0007', '\u001F']),
  ...textSpecs([...LONG, ...PERSONS], LONG, ['QY_JBXX.xxdz', 'ZJ_JBXX.dz']),
];
