/** Databases whose declared encoding says nothing about their bytes. */
import type { StoredEncoding } from '../database/stored-text.ts';

/**
 * One character that cannot be converted would end a whole COPY: such bytes are decoded by us.
 * @param declared encoding of the database, as PostgreSQL names it.
 * @param given what the settings say the bytes really are.
 * @returns undefined where the server is trusted to give UTF-8.
 */
export function findStoredEncoding(declared: string, given: StoredEncoding | undefined): StoredEncoding | undefined {
  if (declared === 'UTF8') return given === 'utf-8' ? given : undefined;
  if (given !== undefined) return given;
  if (declared === 'SQL_ASCII') return 'utf-8';
  // GB18030 holds all of EUC_CN (GB 2312).
  return declared === 'EUC_CN' ? 'gb18030' : undefined;
}
