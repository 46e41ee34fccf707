/** Days of the calendar as text. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `2020-11-30`: JavaScript alone would take 30 February for 1 March. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
