/** What a TDS client says, read from bytes. Source: Microsoft [MS-TDS], sections 2.2.5 and 2.2.6. */
import { readMetadata } from 'tedious/lib/metadata-parser.js';
import { readValue } from 'tedious/lib/value-parser.js';
import { OPTIONS } from './wire.ts';

export interface Login {
  readonly user: string;
  readonly password: string;
  readonly application: string;
  readonly database: string;
  readonly packetSize: number;
  readonly readOnlyIntent: boolean;
}

/** Places of offset and length in the fixed part. */
const FIELDS = { user: 40, password: 44, application: 48, database: 68 } as const;
const READ_ONLY_INTENT = 0x20;

export function readLogin(message: Buffer): Login {
  const field = (at: number): Buffer => {
    const from = message.readUInt16LE(at);
    return message.subarray(from, from + message.readUInt16LE(at + 2) * 2);
  };
  const password = field(FIELDS.password).map((bits) => {
    const plain = bits ^ 0xa5;
    return ((plain << 4) | (plain >> 4)) & 0xff;
  });
  return {
    user: field(FIELDS.user).toString('ucs2'),
    password: Buffer.from(password).toString('ucs2'),
    application: field(FIELDS.application).toString('ucs2'),
    database: field(FIELDS.database).toString('ucs2'),
    packetSize: message.readUInt32LE(8),
    readOnlyIntent: (message.readUInt8(26) & READ_ONLY_INTENT) !== 0,
  };
}

/** Behind the headers that every request carries (the transaction it belongs to). */
function bodyOf(message: Buffer): Buffer {
  return message.subarray(message.readUInt32LE(0));
}

export function readBatch(message: Buffer): string {
  return bodyOf(message).toString('ucs2');
}

export interface Call {
  readonly text: string;
  /** By name, without the @. */
  readonly parameters: ReadonlyMap<string, unknown>;
}

const BY_NUMBER = 0xffff;
const EXECUTE_SQL = 10;
/** User type and flags, which stand before a column's type and not before a parameter's. */
const NO_FLAGS = Buffer.alloc(6);

/** A call of sp_executesql: the text, the declaration of the parameters, the parameters. */
export function readCall(message: Buffer): Call {
  const body = bodyOf(message);
  if (body.readUInt16LE(0) !== BY_NUMBER || body.readUInt16LE(2) !== EXECUTE_SQL) {
    throw new Error('the double knows sp_executesql alone');
  }
  const values = new Map<string, unknown>();
  let rest = body.subarray(6);
  while (rest.length > 0) {
    const nameEnd = 1 + rest.readUInt8(0) * 2;
    const name = rest.toString('ucs2', 1, nameEnd).replace(/^@/, '');
    const typed = Buffer.concat([NO_FLAGS, rest.subarray(nameEnd + 1)]);
    const metadata = readMetadata(typed, 0, OPTIONS);
    const { value, offset } = readParameter(typed, metadata.offset, metadata.value);
    values.set(name, value);
    rest = typed.subarray(offset);
  }
  const text = String(values.get('statement'));
  values.delete('statement');
  values.delete('params');
  return { text, parameters: values };
}

type Metadata = Parameters<typeof readValue>[2];

/** The driver reads a value sent in pieces (`max`) from its stream alone. */
function readParameter(bytes: Buffer, from: number, metadata: Metadata): { value: unknown; offset: number } {
  if (metadata.dataLength !== 0xffff) return readValue(bytes, from, metadata, OPTIONS);
  if (bytes.readBigUInt64LE(from) === 0xffff_ffff_ffff_ffffn) return { value: null, offset: from + 8 };
  const pieces: Buffer[] = [];
  let at = from + 8;
  for (let length = bytes.readUInt32LE(at); length > 0; length = bytes.readUInt32LE(at)) {
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const whole = Buffer.concat(pieces);
  return { value: metadata.type.name === 'NVarChar' ? whole.toString('ucs2') : whole, offset: at + 4 };
}

/** Isolation levels as a request to begin a transaction names them. */
const ISOLATION = ['current', 'read uncommitted', 'read committed', 'repeatable read', 'serializable', 'snapshot'];
const BEGIN = 5;
const COMMIT = 7;

export interface TransactionRequest {
  readonly kind: 'begin' | 'commit' | 'rollback';
  readonly isolation: string;
}

export function readTransaction(message: Buffer): TransactionRequest {
  const body = bodyOf(message);
  const kind = body.readUInt16LE(0);
  if (kind === BEGIN) return { kind: 'begin', isolation: ISOLATION[body.readUInt8(2)] ?? 'unknown' };
  return { kind: kind === COMMIT ? 'commit' : 'rollback', isolation: '' };
}
