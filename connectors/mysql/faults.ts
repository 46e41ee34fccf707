/** What a refusal of the server or the network means. */
import type { Fault } from '../../formats/format-error.ts';
import { findCode, findNetworkTexts } from '../database/fault-texts.ts';
import { faultOf, withoutPassword } from '../database/faults.ts';
import type { Access } from '../database/settings.ts';
import { findTexts, OTHER_FAULT } from './errno-faults.ts';

/** The driver may wrap what the system says. */
const CLOSED_STATE = /connection is in closed state|after the connection was destroyed/;

/** The fault behind a thrown error, undefined where it is none of the server or the network: a fault of the program. */
export function findFault(thrown: unknown, access: Access): Fault | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = findCode(thrown) ?? (CLOSED_STATE.test(thrown.message) ? 'PROTOCOL_CONNECTION_LOST' : undefined);
  const number = numberOf(thrown);
  const known = (number && findTexts(number)) ?? (code && (findTexts(code) ?? findNetworkTexts(code)));
  if (known) return faultOf(known, whatServerSaid(thrown, number, access), access);
  // An answer of the server that we do not know may quote data, which may be personal.
  return number === undefined ? undefined : faultOf(OTHER_FAULT, code ? `${number} ${code}` : number, access);
}

/** Positive: errors of the operating system have negative numbers. */
function numberOf(thrown: Error): string | undefined {
  const number = 'errno' in thrown ? thrown.errno : undefined;
  return typeof number === 'number' && number > 0 ? String(number) : undefined;
}

function whatServerSaid({ message }: Error, number: string | undefined, access: Access): string {
  const text = withoutPassword(message, access);
  return number === undefined || text.includes(number) ? text : `${number} ${text}`;
}
