/** CSV as RFC 4180 has it, safe to open in a spreadsheet. */

/** A spreadsheet runs what begins with these; the full-width forms count as well in East Asian versions. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:\.\d+)?$/;
/** `+86 13912345678`; with hyphens a spreadsheet would compute it. */
const PHONE = /^\+\d{1,3} ?\d{5,14}$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** A leading apostrophe makes a spreadsheet show the text instead of running it. */
export function neutraliseFormula(text: string): string {
  if (!FORMULA_START.test(text) || PLAIN_NUMBER.test(text) || PHONE.test(text)) return text;
  return `'${text}`;
}

function toCell(value: string | null): string {
  if (value === null) return '';
  const safe = neutraliseFormula(value);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map(toCell).join(',')}\r\n`;
}
