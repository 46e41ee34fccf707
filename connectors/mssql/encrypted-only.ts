/**
 * The driver asks for TLS, and where the server says that it has none it goes on in plain text, password and all. This
 * socket looks at the server's first answer before the driver does, and ends there. Source: [MS-TDS], section 2.2.6.5.
 */
import { connect, type Socket } from 'node:net';

/** The server would have read the password off the wire, and so would everybody else. */
export class PlainTextError extends Error {
  readonly code = 'tls_refused';
}

const HEADER = 8;
const OPTION = 5;
const ENCRYPTION = 0x01;
const END_OF_OPTIONS = 0xff;
/** Encryption is on; encryption is required. */
const ENCRYPTED: readonly number[] = [0x01, 0x03];

/** Undefined as long as the answer is not complete. */
export function findEncryption(answer: Buffer): boolean | undefined {
  if (answer.length < HEADER || answer.length < answer.readUInt16BE(2)) return undefined;
  const body = answer.subarray(HEADER);
  for (let at = 0; at + OPTION <= body.length && body[at] !== END_OF_OPTIONS; at += OPTION) {
    if (body[at] === ENCRYPTION) return ENCRYPTED.includes(body[body.readUInt16BE(at + 1)] ?? 0);
  }
  return false;
}

interface Destination {
  readonly host: string;
  readonly port: number;
}

/** For `connector` among the options of the driver, which hands over where to and when to give up. */
export function connectEncrypted({ host, port }: Destination, _lookup: unknown, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port, signal });
  let answer = Buffer.alloc(0);
  const look = (bytes: Buffer): void => {
    answer = Buffer.concat([answer, bytes]);
    const encrypted = findEncryption(answer);
    if (encrypted !== undefined) socket.off('data', look);
    if (encrypted === false) socket.destroy(new PlainTextError('the server has no TLS'));
  };
  socket.on('data', look);
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
