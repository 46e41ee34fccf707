/**
 * Tokens of a TDS answer, as bytes. Source: Microsoft [MS-TDS], section 2.2.7. Types and values are written by the data
 * types of the driver (tedious 19.2.2): a parameter has the same bytes as a value of a row. They are not its public
 * interface; another version of it may need changes here.
 */
import { TYPES } from 'tedious';
import { Collation } from 'tedious/lib/collation.js';

/** What the driver's data types read of its options. */
export const OPTIONS = { tdsVersion: '7_4', useUTC: true } as never;

/** Chinese_PRC_CI_AS: code page 936. */
const COLLATION = Buffer.from([0x04, 0x08, 0xd0, 0x00, 0x00]);
const LONGEST_TEXT = 4000;
const STATUS = { more: 0x01, error: 0x02, count: 0x10, attention: 0x20 } as const;
const SELECT_COMMAND = 0xc1;

export interface TdsColumn {
  readonly name: string;
  readonly type: (typeof TYPES)[keyof typeof TYPES];
  /** Characters or bytes of the longest value; above 4000 the value is sent in pieces (`max`). */
  readonly length?: number;
}

const ucs2 = (text: string): Buffer => Buffer.from(text, 'ucs2');
const byte = (...values: readonly number[]): Buffer => Buffer.from(values);
const uint16 = (value: number): Buffer => byte(value & 0xff, value >> 8);
const shortText = (text: string): Buffer => Buffer.concat([byte(text.length), ucs2(text)]);
const longText = (text: string): Buffer => Buffer.concat([uint16(text.length), ucs2(text)]);
const shortBytes = (bytes: Buffer): Buffer => Buffer.concat([byte(bytes.length), bytes]);

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function token(type: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([byte(type), uint16(body.length), body]);
}

export function loginTokens(database: string, packetSize: number): Buffer {
  return Buffer.concat([
    token(0xe3, byte(1), shortText(database), shortText('master')),
    token(0xe3, byte(7), shortBytes(COLLATION), byte(0)),
    token(0xad, byte(1), byte(0x74, 0, 0, 4), shortText('TDS double'), byte(11, 0, 0, 0)),
    token(0xe3, byte(4), shortText(String(packetSize)), shortText('4096')),
  ]);
}

export function transactionToken(kind: 'begin' | 'commit' | 'rollback', id: Buffer): Buffer {
  if (kind === 'begin') return token(0xe3, byte(8), shortBytes(id), byte(0));
  return token(0xe3, byte(kind === 'commit' ? 9 : 10), byte(0), shortBytes(id));
}

export function errorToken(number: number, message: string): Buffer {
  const place = Buffer.concat([shortText('double'), shortText(''), uint32(1)]);
  return token(0xaa, uint32(number), byte(1, 14), longText(message), place);
}

export function infoToken(message: string): Buffer {
  const place = Buffer.concat([shortText('double'), shortText(''), uint32(1)]);
  return token(0xab, uint32(5701), byte(2, 0), longText(message), place);
}

export interface Done {
  readonly rows?: number;
  readonly error?: boolean;
}

function doneToken(type: number, status: number, rows = 0): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt8(type);
  bytes.writeUInt16LE(status, 1);
  bytes.writeUInt16LE(SELECT_COMMAND, 3);
  bytes.writeBigUInt64LE(BigInt(rows), 5);
  return bytes;
}

const statusOf = ({ rows, error }: Done): number =>
  (error ? STATUS.error : 0) | (rows === undefined ? 0 : STATUS.count);

/** The end of a batch or of a transaction request. */
export const done = (end: Done = {}): Buffer => doneToken(0xfd, statusOf(end), end.rows);

/** The end of a procedure call: of its statement, with its return value, its own. */
export function procedureDone(end: Done): Buffer {
  const statement = doneToken(0xff, statusOf(end) | STATUS.more, end.rows);
  return Buffer.concat([statement, byte(0x79), uint32(0), doneToken(0xfe, statusOf(end))]);
}

export const attentionDone = (): Buffer => doneToken(0xfd, STATUS.attention);

function parameterOf({ length = LONGEST_TEXT }: TdsColumn, value: unknown) {
  return { value, length, collation: Collation.fromBuffer(COLLATION) };
}

export function columnsToken(columns: readonly TdsColumn[]): Buffer {
  const each = columns.map((column) => {
    const info = column.type.generateTypeInfo(parameterOf(column, null), OPTIONS);
    return Buffer.concat([uint32(0), uint16(0x09), info, shortText(column.name)]);
  });
  return Buffer.concat([byte(0x81), uint16(columns.length), ...each]);
}

/** A row with NULL in it stands behind a map of them, any other without. */
export function rowToken(columns: readonly TdsColumn[], row: readonly unknown[]): Buffer {
  const map = Buffer.alloc(Math.ceil(columns.length / 8));
  const values: Buffer[] = [];
  for (const [place, column] of columns.entries()) {
    const value = row[place] ?? null;
    if (value === null) {
      map[place >> 3] = (map[place >> 3] ?? 0) | (1 << (place & 7));
      continue;
    }
    const parameter = parameterOf(column, value);
    values.push(column.type.generateParameterLength(parameter, OPTIONS));
    values.push(...column.type.generateParameterData(parameter, OPTIONS));
  }
  return map.some((bits) => bits !== 0)
    ? Buffer.concat([byte(0xd2), map, ...values])
    : Buffer.concat([byte(0xd1), ...values]);
}
