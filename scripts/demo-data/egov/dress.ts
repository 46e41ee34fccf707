/** Ordinary variety of the public site that is no defect: spaces in names, hyphens in telephone numbers, separators. */
import { dressName } from '../dirt/dress.ts';
import type { Random } from '../forms/random.ts';
import { textOf, type Row } from '../types.ts';

const NAMES = new Set('QYMC FDDBR LXR YMC XMC CYR ZBRMC ZBDLMC ZBRXMC ZTMC TSRMC BTSRMC'.split(' '));
const PHONES = new Set('FDDBR_DH LXDH CYR_SJ TSRDH'.split(' '));

function dressPhone(random: Random, text: string): string {
  if (!/^1\d{10}$/.test(text) || !random.chance(0.06)) return text;
  return `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`;
}

function dressAmount(random: Random, text: string): string {
  if (!random.chance(0.08)) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function dressEgov(random: Random, rows: readonly Row[]): void {
  for (const row of rows) {
    for (const field of Object.keys(row.cells)) {
      const text = textOf(row, field);
      if (text === '' || row.fixed.has(field)) continue;
      if (NAMES.has(field)) row.cells[field] = dressName(random, text);
      else if (PHONES.has(field)) row.cells[field] = dressPhone(random, text);
      else if (field === 'ZBJE') row.cells[field] = dressAmount(random, text);
    }
  }
}
