/** The issue list that goes back to the bodies that handed over: every open issue, one line each. */
import { maskValue } from '../core/mask.ts';
import type { Database, Row } from '../database/connection.ts';
import { readOpenIssues } from '../database/read/exports.ts';
import type { IssueFilter } from '../database/read/issues.ts';
import { writeCsv, type CsvRow, type CsvTarget } from './csv-file.ts';

const COLUMNS = [
  'run',
  'day',
  'system',
  'stream',
  'source_key',
  'position',
  'field',
  'rule',
  'severity',
  'disposition',
  'loaded_value',
] as const;

function toRow(issue: Row, unmasked: boolean): CsvRow {
  return COLUMNS.map((name) => {
    const value = issue[name] ?? null;
    return name === 'loaded_value' && !unmasked ? maskValue(value, issue['personal'] ?? '') : value;
  });
}

async function* toRows(pieces: AsyncIterable<readonly Row[]>, unmasked: boolean) {
  for await (const piece of pieces) yield piece.map((issue) => toRow(issue, unmasked));
}

export interface IssueExport {
  readonly filter: IssueFilter;
  readonly unmasked: boolean;
  readonly target: CsvTarget;
}

/** @returns how many issues were written. */
export function exportIssues(database: Database, { filter, unmasked, target }: IssueExport): Promise<number> {
  return writeCsv(target, COLUMNS, toRows(readOpenIssues(database, filter), unmasked));
}
