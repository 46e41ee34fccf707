/** How the bytes of a field become text. */
import type { MysqlColumn } from './columns.ts';

/** What the driver offers of a field; one of the two is called, once. */
export interface Field {
  readonly name: string;
  string(encoding: string): string | null;
  buffer(): Buffer | null;
}

export type FieldReader = (field: Field) => string | null;

const utf8: FieldReader = (field) => field.string('utf8');
/** A byte per character, to be decoded later. */
const bytes: FieldReader = (field) => field.string('latin1');

const hex: FieldReader = (field) => {
  const value = field.buffer();
  return value && `0x${value.toString('hex').toUpperCase()}`;
};

function bitsOf(width: number): FieldReader {
  return (field) => {
    const value = field.buffer();
    return (
      value &&
      BigInt(`0x${value.toString('hex')}`)
        .toString(2)
        .padStart(width, '0')
    );
  };
}

function readerOf({ form, bits }: MysqlColumn): FieldReader {
  if (form === 'stored') return bytes;
  if (form === 'binary') return hex;
  return form === 'bits' ? bitsOf(bits) : utf8;
}

/** Name of a field in a result: names of the columns themselves may be in any character set. */
export function fieldName(place: number): string {
  return `c${place}`;
}

/** @param columns of the result, in order; further fields are read as they are. */
export function fieldReader(columns: readonly MysqlColumn[]): FieldReader {
  const readers = new Map(columns.map((column, place) => [fieldName(place), readerOf(column)]));
  return (field) => (readers.get(field.name) ?? utf8)(field);
}
