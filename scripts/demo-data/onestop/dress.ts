/** Ordinary variety of the one-stop centre that is no defect: forms of dates, amounts, phones and names. */
import { looseDate } from '../forms/dates.ts';
import { dressName } from '../dirt/dress.ts';
import type { Random } from '../forms/random.ts';
import { textOf, type Row } from '../types.ts';

const NAMES = new Set(['XM', 'GZDW', 'JSDWMC', 'HBDW', 'TSR', 'BTSR']);
const DATES = new Set(['LXRQ', 'HZRQ', 'TSRQ', 'CSRQ', 'RKRQ']);
const AMOUNTS = new Set(['ZTZ', 'GSJE']);
/** Four bytes each in GB18030: Tibetan script, and characters no older encoding has. */
const RARE: Readonly<Record<string, readonly string[]>> = {
  JSDD: ['（ལྷ་ས།）', '（བོད་ལྗོངས།）'],
  TXDZ: ['（ཁང་པ།）'],
  XM: ['㐱', '𠅤', '䶮'],
};

function dressDate(random: Random, iso: string): string {
  const roll = random.next();
  if (roll < 0.9) return iso;
  if (roll < 0.94) return iso.replaceAll('-', '/');
  if (roll < 0.97) return iso.replaceAll('-', '');
  return looseDate(iso, random.pick(['.', '-']));
}

function dressAmount(random: Random, text: string): string {
  if (!random.chance(0.1)) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function dressPhone(random: Random, text: string): string {
  if (!/^1\d{10}$/.test(text) || !random.chance(0.08)) return text;
  return `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`;
}

function addRare(random: Random, field: string, text: string): string {
  const pieces = RARE[field];
  return pieces !== undefined && random.chance(0.01) ? text + random.pick(pieces) : text;
}

export function dressOnestop(random: Random, rows: readonly Row[]): void {
  for (const row of rows) {
    for (const field of Object.keys(row.cells)) {
      const text = textOf(row, field);
      if (text === '' || row.fixed.has(field)) continue;
      if (DATES.has(field)) row.cells[field] = dressDate(random, text);
      else if (AMOUNTS.has(field)) row.cells[field] = dressAmount(random, text);
      else if (field === 'LXDH' || field === 'YDDH') row.cells[field] = dressPhone(random, text);
      else if (NAMES.has(field)) row.cells[field] = dressName(random, addRare(random, field, text));
      else row.cells[field] = addRare(random, field, text);
    }
  }
}
