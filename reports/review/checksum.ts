/**
 * Proof that a sheet came back as it went out. A code per row names the row somebody edited; the sheet's checksum, kept in
 * the database when the sheet is written, holds even against someone who makes the codes anew.
 */
import { createHash } from 'node:crypto';

const DIGITS = 16;

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  // Lengths in front, so that no two lists of parts read alike.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}

/** Spreadsheets write line ends as they like, and drop spaces nobody sees. */
function normal(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

export interface LockedRow {
  /** Text of the locked visible cells, answers left out. */
  readonly texts: readonly string[];
  readonly record: string;
  readonly version: string;
}

/** @param pair number of the pair in the sheet: a row moved to another pair is found out. */
export function rowCode(exportId: string, pair: number, { texts, record, version }: LockedRow): string {
  return digest([exportId, String(pair), record, version, ...texts.map(normal)]).slice(0, DIGITS);
}

/** Whatever the order in which somebody has sorted the rows. */
export function sheetChecksum(exportId: string, titles: readonly string[], codes: readonly string[]): string {
  return digest([exportId, ...titles.map(normal), ...codes.toSorted()]);
}
