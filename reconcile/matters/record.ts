/** One record as the comparisons see it: every value read once and brought to the form in which it is compared. */
import { coreName } from './names.ts';
import type { MatterRole } from './contract.ts';
import { isSerial, numbersSaidIn, plainNumber, sortNumbers, wholeOf } from './numbers.ts';
import { plainOwner } from './owners.ts';
import type { MatterSource, Trade } from './sources.ts';

export interface MatterRecord {
  readonly id: string;
  readonly source: MatterSource;
  readonly system: string;
  /** Canonical ids of the records it is a part of. */
  readonly parents: readonly string[];
  readonly ownNumber: string | null;
  /** Numbers of other records in its own columns. */
  readonly named: readonly string[];
  /** Numbers said in its text and in no column. */
  readonly said: readonly string[];
  /** Investment codes: its own where it has a column for it, else those it names. */
  readonly codes: readonly string[];
  /** Cores of its names, the better first; each once. */
  readonly names: readonly string[];
  readonly owner: string | null;
  readonly division: string | null;
  readonly trade: Trade | null;
  readonly amount: string | null;
  /** Days since 1970. */
  readonly day: number | null;
}

export type FieldOf = (field: string) => string | null;

const TRADES: ReadonlySet<string> = new Set(['A', 'B', 'C', 'D', 'E']);
const DAY_MS = 86_400_000;

function tradeOf(source: MatterSource, category: string | null): Trade | null {
  const letter = category?.charAt(0) ?? '';
  return TRADES.has(letter) ? (letter as Trade) : source.trade;
}

function dayOf(text: string | null): number | null {
  if (text === null) return null;
  const time = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / DAY_MS;
}

/** 元 without trailing zeros; amounts that say nothing (0, 1 元) are none. */
function amountOf(text: string | null): string | null {
  const plain = text?.replace(/\.?0+$/u, '') ?? '';
  return plain.length >= 4 ? (text?.includes('.') ? plain : text) : null;
}

/** One list for all records that hold nothing. */
const NONE: readonly string[] = [];
const listOf = (items: readonly string[]): readonly string[] => (items.length === 0 ? NONE : items);

export function readMatterRecord(
  source: MatterSource,
  place: { id: string; system: string },
  of: FieldOf,
): MatterRecord {
  const value = (field: string | null): string | null => (field === null ? null : of(field));
  const present = (fields: readonly string[]): string[] => fields.map(of).filter((text) => text !== null);
  const own = plainNumber(value(source.ownNumber) ?? '');
  const code = value(source.investmentCode);
  const named = sortNumbers(present(source.namedNumbers));
  const said = sortNumbers(numbersSaidIn(value(source.body)));
  const names = present(source.names).map(coreName);
  return {
    ...place,
    source,
    parents: listOf(present(source.parents)),
    ownNumber: own.length >= 4 ? own : null,
    named: listOf(named.numbers),
    said: listOf(said.numbers.filter((number) => !named.numbers.includes(number))),
    codes: listOf(code === null ? [...new Set([...named.codes, ...said.codes])] : sortNumbers([code]).codes),
    names: listOf([...new Set(names.filter((name) => name !== null))]),
    owner: plainOwner(value(source.owner)),
    division: value(source.division),
    trade: tradeOf(source, value(source.tradeCategory)),
    amount: amountOf(value(source.amount)),
    day: dayOf(value(source.day)),
  };
}

/** A listing under a number of another one is a further lot of the same mandate. */
export function roleOf({ source, ownNumber }: MatterRecord): MatterRole {
  const whole = source.role === 'listing' && ownNumber !== null ? wholeOf(ownNumber) : null;
  return whole !== null && isSerial(whole) ? 'lot' : source.role;
}
