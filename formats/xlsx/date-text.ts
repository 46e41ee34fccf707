/** Day serials of a spreadsheet as ISO text, without a JavaScript Date or a time zone. */

/** 9999-12-31 counted from 1900. */
const LAST_SERIAL = 2_958_465;
const DAYS_1900_TO_1904 = 1462;
/** The day that never was: the 1900 system counts a 29 February 1900. */
const PHANTOM_DAY = 60;
const UNIX_EPOCH = 25_569;
const SECONDS_OF_DAY = 86_400;

/** `yyyy-MM-dd`, with ` HH:mm:ss` where the serial has a time; undefined for what no spreadsheet shows as a date. */
export function serialDateText(serialText: string, date1904: boolean): string | undefined {
  const serial = Number(serialText);
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const seconds = Math.round((serial % 1) * SECONDS_OF_DAY);
  const day = Math.floor(serial) + (seconds === SECONDS_OF_DAY ? 1 : 0) + (date1904 ? DAYS_1900_TO_1904 : 0);
  if (day > LAST_SERIAL) return undefined;
  const time = timeText(seconds % SECONDS_OF_DAY);
  if (day === 0 && time !== undefined) return time;
  return time === undefined ? dayText(day) : `${dayText(day)} ${time}`;
}

/** Days repeat from row to row. */
const known = new Map<number, string>();
const KNOWN_DAYS = 10_000;

function dayText(day: number): string {
  const text = known.get(day) ?? writeDay(day);
  if (known.size < KNOWN_DAYS) known.set(day, text);
  return text;
}

function writeDay(day: number): string {
  // What a spreadsheet shows for these two; the mapping will say that there is no such day.
  if (day === 0) return '1900-01-00';
  if (day === PHANTOM_DAY) return '1900-02-29';
  const unixDay = day - UNIX_EPOCH + (day < PHANTOM_DAY ? 1 : 0);
  return new Date(unixDay * SECONDS_OF_DAY * 1000).toISOString().slice(0, 10);
}

function timeText(seconds: number): string | undefined {
  if (seconds === 0) return undefined;
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/;

/** A cell of type `d` holds ISO 8601 text. */
export function isoDateText(raw: string): string {
  const match = ISO.exec(raw.trim());
  if (!match) return raw;
  const [, day = '', time] = match;
  return time === undefined || time === '00:00:00' ? day : `${day} ${time}`;
}
