/** Stable ids and hashes: SHA-256 cut to 128 bits, written as 32 hex digits (PostgreSQL reads them as uuid). */
import { hash, randomBytes } from 'node:crypto';
import { rowText, type RowValue } from './row-text.ts';

/** @param text as characters, or as its bytes in UTF-8. */
export function hashText(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

/** Hash of one raw or canonical row: null and empty text differ, and no value can be taken for two. */
export function hashValues(values: readonly RowValue[]): string {
  return hashText(rowText(values));
}

/** Canonical key: derived from where the record comes from, so that it is the same in every run and on every machine. */
export function canonicalId(
  entity: string,
  system: string,
  stream: string,
  sourceKey: string,
  role = '',
  ordinal = 0,
): string {
  return hashValues([entity, system, stream, sourceKey, role, ordinal]);
}

/** Sortable by time: `20201130T183000-a1b2c3`. */
export function newRunId(now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}
