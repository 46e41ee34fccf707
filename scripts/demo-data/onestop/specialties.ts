/** Specialties of experts: those who entered before 2019 carry codes of the edition of 2010. */
import edition2018 from '../../../schemas/codes/specialties-2018.json' with { type: 'json' };
import { dayOf } from '../forms/dates.ts';
import type { Random } from '../forms/random.ts';
import { makeRow, type Mark, type Row } from '../types.ts';

const ITEM_LENGTH = 7;
const ITEMS = Object.entries(edition2018.names).filter(([code]) => code.length === ITEM_LENGTH);
/** Records entered from this day on carry codes of the edition of 2018. */
export const EDITION_CHANGED = dayOf(2019, 1, 1);
/** How far the items of the older edition stand from those that have their codes now. */
const SHIFT = 3;

/** In the edition of 2010 the same code means something else. */
function nameOf(place: number, edition: '2010' | '2018'): string {
  const [, name = ''] = ITEMS[(place + (edition === '2010' ? SHIFT : 0)) % ITEMS.length] ?? [];
  return name;
}

export function specialtyRows(random: Random, expert: string, entered: number): Row[] {
  const edition = entered < EDITION_CHANGED ? '2010' : '2018';
  const first = random.int(0, ITEMS.length - 1);
  const steps = random.shuffle([0, 1, 2, 4, 7]).slice(0, random.pick([1, 2, 2, 3, 4]));
  return steps.map((step, index) => {
    const place = (first + step) % ITEMS.length;
    const [code = ''] = ITEMS[place] ?? [];
    return makeRow('ZJZY', {
      ZJBH: expert,
      ZYDM: code,
      ZYMC: nameOf(place, edition),
      FLBB: edition,
      SFZZ: index === 0 ? '1' : '0',
    });
  });
}

/** Every code of 2010 is a finding: it must never be read as one of 2018. */
export function markEditions(rows: readonly Row[]): Mark[] {
  return rows
    .filter((row) => row.cells['FLBB'] === '2010')
    .map((row) => {
      row.marked = true;
      row.fixed.add('ZYDM');
      return { row, field: 'ZYDM', kind: 'specialty_2010', outcome: 'warn', expected: '' };
    });
}
