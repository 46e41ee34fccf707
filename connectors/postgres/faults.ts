/** What a refusal of the server or the network means. Source: PostgreSQL documentation, appendix A; Node.js errors. */
import type { Fault } from '../../formats/format-error.ts';
import { findCode, findNetworkTexts, type FaultTexts } from '../database/fault-texts.ts';
import { faultOf, withoutPassword } from '../database/faults.ts';
import type { Access } from '../database/settings.ts';
import { OTHER_FAULT, SQLSTATE_FAULTS } from './sqlstate-faults.ts';

const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;
const CLASS_LENGTH = 2;
/** Errors of the driver that carry no code. Source: node-postgres, connection.js and client.js. */
const DRIVER: readonly (readonly [text: RegExp, code: string])[] = [
  [/does not support SSL|establishing an SSL/, 'tls_refused'],
  [/timeout expired/, 'ETIMEDOUT'],
  [/Connection terminated|not queryable|Client was closed/, 'ECONNRESET'],
  [/SASL|password must be a string/i, '28P01'],
];

/** The fault behind a thrown error, undefined where it is none of the server or the network: a fault of the program. */
export function findFault(thrown: unknown, access: Access): Fault | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = findCode(thrown) ?? DRIVER.find(([text]) => text.test(thrown.message))?.[1];
  const texts = code === undefined ? undefined : textsOf(code);
  if (code === undefined || !texts) return undefined;
  return faultOf(texts, whatServerSaid(thrown, code, access), access);
}

function textsOf(code: string): FaultTexts | undefined {
  const exact = SQLSTATE_FAULTS[code] ?? SQLSTATE_FAULTS[code.slice(0, CLASS_LENGTH)] ?? findNetworkTexts(code);
  return exact ?? (SQLSTATE.test(code) ? OTHER_FAULT : undefined);
}

/** Class 22 quotes data, which may be personal; only its complaints about bytes are of use here. */
function whatServerSaid(thrown: Error, code: string, access: Access): string {
  if (code.startsWith('22') && code !== '22021') return code;
  const text = withoutPassword(thrown.message, access);
  return SQLSTATE.test(code) && !text.includes(code) ? `${code} ${text}` : text || code;
}
