/** The civil (Gregorian) calendar without time zones: which days exist and how they are written. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Month 1–12; false for fractions, NaN and anything outside the calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const days = month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0);
  return year > 0 && day >= 1 && day <= days && Number.isInteger(day);
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** yyyy-MM-dd; years 0–9999. */
export function writeDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}
