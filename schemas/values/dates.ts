/**
 * Dates and times in every form the legacy systems write them → `yyyy-MM-dd` and `yyyy-MM-dd HH:mm:ss[.fraction]`,
 * civil time of Beijing (UTC+8). Text that names an offset is brought to it.
 */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { RuleId } from '../rules.ts';
import { isRealDay, twoDigits, writeDay } from './calendar.ts';
import { parseMoment } from './moments.ts';
import type { Moment } from './moments.ts';
import { isNoValueWord } from './no-value.ts';
import { toHalfWidth } from './width.ts';

/** Day 0 of the spreadsheet calendar: 1900 (Windows, with its invented 1900-02-29) or 1904 (old Macintosh). */
export type SerialEpoch = 1900 | 1904;

export interface DateOptions {
  readonly epoch?: SerialEpoch;
}

const OPEN_END = /^(?:长期|长期有效|永久|永久有效|无固定期限|无期限|无限期|不限|至今|待定)$/;
const SERIAL = /^([2-5]\d{4}|60000)(?:\.(\d+))?$/;
/** Days that systems write where they had none: zero dates, ends of time, and the epochs of their engines. */
const PLACEHOLDERS = new Set(['1900-01-01', '9999-12-31', '1899-12-30', '1899-12-31', '1753-01-01', '0001-01-01']);
/** Zero dates in any form, and the two ends of time that PostgreSQL prints in words. */
const NO_DAY = /^(?:0[0 :./T-]*|-?infinity)$/;
/** Behind a plain day; SQL Server always prints a fraction. */
const PLAIN_TIME = /^.{10} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?$/;
const MINUTE = 60_000;
const DAY = 86_400_000;
const BEIJING_OFFSET_MINUTES = 480;
const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2200;
const MIDNIGHT = '00:00:00';

/**
 * Serial day of a spreadsheet → yyyy-MM-dd. The 1900 calendar counts a 29 February 1900 that never was: serial 60 is
 * no day, and the serials before it are one day nearer to the epoch. Null for negative or absurd serials.
 */
export function excelSerialToDate(serial: number, epoch: SerialEpoch = 1900): string | null {
  const day = Math.floor(serial);
  if (!(day >= 0 && day <= 2_958_465) || (epoch === 1900 && (day === 60 || day === 0))) return null;
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(start + day * DAY).toISOString().slice(0, 10);
}

interface Civil {
  readonly date: string;
  readonly time: string;
}

function faulty(rule: RuleId): Reading<never> {
  return found<never>(null, rule);
}

const IMPOSSIBLE = faulty('date_impossible');
const PLACEHOLDER = faulty('date_placeholder');
const UNREADABLE = faulty('date_unreadable');

/** A moment with an offset, or at 24:00, on the civil calendar of Beijing. */
function shiftToBeijing(moment: Moment): Civil {
  const midnight = Date.UTC(moment.year, moment.month - 1, moment.day);
  const minutes = moment.hour * 60 + moment.minute + BEIJING_OFFSET_MINUTES - (moment.offset ?? BEIJING_OFFSET_MINUTES);
  const text = new Date(midnight + minutes * MINUTE).toISOString();
  return { date: text.slice(0, 10), time: `${text.slice(11, 17)}${twoDigits(moment.second)}` };
}

function resolve(moment: Moment): Reading<Civil> {
  const { year, month, day, hour, minute, second } = moment;
  if (!isRealDay(year, month, day) || minute > 59 || second > 59) return IMPOSSIBLE;
  if (hour > 24 || (hour === 24 && minute + second > 0)) return IMPOSSIBLE;
  const written = writeDay(year, month, day);
  if (PLACEHOLDERS.has(written)) return PLACEHOLDER;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return IMPOSSIBLE;
  const { date, time } =
    moment.offset === null && hour < 24
      ? { date: written, time: `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}` }
      : shiftToBeijing(moment);
  return clean({ date, time: moment.fraction === '' ? time : `${time}.${moment.fraction}` });
}

function readSerial(text: string, epoch: SerialEpoch): Reading<Civil> | null {
  const parts = SERIAL.exec(text);
  if (parts === null) return null;
  // Fractions of a day are rounded to the second: spreadsheets keep 10:30 as 0.4374999999.
  const seconds = Math.round(Number(`0.${parts[2] ?? '0'}`) * 86_400);
  const date = excelSerialToDate(Number(parts[1]) + (seconds === 86_400 ? 1 : 0), epoch);
  if (date === null) return null;
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  return clean({ date, time });
}

function readCivil(text: string, options: DateOptions | undefined): Reading<Civil> {
  const typed = toHalfWidth(text).trim();
  if (isNoValueWord(typed) || OPEN_END.test(typed)) return noValue();
  if (NO_DAY.test(typed)) return PLACEHOLDER;
  const moment = parseMoment(typed);
  if (moment !== null) return resolve(moment);
  return readSerial(typed, options?.epoch ?? 1900) ?? UNREADABLE;
}

/** Whether `text` starts with yyyy-MM-dd, and that day exists and is none of the placeholders. */
function startsWithPlainDay(text: string): boolean {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let i = 0; i < 10; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (i !== 4 && i !== 7 && !(digit >= 0 && digit <= 9)) return false;
  }
  const year = Number(text.slice(0, 4));
  if (year <= 1900 || year > LATEST_YEAR) return false;
  return isRealDay(year, Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Any form → yyyy-MM-dd; a time behind the date is left away. Null for placeholders, impossible and unreadable text. */
export function readDate(text: string, options?: DateOptions): Reading<string> {
  if (startsWithPlainDay(text) && (text.length === 10 || PLAIN_TIME.test(text))) return clean(text.slice(0, 10));
  const { value, rules } = readCivil(text, options);
  return value === null ? { value, rules } : clean(value.date);
}

/** `…59.330` → `…59.33`, `…59.000` → `…59`; all that can end in zero before is the second itself. */
function trimFraction(text: string): string {
  let end = text.length;
  while (end > 20 && text.charCodeAt(end - 1) === 48) end--;
  return end === 20 ? text.slice(0, 19) : text.slice(0, end);
}

/** Any form → yyyy-MM-dd HH:mm:ss with up to six digits of a fraction, as written; a bare date is midnight. */
export function readTimestamp(text: string, options?: DateOptions): Reading<string> {
  if (startsWithPlainDay(text) && PLAIN_TIME.test(text)) return clean(trimFraction(text));
  const { value, rules } = readCivil(text, options);
  return value === null ? { value, rules } : clean(`${value.date} ${value.time === '' ? MIDNIGHT : value.time}`);
}
