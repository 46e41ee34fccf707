/** Defects of the two columns of specialties: codes of the older edition, and codes as they are typed. */
import { SPECIALTIES } from './people.ts';
import { fullWidth } from '../dirt/damage.ts';
import type { DamageRequest, Damage, Spec } from '../dirt/plant.ts';
import type { Random } from '../forms/random.ts';
import { textSpecs } from '../dirt/specs-common.ts';
import { textOf } from '../types.ts';

const SEPARATOR = /[;,；]/;
const NAME_OF: ReadonlyMap<string, string> = new Map(SPECIALTIES);

/** In the edition of 2010 the code stood for something else. */
function otherName(random: Random, code: string): string {
  for (;;) {
    const [, name] = random.pick(SPECIALTIES);
    if (name !== NAME_OF.get(code)) return name;
  }
}

/** At least one of the codes of the cell is of 2010. */
function olderEdition({ text, row, random }: DamageRequest): Damage {
  const separator = SEPARATOR.exec(text)?.[0] ?? ';';
  const codes = text.split(SEPARATOR);
  const names = textOf(row, 'ZYMC').split(SEPARATOR);
  const first = random.int(0, codes.length - 1);
  const other = codes.map((code, place) =>
    place === first || random.chance(0.6) ? otherName(random, code) : (names[place] ?? ''),
  );
  return { cell: text, also: { ZYMC: other.join(separator) } };
}

/** The column is read as a whole: separators come out half width too. */
const read = (text: string): string => text.replaceAll('；', ';');

const base = { targets: ['ZJ_JBXX.ZYDM'], guards: ['ZYMC'] } as const;

export const SPECIALTY_SPECS: readonly Spec[] = [
  { ...base, kind: 'specialty_2010', outcome: 'warn', rate: 0.45, damage: olderEdition },
  {
    ...base,
    kind: 'code_lowercase',
    outcome: 'repair',
    rate: 0.01,
    damage: ({ text }) => ({ cell: text.toLowerCase(), expected: read(text) }),
  },
  {
    ...base,
    kind: 'code_fullwidth',
    outcome: 'repair',
    rate: 0.01,
    damage: ({ text }) => ({ cell: fullWidth(text, 3), expected: read(text) }),
  },
  ...textSpecs(['ZJ_JBXX.ZYMC'], ['ZJ_JBXX.ZYMC'], []),
];
