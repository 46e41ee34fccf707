/** Ordinary variety that is no defect: spaces, former names, spellings, forms of dates and amounts. Damaged cells stay. */
import { inside } from './damage.ts';
import { chineseDate, excelSerial, looseDate } from '../forms/dates.ts';
import type { Random } from '../forms/random.ts';
import { textOf, type Cell, type Row } from '../types.ts';

const NAME_FIELDS = new Set([
  'DWMC',
  'JGMC',
  'MC',
  'XM',
  'GZDW',
  'GYS_MC',
  'CGR_MC',
  'CGDL_MC',
  'mc',
  'srr_mc',
  'jdr_mc',
  'lxdw',
  '名称',
  '受让方名称',
  '标的企业名称',
]);
const AMOUNT_FIELDS = new Set(['评估值', '净资产评估值', '挂牌价', '成交价']);
const DATE_FIELDS = new Set(['挂牌日期', '成交日期']);
const CODE_FIELDS = new Set(['受让方代码', '代码']);

/** Spaces and brackets as they are typed. */
export function dressName(random: Random, text: string): string {
  const place = inside(random, text);
  const roll = random.next();
  if (roll < 0.02) return `${text} `;
  if (roll < 0.03) return ` ${text}`;
  if (roll < 0.04) return `　${text}`;
  if (roll < 0.05) return `${text.slice(0, place)}　${text.slice(place)}`;
  if (roll < 0.055) return `${text.slice(0, place)} ${text.slice(place)}`;
  if (roll < 0.07) return text.replace('（', '(').replace('）', ')');
  return text;
}

function dressAmount(random: Random, text: string): Cell {
  const roll = random.next();
  if (roll < 0.4) return Number(text);
  if (roll < 0.7) return { value: Number(text), format: '#,##0.00' };
  if (roll < 0.88) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function dressDate(random: Random, iso: string): Cell {
  const serial = excelSerial(iso);
  return random.pick<Cell>([
    { value: serial, format: 'yyyy/m/d' },
    { value: serial, format: 'yyyy/m/d' },
    { value: serial, format: 'yyyy"年"m"月"d"日"' },
    { value: serial, format: 'yyyy-mm-dd' },
    serial,
    iso,
    iso,
    looseDate(iso, '.'),
    looseDate(iso, '-'),
    looseDate(iso, '年'),
    chineseDate(iso),
  ]);
}

/** An organisation code without letters may be typed as a number; nothing is lost. */
function dressCode(random: Random, text: string): Cell {
  return /^[1-9]\d{7}-\d$/.test(text) && random.chance(0.3) ? Number(text.replace('-', '')) : text;
}

export function dress(random: Random, rows: readonly Row[]): void {
  for (const row of rows) {
    if (row.kind !== 'record') continue;
    for (const field of Object.keys(row.cells)) {
      const text = textOf(row, field);
      if (text === '' || row.fixed.has(field)) continue;
      if (NAME_FIELDS.has(field)) row.cells[field] = dressName(random, text);
      else if (AMOUNT_FIELDS.has(field)) row.cells[field] = dressAmount(random, text);
      else if (DATE_FIELDS.has(field)) row.cells[field] = dressDate(random, text);
      else if (CODE_FIELDS.has(field)) row.cells[field] = dressCode(random, text);
      else if (field === '序号' || field === '挂牌期间') row.cells[field] = random.chance(0.5) ? Number(text) : text;
    }
  }
}
