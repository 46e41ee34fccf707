/** Matters that other centres of the shared world hold: what their rows say, for the notices that follow them. */
import { dayOf } from '../forms/dates.ts';
import { nameIn, type Source } from './sources.ts';
import { textOf, type Row } from '../types.ts';

export interface Outcome {
  readonly name: string;
  readonly winners: readonly string[];
  /** Whole yuan. */
  readonly amount: number;
}

export interface Matter {
  /** Centre that sends the notices. */
  readonly sender: string;
  readonly category: string;
  readonly numbers: readonly string[];
  readonly name: string;
  readonly owner: string;
  readonly agency: string | null;
  readonly division: string;
  readonly start: number;
  readonly outcomes: readonly Outcome[];
  /** As the rows of its centre say; empty where they do not. */
  readonly undertaking: string;
}

export type Tables = Readonly<Record<string, readonly Row[]>>;

function byField(rows: readonly Row[] = [], field: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(textOf(row, field), [...(groups.get(textOf(row, field)) ?? []), row]);
  return groups;
}

function dayIn(text: string): number {
  const [year = 0, month = 0, date = 0] = text.slice(0, 10).split('-').map(Number);
  return dayOf(year, month, date);
}

/** @param tables of the source's centre, clean */
export function readMatters(source: Source, tables: Tables): Matter[] {
  const { matters, lots, results } = source;
  const [lotsOf, resultsOf] = [byField(tables[lots.table], lots.matter), byField(tables[results.table], results.lot)];
  return (tables[matters.table] ?? []).map((row) => ({
    sender: source.sender,
    undertaking: row.undertaking ?? '',
    category: source.category(row),
    numbers: matters.numbers.map((field) => textOf(row, field)).filter(Boolean),
    name: source.name(row),
    owner: source.owner(row),
    agency: source.agency(row) || null,
    division: source.division(row),
    start: dayIn(textOf(row, source.day)),
    outcomes: (lotsOf.get(textOf(row, matters.key)) ?? []).flatMap((lot) =>
      (resultsOf.get(textOf(lot, lots.key)) ?? []).map((result) => ({
        name: textOf(lot, lots.name),
        winners: [nameIn(results.winner)(result)],
        amount: source.amount(result),
      })),
    ),
  }));
}
