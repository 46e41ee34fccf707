/** 组织机构代码, the organisation code of GB 11714-1997: 8 characters of 0-9A-Z and a check of 0-9 or X (MOD 11). */

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const SHAPE = /^[0-9A-Z]{8}[0-9X]$/;
const HYPHENED = /^[0-9A-Za-z]{8}[-‐‑–—－][0-9A-Za-z]$/;

/** Check character for the first 8; null where they are not 0-9A-Z. */
export function orgCodeCheck(first8: string): string | null {
  if (first8.length < 8) return null;
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const code = first8.charCodeAt(i);
    const isDigit = code >= 48 && code <= 57;
    if (!isDigit && (code < 65 || code > 90)) return null;
    sum += (isDigit ? code - 48 : code - 55) * (WEIGHTS[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Nine characters, upper case, without hyphen. */
export function isValidOrgCode(text: string): boolean {
  return text.length === 9 && SHAPE.test(text) && orgCodeCheck(text) === text.charAt(8);
}

/** `76191136-X` → `76191136X`; text of another shape is returned as it is. */
export function normaliseOrgCode(text: string): string {
  return text.length === 10 && HYPHENED.test(text) ? text.slice(0, 8) + text.charAt(9) : text;
}
