/** The state property centre: one ledger a year. A mandate is one seller with a few lots. */
import {
  ASSETS,
  assetRow,
  companySide,
  DEALS,
  dealRow,
  DIRECTORY,
  directoryRow,
  EQUITY,
  equityRow,
  personSide,
} from './rows.ts';
import { dayOf } from '../forms/dates.ts';
import type { Company } from '../world/people.ts';
import type { Random } from '../forms/random.ts';
import { belonging, makeRow, type Book, type Row } from '../types.ts';

interface Ledger {
  readonly [ASSETS]: Row[];
  readonly [EQUITY]: Row[];
  readonly [DEALS]: Row[];
  readonly [DIRECTORY]: Row[];
}

function mandate(random: Random, ledger: Ledger, year: number, number: string, companies: readonly Company[]): void {
  const seller = companySide(random, random.pick(companies));
  const subject = random.pick(companies);
  const equity = number.startsWith('GQ');
  const start = dayOf(year, random.int(1, 11), random.int(1, 28));
  ledger[DIRECTORY].push(directoryRow('转让方', seller));
  const count = random.int(1, 6);
  for (let lot = 1; lot <= count; lot += 1) {
    const own = count === 1 ? number : `${number}-${lot}`;
    const [row, deal] = equity
      ? equityRow(random, seller, subject, own, lot === 1, start + lot)
      : assetRow(random, seller, own, lot === 1, start + lot);
    ledger[equity ? EQUITY : ASSETS].push(belonging(number, row));
    if (row.cells['状态'] !== '已成交') continue;
    const buyer = random.chance(0.3)
      ? personSide(random, random.int(0, 499))
      : companySide(random, random.pick(companies));
    ledger[DEALS].push(dealRow(random, deal, buyer));
    ledger[DIRECTORY].push(directoryRow('受让方', buyer));
  }
}

export function makeBook(random: Random, year: number, scale: number, companies: readonly Company[]): Book {
  const ledger: Ledger = { [ASSETS]: [], [EQUITY]: [], [DEALS]: [], [DIRECTORY]: [] };
  const count = Math.max(3, Math.round(4 * scale));
  for (let index = 1; index <= count; index += 1) {
    const serial = String(index).padStart(3, '0');
    mandate(random, ledger, year, `ZCJY${year}-${serial}`, companies);
    if (random.chance(0.6)) mandate(random, ledger, year, `GQJY${year}-${serial}`, companies);
  }
  for (const rows of Object.values(ledger) as Row[][]) {
    for (const [index, row] of rows.entries()) {
      if ('编号' in row.cells) row.cells['编号'] = `${year}-${String(index + 1).padStart(3, '0')}`;
      else row.cells['序号'] = String(index + 1);
    }
  }
  return {
    year,
    sheets: {
      [ASSETS]: ledger[ASSETS],
      [EQUITY]: ledger[EQUITY],
      [DEALS]: ledger[DEALS],
      [DIRECTORY]: ledger[DIRECTORY],
    },
  };
}

/** A seller that the rows below refer to by blank cells must stay as it is. */
export function protectSellers(rows: readonly Row[]): void {
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next === undefined || !('转让方名称' in row.cells) || next.cells['转让方名称'] !== null) continue;
    row.fixed.add('转让方名称').add('转让方代码');
  }
}

function sum(rows: readonly Row[], field: string): number {
  const total = rows.reduce((above, row) => above + (Number(row.cells[field]) || 0), 0);
  return Math.round(total * 10_000) / 10_000;
}

/** Subtotals between the rows, a total and a note behind them. */
export function addExtraRows(random: Random, year: number, sheet: string, rows: Row[]): void {
  const [numberField = ''] = Object.keys(rows[0]?.cells ?? { 序号: '' });
  const amount = sheet === DEALS ? '成交价' : '挂牌价';
  if (sheet !== DIRECTORY) {
    const total = makeRow(sheet, { [numberField]: '合计', [amount]: sum(rows, amount) }, 'subtotal');
    for (let place = random.int(4, 14); place < rows.length; place += random.int(15, 60)) {
      const part = makeRow(sheet, { 项目编号: '小计', [amount]: sum(rows.slice(0, place), amount) }, 'subtotal');
      rows.splice(place, 0, part);
    }
    rows.push(total);
  }
  if (sheet === DIRECTORY ? random.chance(0.3) : random.chance(0.8)) {
    const note = `注：以上数据截至${year}年12月31日，金额单位为万元。`;
    rows.push(makeRow(sheet, { [numberField]: note }, 'note'));
  }
}
