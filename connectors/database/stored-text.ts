/**
 * Texts whose declared encoding says nothing about their bytes: they come unconverted, a byte per character, and are
 * decoded here, field by field, so that a broken text costs its own record.
 */
import type { TextDecoder } from 'node:util';
import { findInvalidByte, lenientDecoder, strictDecoder } from '../../formats/encoding.ts';
import type { RecordProblem } from '../connector.ts';

export type StoredEncoding = 'utf-8' | 'gb18030';

// oxlint-disable-next-line no-control-regex -- what is not ASCII is what is to be decoded
const ASCII = /^[\x00-\x7f]*$/;
const SHOWN_BYTES = 4;

interface Field {
  readonly place: number;
  readonly column: string;
  readonly encoding: StoredEncoding;
  readonly strict: TextDecoder;
  readonly lenient: TextDecoder;
}

export class StoredTextDecoder {
  private readonly fields: readonly Field[];

  /** @param encodings what the bytes are, per column; undefined where a value is a text already. */
  constructor(columns: readonly string[], encodings: readonly (StoredEncoding | undefined)[]) {
    this.fields = columns.flatMap((column, place) => {
      const encoding = encodings[place];
      if (encoding === undefined) return [];
      return [{ place, column, encoding, strict: strictDecoder(encoding), lenient: lenientDecoder(encoding) }];
    });
  }

  /** Decodes in place. */
  decode(values: (string | null)[]): RecordProblem[] {
    const problems: RecordProblem[] = [];
    for (const field of this.fields) {
      const value = values[field.place];
      if (value === null || value === undefined || ASCII.test(value)) continue;
      const bytes = Buffer.from(value, 'latin1');
      try {
        values[field.place] = field.strict.decode(bytes);
      } catch {
        values[field.place] = field.lenient.decode(bytes);
        problems.push(problemOf(field, bytes));
      }
    }
    return problems;
  }
}

function problemOf({ column, encoding }: Field, bytes: Buffer): RecordProblem {
  // The byte before may be the first half of the character that is broken.
  const at = Math.max(0, findInvalidByte(bytes, encoding) - 1);
  const detail = `字节${at}：${bytes.subarray(at, at + SHOWN_BYTES).toString('hex')}`;
  return { rule: 'invalid_bytes', column, severity: 'blocking', detail };
}
