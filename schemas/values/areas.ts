/** Areas in the units of the land and mining registers → square metres as exact decimal text. */
import { clean, found, noValue } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { roundPlaces, shiftPoint } from './decimals.ts';
import { isNoValueWord } from './no-value.ts';
import { readDecimal } from './numbers.ts';
import { removeSpaces, toHalfWidth } from './width.ts';

export type AreaUnit = '㎡' | '亩' | '公顷' | 'km²';

const UNITS: ReadonlyMap<string, AreaUnit> = new Map([
  ['㎡', '㎡'],
  ['m2', '㎡'],
  ['m²', '㎡'],
  ['平方米', '㎡'],
  ['亩', '亩'],
  ['公顷', '公顷'],
  ['hm²', '公顷'],
  ['hm2', '公顷'],
  ['km²', 'km²'],
  ['㎢', 'km²'],
  ['km2', 'km²'],
  ['平方公里', 'km²'],
  ['平方千米', 'km²'],
]);

/** Decimals kept: those of the canonical columns. */
const PLACES = 10;
const MU_PER_HECTARE = 15n;

/** 15 亩 are 10,000 m²: an exact division, rounded at the last decimal that is kept. */
function fromMu(value: string): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const scale = PLACES + 1 + fraction.length;
  const digits = (BigInt(whole + fraction) * 10n ** BigInt(4 + PLACES + 1)) / MU_PER_HECTARE;
  const text = digits.toString().padStart(scale + 1, '0');
  const exact = `${negative ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`;
  const reading = readDecimal(roundPlaces(exact, PLACES));
  return reading.value ?? '0';
}

function toSquareMetres(value: string, unit: AreaUnit): string {
  if (unit === '亩') return fromMu(value);
  return shiftPoint(value, unit === 'km²' ? 6 : unit === '公顷' ? 4 : 0);
}

/** A figure in a known unit → m². */
export function readArea(text: string, unit: AreaUnit): Reading<string> {
  const { value, rules } = readDecimal(text);
  return value === null ? { value, rules } : clean(toSquareMetres(value, unit));
}

/** The unit as a record writes it beside the figure. */
export function readAreaUnit(text: string): Reading<AreaUnit> {
  const written = removeSpaces(text);
  const narrow = toHalfWidth(written).toLowerCase();
  if (isNoValueWord(narrow)) return noValue();
  const unit = UNITS.get(written) ?? UNITS.get(narrow);
  return unit === undefined ? found<AreaUnit>(null, 'code_unknown') : clean(unit);
}
