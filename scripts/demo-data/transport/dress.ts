/** Ordinary variety of a centre where every column is varchar: five forms of a date, amounts in two units. */
import { inside } from '../dirt/damage.ts';
import { looseDate } from '../forms/dates.ts';
import { wan } from '../forms/money.ts';
import type { Random } from '../forms/random.ts';
import { textOf, type Row } from '../types.ts';

const NAMES = new Set(['ZBR_MC', 'ZBDL_MC', 'TBR_MC', 'QY_MC', 'ZJ_XM', 'GZDW', 'FDDBR', 'LXR']);
const DATES = new Set(['LXRQ', 'KBSJ', 'FB_SJ', 'CSSJ', 'ZBRQ', 'FBRQ']);
/** Amounts beside a column of their unit. */
const AMOUNTS = new Set(['GSJE', 'KZJ', 'TBBJ', 'ZBJ']);
const MOBILE = /^(\d{3})(\d{4})(\d{4})$/;

function dressName(random: Random, text: string): string {
  const place = inside(random, text);
  const roll = random.next();
  if (roll < 0.04) return `${text}  `;
  if (roll < 0.06) return ` ${text}`;
  if (roll < 0.08) return `　${text}`;
  if (roll < 0.1) return `${text.slice(0, place)}　${text.slice(place)}`;
  return text;
}

function padded(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${month}月${day}日`;
}

function dressDate(random: Random, iso: string, field: string): string {
  const time = field === 'KBSJ' ? '09:30:00' : '00:00:00';
  return random.pick([
    iso,
    iso,
    `${iso} ${time}`,
    looseDate(iso, '.'),
    looseDate(iso, '-').replaceAll('-', '/'),
    padded(iso),
    iso.replaceAll('-', ''),
  ]);
}

/** The unit moves with the figure. */
function dressAmount(random: Random, row: Row, field: string): void {
  const unit = `${field}_DW`;
  const text = textOf(row, field);
  if (row.fixed.has(unit)) return;
  const roll = random.next();
  if (roll < 0.3) {
    row.cells[field] = wan(Number(text));
    row.cells[unit] = '万元';
  } else if (roll < 0.45) {
    row.cells[field] = `${text.replace(/\B(?=(\d{3})+$)/g, ',')}.00`;
  }
}

export function dressTransport(random: Random, rows: readonly Row[]): void {
  for (const row of rows) {
    for (const field of Object.keys(row.cells)) {
      const text = textOf(row, field);
      if (text === '' || row.fixed.has(field)) continue;
      if (NAMES.has(field)) row.cells[field] = dressName(random, text);
      else if (DATES.has(field)) row.cells[field] = dressDate(random, text, field);
      else if (AMOUNTS.has(field)) dressAmount(random, row, field);
      else if (field === 'LXDH' && random.chance(0.08)) row.cells[field] = text.replace(MOBILE, '$1-$2-$3');
    }
  }
}
