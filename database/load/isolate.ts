/**
 * Copies one chunk; a record the database refuses is found by halving the encoded lines and waits in quarantine. Works
 * on the lines, whose first column is the record's number, so that nothing but bytes is kept while a chunk is written.
 */
import { rowText } from '../../core/row-text.ts';
import { RULES } from '../../schemas/rules.ts';
import type { Client } from '../connection.ts';
import { CopyBuffer, copyInto } from './copy.ts';
import { STAGE_ISSUE_COLUMNS, STAGE_RAW_COLUMNS } from './stage-tables.ts';

export interface EncodedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly pieces: readonly Buffer[];
}

/** Raw rows first, issues last, canonical rows between. */
export type EncodedChunk = readonly EncodedTable[];

/** Data exceptions and integrity violations: classes 22 and 23 of the SQLSTATE table. */
function isDataError(thrown: unknown): thrown is Error {
  return thrown instanceof Error && 'code' in thrown && /^2[23]/.test(String(thrown.code));
}

function ordOf(line: string): number {
  return Number.parseInt(line, 10);
}

/** Line feeds inside values are escaped: every one ends a line. */
function linesOf({ pieces }: EncodedTable): string[] {
  return Buffer.concat(pieces)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function withLines(table: EncodedTable, lines: readonly string[]): EncodedTable {
  return { ...table, pieces: lines.length === 0 ? [] : [Buffer.from(`${lines.join('\n')}\n`)] };
}

function only(chunk: EncodedChunk, ords: ReadonlySet<number>): EncodedChunk {
  return chunk.map((table) =>
    withLines(
      table,
      linesOf(table).filter((line) => ords.has(ordOf(line))),
    ),
  );
}

/** The record alone, in quarantine: no canonical rows, its issues and the reason. */
function rejected(chunk: EncodedChunk, reason: Error): EncodedChunk {
  const [raw, ...others] = chunk;
  const issues = others.pop();
  if (!raw || !issues) throw reason;
  const cells = linesOf(raw)[0]?.split('\t') ?? [];
  cells[STAGE_RAW_COLUMNS.indexOf('verdict')] = 'quarantined';
  const { severity, disposition } = RULES.record_rejected;
  const position = cells[STAGE_RAW_COLUMNS.indexOf('position')] ?? '';
  const buffer = new CopyBuffer();
  const issue = { ord: cells[0] ?? '', rule: 'record_rejected', severity, disposition, position };
  const texts: Readonly<Record<string, string>> = { ...issue, field: '', personal: 'none', detail: reason.message };
  buffer.add(rowText(STAGE_ISSUE_COLUMNS.map((name) => texts[name] ?? null)));
  return [
    withLines(raw, [cells.join('\t')]),
    ...others.map((table) => withLines(table, [])),
    { ...issues, pieces: [...issues.pieces, ...buffer.take()] },
  ];
}

async function copyAll(client: Client, chunk: EncodedChunk): Promise<void> {
  for (const { name, columns, pieces } of chunk) await copyInto(client, name, columns, pieces);
}

export async function copyIsolating(client: Client, chunk: EncodedChunk): Promise<void> {
  await client.query('savepoint chunk');
  try {
    await copyAll(client, chunk);
  } catch (thrown) {
    if (!isDataError(thrown)) throw thrown;
    await client.query('rollback to savepoint chunk');
    const [raw] = chunk;
    const ords = raw ? linesOf(raw).map(ordOf) : [];
    if (ords.length <= 1) {
      await copyAll(client, rejected(chunk, thrown));
      return;
    }
    const middle = ords.length >> 1;
    await copyIsolating(client, only(chunk, new Set(ords.slice(0, middle))));
    await copyIsolating(client, only(chunk, new Set(ords.slice(middle))));
  }
}
