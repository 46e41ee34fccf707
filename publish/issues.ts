/** The issue list that goes back to the bodies that handed over: every open issue, one line each. */
import { maskValue } from '../core/mask.ts';
import type { Database, Row } from '../database/connection.ts';
import { readOpenIssues } from '../database/read/exports.ts';
import type { IssueFilter } from '../database/read/issues.ts';
import { writeCsv, type CsvRow, type CsvTarget } from './csv-file.ts';
import type { ShowKey } from './source-key.ts';

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

function toRow(issue: Row, { unmasked, showKey }: IssueExport): CsvRow {
  return COLUMNS.map((name) => {
    const value = issue[name] ?? null;
    if (unmasked) return value;
    if (name === 'source_key') return showKey(issue);
    return name === 'loaded_value' ? maskValue(value, issue['personal'] ?? '') : value;
  });
}

async function* toRows(pieces: AsyncIterable<readonly Row[]>, options: IssueExport) {
  for await (const piece of pieces) yield piece.map((issue) => toRow(issue, options));
}

export interface IssueExport {
  readonly filter: IssueFilter;
  readonly unmasked: boolean;
  readonly showKey: ShowKey;
  readonly target: CsvTarget;
}

/** @returns how many issues were written. */
export function exportIssues(database: Database, options: IssueExport): Promise<number> {
  return writeCsv(options.target, COLUMNS, toRows(readOpenIssues(database, options.filter), options));
}
