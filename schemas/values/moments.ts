/** The written forms of a date with or without a time, taken apart. Whether such a day exists is judged elsewhere. */
import { readBelowTenThousand, readPositional } from './chinese-numerals.ts';

export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits behind the second, at most six (PostgreSQL keeps microseconds), without trailing zeros. */
  readonly fraction: string;
  /** Minutes east of UTC; null where none is written. */
  readonly offset: number | null;
}

/** `2019-3-5`, `2019/03/05`, `2019.03.05`, `2019年3月5日`, each with an optional time and offset. */
const SEPARATED =
  /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?:\s*[日号])?(?:(?:T|\s)*(上午|下午|AM|PM)?\s*(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})(?:[.,](\d+))?秒?)?)?)?\s*(AM|PM)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/** `20190305`, `201903051030`, `20190305103000`, `20190305103000123`. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:(\d\d)(\d{1,6})?)?)?$/;
const COMPACT_LENGTHS = new Set([8, 12, 14, 15, 16, 17, 18, 19, 20]);
const CHINESE =
  /^([零〇○一二三四五六七八九]{4})年([一二三四五六七八九十〇零]{1,3})月([一二三四五六七八九十廿卅〇零]{1,4})[日号]$/;
const AFTERNOON = /下午|PM/i;
const TRAILING_ZEROS = /0+$/;

function readFraction(digits: string | undefined): string {
  return digits === undefined ? '' : digits.slice(0, 6).replace(TRAILING_ZEROS, '');
}

function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === 'Z' || text === 'z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0);
  return text.startsWith('-') ? -minutes : minutes;
}

function readHour(digits: string | undefined, half: string | undefined): number {
  const hour = Number(digits ?? 0);
  if (half === undefined) return hour;
  if (AFTERNOON.test(half)) return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

function parseSeparated(text: string): Moment | null {
  const parts = SEPARATED.exec(text);
  if (parts === null) return null;
  return {
    year: Number(parts[1]),
    month: Number(parts[2]),
    day: Number(parts[3]),
    hour: readHour(parts[5], parts[4] ?? parts[9]),
    minute: Number(parts[6] ?? 0),
    second: Number(parts[7] ?? 0),
    fraction: readFraction(parts[8]),
    offset: readOffset(parts[10]),
  };
}

function parseCompact(text: string): Moment | null {
  const parts = COMPACT_LENGTHS.has(text.length) ? COMPACT.exec(text) : null;
  if (parts === null) return null;
  return {
    year: Number(parts[1]),
    month: Number(parts[2]),
    day: Number(parts[3]),
    hour: Number(parts[4] ?? 0),
    minute: Number(parts[5] ?? 0),
    second: Number(parts[6] ?? 0),
    fraction: readFraction(parts[7]),
    offset: null,
  };
}

/** 二〇一九年三月五日, 二○一九年十二月廿三日. */
function parseChinese(text: string): Moment | null {
  const parts = CHINESE.exec(text);
  if (parts === null) return null;
  const year = readPositional(parts[1] ?? '');
  const month = readBelowTenThousand(parts[2] ?? '');
  const day = readBelowTenThousand(parts[3] ?? '');
  if (year === null || month === null || day === null) return null;
  return { year, month, day, hour: 0, minute: 0, second: 0, fraction: '', offset: null };
}

/** `text` half width and trimmed; null where it has none of the known forms. */
export function parseMoment(text: string): Moment | null {
  return parseSeparated(text) ?? parseCompact(text) ?? parseChinese(text);
}
