/**
 * Databases whose declared encoding says nothing about their bytes: `SQL_ASCII` takes whatever it is given, and one
 * character that cannot be converted would end the whole COPY. Their bytes come unconverted and are decoded here, field
 * by field, so that a broken text costs its own record.
 */
import type { TextDecoder } from 'node:util';
import { findInvalidByte, lenientDecoder, strictDecoder } from '../../formats/encoding.ts';
import type { RecordProblem } from '../connector.ts';
import type { PostgresSettings } from './settings.ts';

export type StoredEncoding = NonNullable<PostgresSettings['encoding']>;

/**
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

// oxlint-disable-next-line no-control-regex -- what is not ASCII is what is to be decoded
const ASCII = /^[\x00-\x7f]*$/;
const SHOWN_BYTES = 4;

export class StoredTextDecoder {
  private readonly encoding: StoredEncoding;
  private readonly strict: TextDecoder;
  private readonly lenient: TextDecoder;

  constructor(encoding: StoredEncoding) {
    this.encoding = encoding;
    this.strict = strictDecoder(encoding);
    this.lenient = lenientDecoder(encoding);
  }

  /** Decodes in place; `values` hold bytes as characters. */
  decode(values: (string | null)[], columns: readonly string[]): RecordProblem[] {
    const problems: RecordProblem[] = [];
    for (let place = 0; place < columns.length; place += 1) {
      const value = values[place];
      if (value === null || value === undefined || ASCII.test(value)) continue;
      const bytes = Buffer.from(value, 'latin1');
      try {
        values[place] = this.strict.decode(bytes);
      } catch {
        values[place] = this.lenient.decode(bytes);
        problems.push(this.problem(columns[place] ?? '', bytes));
      }
    }
    return problems;
  }

  private problem(column: string, bytes: Buffer): RecordProblem {
    // The byte before may be the first half of the character that is broken.
    const at = Math.max(0, findInvalidByte(bytes, this.encoding) - 1);
    const detail = `字节${at}：${bytes.subarray(at, at + SHOWN_BYTES).toString('hex')}`;
    return { rule: 'invalid_bytes', column, severity: 'blocking', detail };
  }
}
