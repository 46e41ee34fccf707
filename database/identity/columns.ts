/** Columns of numbers and texts into a temporary table, by COPY. */
import { rowText, type RowValue } from '../../core/row-text.ts';
import type { Client } from '../connection.ts';
import { CopyBuffer, copyInto } from '../load/copy.ts';

/** Rows per COPY: few statements, little memory. */
const CHUNK = 50_000;

export interface TableColumns {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** @returns values of row r. */
  readonly row: (row: number) => readonly RowValue[];
}

export async function copyRows(client: Client, { table, columns, rows, row }: TableColumns): Promise<void> {
  const buffer = new CopyBuffer();
  for (let from = 0; from < rows; from += CHUNK) {
    const until = Math.min(from + CHUNK, rows);
    for (let at = from; at < until; at += 1) buffer.add(rowText(row(at)));
    await copyInto(client, table, columns, buffer.take());
  }
}
