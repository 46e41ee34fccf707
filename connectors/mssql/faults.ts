/** What a refusal of the server, the driver or the network means. */
import type { Fault } from '../../formats/format-error.ts';
import { findNetworkTexts, type FaultTexts } from '../database/fault-texts.ts';
import { faultOf, withoutPassword } from '../database/faults.ts';
import { codeOf } from './fault-code.ts';
import { FAULTS, OTHER_FAULT, TLS_OLD } from './fault-numbers.ts';
import type { Access } from './settings.ts';

const OLD_TLS = /^ERR_SSL_.*(?:PROTOCOL|VERSION|TOO_SMALL|TOO_WEAK|NO_CIPHERS|HANDSHAKE_FAILURE)/;
/** Their messages quote values, which may be personal. */
const QUOTING: ReadonlySet<string> = new Set(['220', '244', '245', '248', '2601', '2627', '8114', '8169']);

/** The fault behind a thrown error, undefined where it is none of the server or the network: a fault of the program. */
export function findFault(thrown: unknown, access: Access): Fault | undefined {
  const code = codeBehind(thrown, access);
  const texts = code === undefined ? undefined : textsOf(code);
  if (code === undefined || !texts || !(thrown instanceof Error)) return undefined;
  const { address, instanceName } = access;
  const host = instanceName === undefined ? address.host : `${address.host}\\${instanceName}`;
  return faultOf(texts, saidBy(thrown, code, access), { ...access, address: { ...address, host } });
}

/** Nobody tells the port of a named instance: the way to it ends there. */
function codeBehind(thrown: unknown, { instanceName }: Access): string | undefined {
  const code = codeOf(thrown);
  return code === 'ETIMEOUT' && instanceName !== undefined ? 'EINSTLOOKUP' : code;
}

function textsOf(code: string): FaultTexts | undefined {
  if (OLD_TLS.test(code)) return TLS_OLD;
  return FAULTS.get(code) ?? findNetworkTexts(code) ?? (/^\d+$/.test(code) ? OTHER_FAULT : undefined);
}

function saidBy(thrown: Error, code: string, access: Access): string {
  if (QUOTING.has(code)) return code;
  const text = withoutPassword(thrown.message, access);
  return text.includes(code) ? text : `${code} ${text}`.trim();
}
