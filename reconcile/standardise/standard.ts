/**
 * How the canonical records of an entity become the columns its model compares. A standardiser is pure: the same record
 * gives the same columns on every machine, and no column depends on another record.
 */
import type { RecordBatch, StandardBatch } from '../contract.ts';
import { LIST_SEPARATOR } from '../model/condition.ts';
import type { ColumnKind } from '../model/model.ts';

/** Values of one record by canonical field (camel case), exact text; `system` is among them. */
export type RecordValues = Readonly<Record<string, string | null | undefined>>;

export interface Standard<Column extends string = string> {
  /** Canonical fields it reads, in the order a batch must hold them. */
  readonly reads: readonly string[];
  /** Columns it gives, in order, and how each is read. */
  readonly columns: Readonly<Record<Column, ColumnKind>>;
  readonly standardise: (values: RecordValues) => Readonly<Record<Column, string | null>>;
}

/** Null for nothing, so that an empty text is no evidence. */
export function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** A list column; null where nothing is in it. */
export function listOf(items: readonly string[]): string | null {
  const filled = items.filter((item) => item !== '');
  return filled.length === 0 ? null : [...new Set(filled)].join(LIST_SEPARATOR);
}

/** @param batch columns in the order of `standard.reads`. @returns the same records in the order of `standard.columns`. */
export function standardiseBatch(standard: Standard, batch: RecordBatch): StandardBatch {
  const names = Object.keys(standard.columns);
  const columns: (string | null)[][] = names.map(() => []);
  for (let record = 0; record < batch.ids.length; record++) {
    const values: Record<string, string | null> = {};
    for (const [index, field] of standard.reads.entries()) values[field] = batch.columns[index]?.[record] ?? null;
    const standardised = standard.standardise(values);
    for (const [index, name] of names.entries()) columns[index]?.push(standardised[name] ?? null);
  }
  return { columns };
}
