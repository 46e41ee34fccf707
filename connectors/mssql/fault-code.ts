/** What kind of fault a thrown error is: the number the server gave it, or the code of the driver or the network. */
import { findCode } from '../database/fault-texts.ts';

/** Codes of the driver that only wrap what happened below. */
const WRAPPERS: ReadonlySet<string> = new Set(['ESOCKET', 'EABORT', 'EREQUEST', 'UNKNOWN']);

/** Undefined where the error is none of the server, the driver or the network. */
export function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if ('number' in thrown && typeof thrown.number === 'number') return String(thrown.number);
  const code = findCode(thrown);
  if (code !== undefined && !WRAPPERS.has(code)) return code;
  const below = 'originalError' in thrown ? thrown.originalError : thrown.cause;
  return codeOf(below) ?? code;
}
