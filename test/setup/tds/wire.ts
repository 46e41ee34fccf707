/** Tokens of a TDS answer, as bytes. Source: Microsoft [MS-TDS], section 2.2.7. */
import { TYPES } from 'tedious';

/** What the data types of the driver read of its options: all it needs to write TDS 7.4. */
const OPTIONS = { tdsVersion: '7_4', useUTC: true } as never;

export type ColumnType = (typeof TYPES)[keyof typeof TYPES];

export interface TdsColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Characters or bytes; absent where the type has no length, or none that matters. */
  readonly length?: number;
}

/** Chinese_PRC_CI_AS: code page 936. */
export const COLLATION = Buffer.from([0x04, 0x08, 0xd0, 0x00, 0x00]);
const DONE_STATUS = { final: 0x00, more: 0x01, error: 0x02, count: 0x10, attention: 0x20 } as const;
const MAXIMUM = 8000;

const ucs2 = (text: string): Buffer => Buffer.from(text, 'ucs2');
const byte = (value: number): Buffer => Buffer.from([value]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const shortText = (text: string): Buffer => Buffer.concat([byte(text.length), ucs2(text)]);
const longText = (text: string): Buffer => Buffer.concat([uint16(text.length), ucs2(text)]);
const shortBytes = (bytes: Buffer): Buffer => Buffer.concat([byte(bytes.length), bytes]);

function token(type: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([byte(type), uint16(body.length), body]);
}

export function loginAck(): Buffer {
  return token(0xad, byte(1), Buffer.from([0x74, 0, 0, 4]), shortText('TDS double'), Buffer.from([11, 0, 0, 0]));
}

export function databaseChange(database: string): Buffer {
  return token(0xe3, byte(1), shortText(database), shortText('master'));
}

export function packetSizeChange(size: number): Buffer {
  return token(0xe3, byte(4), shortText(String(size)), shortText('4096'));
}

export function collationChange(): Buffer {
  return token(0xe3, byte(7), shortBytes(COLLATION), byte(0));
}

/** Begun, committed or rolled back. */
export function transactionChange(kind: 'begin' | 'commit' | 'rollback', id: Buffer): Buffer {
  if (kind === 'begin') return token(0xe3, byte(8), shortBytes(id), byte(0));
  return token(0xe3, byte(kind === 'commit' ? 9 : 10), byte(0), shortBytes(id));
}

export function errorToken(number: number, message: string): Buffer {
  const severity = number === 18456 ? 14 : 16;
  return token(
    0xaa,
    uint32(number),
    Buffer.from([1, severity]),
    longText(message),
    shortText('double'),
    shortText(''),
    uint32(1),
  );
}

export function infoToken(number: number, message: string): Buffer {
  return token(0xab, uint32(number), Buffer.from([1, 0]), longText(message), shortText('double'), byte(0), uint32(1));
}

interface Done {
  readonly rows?: number;
  readonly error?: true;
  readonly more?: true;
}

function doneToken(type: number, { rows, error, more }: Done): Buffer {
  const status =
    (more ? DONE_STATUS.more : DONE_STATUS.final) |
    (error ? DONE_STATUS.error : 0) |
    (rows === undefined ? 0 : DONE_STATUS.count);
  const bytes = Buffer.alloc(13);
  bytes.writeUInt8(type, 0);
  bytes.writeUInt16LE(status, 1);
  bytes.writeUInt16LE(0xc1, 3);
  bytes.writeBigUInt64LE(BigInt(rows ?? 0), 5);
  return bytes;
}

/** The end of a batch or of a transaction request. */
export const done = (state: Done = {}): Buffer => doneToken(0xfd, state);

/** The end of a procedure call: of its statement, its return value, its own. */
export function procedureDone(state: Done): Buffer {
  const returned = Buffer.concat([byte(0x79), uint32(0)]);
  return Buffer.concat([doneToken(0xff, { ...state, more: true }), returned, doneToken(0xfe, state)]);
}

export function attentionDone(): Buffer {
  const bytes = doneToken(0xfd, {});
  bytes.writeUInt16LE(DONE_STATUS.attention, 1);
  return bytes;
}

const parameterOf = ({ length = MAXIMUM }: TdsColumn, value: unknown) => ({
  value,
  length,
  // Of the values this double sends, only texts have a collation.
  collation: { toBuffer: () => COLLATION, codepage: 'CP936' } as never,
});

export function columnsToken(columns: readonly TdsColumn[]): Buffer {
  const each = columns.map((column) => {
    const info = column.type.generateTypeInfo(parameterOf(column, null), OPTIONS);
    return Buffer.concat([uint32(0), uint16(0x09), info, shortText(column.name)]);
  });
  return Buffer.concat([byte(0x81), uint16(columns.length), ...each]);
}

/** A row without NULL stands in full, one with NULL behind a map of them. */
export function rowToken(columns: readonly TdsColumn[], row: readonly unknown[]): Buffer {
  const parts: Buffer[] = [];
  const empty = Buffer.alloc(Math.ceil(columns.length / 8));
  for (const [place, column] of columns.entries()) {
    const value = row[place] ?? null;
    if (value === null) {
      empty[place >> 3] = (empty[place >> 3] ?? 0) | (1 << (place & 7));
      continue;
    }
    const parameter = parameterOf(column, column.type.validate(value, parameterOf(column, null).collation, OPTIONS));
    parts.push(column.type.generateParameterLength(parameter, OPTIONS));
    parts.push(...column.type.generateParameterData(parameter, OPTIONS));
  }
  return parts.length === columns.length * 2 && !empty.some(Boolean)
    ? Buffer.concat([byte(0xd1), ...parts])
    : Buffer.concat([byte(empty.some(Boolean) ? 0xd2 : 0xd1), ...(empty.some(Boolean) ? [empty] : []), ...parts]);
}
