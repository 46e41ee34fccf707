/** Dates and times as the two centres print them. A day is counted from 1970-01-01. */
import type { Random } from './random.ts';

const DAY = 86_400_000;
const EXCEL_EPOCH = 25_569;
const NUMERALS = '〇一二三四五六七八九';

/** The first state of every system is of this day. */
export const LAST_DAY = dayOf(2020, 11, 30);

export function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY;
}

export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function excelSerial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY + EXCEL_EPOCH;
}

/** SQL Server datetime at midnight. */
export function midnight(day: number): string {
  return `${isoDay(day)} 00:00:00.000`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** SQL Server datetime in office hours; its fractions are 1/300 s and so end in 0, 3 or 7. */
export function officeTime(random: Random, day: number): string {
  const tick = random.chance(0.7) ? 0 : random.int(0, 299);
  const fraction = String(Math.round((tick * 10) / 3)).padStart(3, '0');
  return `${isoDay(day)} ${two(random.int(8, 18))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}.${fraction}`;
}

/** Two digits: 05 → 五, 30 → 三十 */
function numeral(text: string): string {
  const value = Number(text);
  const tens = Math.floor(value / 10);
  const unit = value % 10 === 0 ? '' : NUMERALS.charAt(value % 10);
  if (tens === 0) return unit;
  return `${tens === 1 ? '' : NUMERALS.charAt(tens)}十${unit}`;
}

/** 2019-03-05 → 二〇一九年三月五日 */
export function chineseDate(iso: string): string {
  const [year = '', month = '', date = ''] = iso.split('-');
  const years = year.replace(/\d/g, (digit) => NUMERALS.charAt(Number(digit)));
  return `${years}年${numeral(month)}月${numeral(date)}日`;
}

/** 2019-03-05 → 2019.3.5, 2019-3-5 or 2019年3月5日 */
export function looseDate(iso: string, form: '.' | '-' | '年'): string {
  const [year = '', month = '', date = ''] = iso.split('-').map((part) => String(Number(part)));
  return form === '年' ? `${year}年${month}月${date}日` : [year, month, date].join(form);
}
