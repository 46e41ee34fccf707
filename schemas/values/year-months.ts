/** Years and months without a day (参加工作时间): `yyyy` or `yyyy-MM`, as far as the text says. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { twoDigits } from './calendar.ts';
import { readDate } from './dates.ts';
import { isNoValueWord } from './no-value.ts';
import { removeSpaces, toHalfWidth } from './width.ts';

/** `2003`, `2003年`, `2003-07`, `2003/7`, `2003.07`, `200307`, `2003年7月`. */
const YEAR_MONTH = /^(\d{4})(?:年|[-/.年](\d{1,2})月?|(\d\d))?$/;
/** What systems write where they had no date: zeros, and the ends of their calendars. */
const PLACEHOLDER_YEARS: ReadonlySet<string> = new Set(['0000', '1900', '9999']);
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;

/**
 * The year, and the month where one is written: a month is never invented. A whole date gives its month; a month that
 * does not exist is `date_impossible`.
 */
export function readYearMonth(text: string): Reading<string> {
  const typed = removeSpaces(toHalfWidth(text));
  if (isNoValueWord(typed)) return noValue();
  const parts = YEAR_MONTH.exec(typed);
  if (parts === null) {
    const { value, rules } = readDate(typed);
    return value === null ? { value, rules } : clean(value.slice(0, 7));
  }
  const [, year = '', separated, joined] = parts;
  const month = separated ?? joined;
  if (PLACEHOLDER_YEARS.has(year)) return found<string>(null, 'date_placeholder');
  const known = Number(year) > EARLIEST_YEAR && Number(year) <= LATEST_YEAR;
  const real = month === undefined || (Number(month) >= 1 && Number(month) <= 12);
  if (!known || !real) return found<string>(null, 'date_impossible');
  return clean(month === undefined ? year : `${year}-${twoDigits(Number(month))}`);
}
