/** The attributes of a cell tag, read in place: this runs once per cell, where general parsing costs most. */
import { eachAttribute } from '../xml/attributes.ts';
import { columnOfAddress } from './address.ts';

export interface CellAttributes {
  /** Counted from 0; what it was before where the cell does not say. */
  column: number;
  type: string;
  style: number;
}

const DOUBLE = 34;
const SINGLE = 39;
const SPACE = 32;
const COLON = 58;

/** Sets what the tag says on `cell`. */
export function readCellAttributes(raw: string, cell: CellAttributes): void {
  for (let equals = raw.indexOf('='); equals >= 0;) {
    const quote = raw.charCodeAt(equals + 1);
    const name = raw.charCodeAt(equals - 1);
    // Spaces around the sign, which no spreadsheet writes.
    if (name <= SPACE || (quote !== DOUBLE && quote !== SINGLE)) return readCarefully(raw, cell);
    const close = raw.indexOf(quote === DOUBLE ? '"' : "'", equals + 2);
    if (close < 0) return;
    const before = raw.charCodeAt(equals - 2);
    if (before <= SPACE || before === COLON) setByCode(name, raw.slice(equals + 2, close), cell);
    equals = raw.indexOf('=', close + 1);
  }
}

function setByCode(name: number, value: string, cell: CellAttributes): void {
  if (name === 114) cell.column = columnOfAddress(value) ?? cell.column;
  else if (name === 116) cell.type = value;
  else if (name === 115) cell.style = Number(value);
}

function readCarefully(raw: string, cell: CellAttributes): void {
  eachAttribute(raw, (name, value) => {
    if (name.length === 1) setByCode(name.charCodeAt(0), value, cell);
  });
}
