/** Cell addresses of a spreadsheet: `AB12`, `A1:C3`, column letters. */

const ADDRESS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const LETTERS = 26;

/** Column letters of a column counted from 0: 0 is A, 27 is AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(65 + ((rest - 1) % LETTERS)) + letters;
  }
  return letters;
}

/** Column counted from 0 of an address; a hand-written loop because it runs once per cell. */
export function columnOfAddress(address: string): number | undefined {
  let column = 0;
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * LETTERS + code - 64;
  }
  return column > 0 ? column - 1 : undefined;
}

/** A merged range; rows from 1, columns from 0, ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function parseRange(text: string): CellRange | undefined {
  const [from = '', to = from] = text.split(':');
  const start = ADDRESS.exec(from.trim());
  const end = ADDRESS.exec(to.trim());
  if (!start || !end) return undefined;
  return {
    top: Number(start[2]),
    left: columnOfAddress(start[1] ?? '') ?? 0,
    bottom: Number(end[2]),
    right: columnOfAddress(end[1] ?? '') ?? 0,
  };
}
