/** What a refusal of the server or the network means, in both languages, and what to do about it. */
import { GgzyError, SourceError } from '../../core/errors.ts';
import type { Fault } from '../../formats/format-error.ts';
import type { Finding } from '../connector.ts';
import { errorFinding, findingOfError, inPlace, type ReadPlace } from '../findings.ts';
import { OTHER_FAULT, QUERY_FAULTS } from './query-faults.ts';
import type { Access } from './settings.ts';
import { WAY_FAULTS, type FaultTexts } from './way-faults.ts';

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
export function findFault(thrown: unknown, { address, password }: Access): Fault | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = codeOf(thrown);
  const texts = code === undefined ? undefined : textsOf(code);
  if (code === undefined || !texts) return undefined;
  const where = `${address.host}:${address.port}/${address.database}`;
  const said = whatServerSaid(thrown, { code, password });
  return {
    rule: texts.rule,
    zh: `${where}：${texts.zh}（${said}）`,
    en: `${where}: ${texts.en} (${said})`,
    next: { zh: texts.next[0], en: texts.next[1] },
  };
}

function codeOf(thrown: Error): string | undefined {
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  // Several addresses of one host were tried, each with a fault of its own.
  if (thrown instanceof AggregateError && thrown.errors[0] instanceof Error) return codeOf(thrown.errors[0]);
  return DRIVER.find(([text]) => text.test(thrown.message))?.[1];
}

function textsOf(code: string): FaultTexts | undefined {
  const exact = QUERY_FAULTS[code] ?? WAY_FAULTS[code] ?? WAY_FAULTS[code.slice(0, CLASS_LENGTH)];
  if (exact) return exact;
  if (/^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return WAY_FAULTS['tls_untrusted'];
  return SQLSTATE.test(code) ? OTHER_FAULT : undefined;
}

/** Class 22 quotes data, which may be personal; only its complaints about bytes are of use here. */
function whatServerSaid(thrown: Error, { code, password }: { code: string; password: string }): string {
  if (code.startsWith('22') && code !== '22021') return code;
  const text = password === '' ? thrown.message : thrown.message.replaceAll(password, '***');
  return SQLSTATE.test(code) && !text.includes(code) ? `${code} ${text}` : text || code;
}

/** For `check` and `describe`; faults of the program are thrown on. */
export function findingOf(thrown: unknown, access: Access, stream?: string): Finding {
  if (thrown instanceof GgzyError) return findingOfError(thrown, stream);
  const fault = findFault(thrown, access);
  if (!fault) throw thrown;
  const { rule, zh, en, next } = fault;
  return errorFinding({ rule, message: { zh, en }, next, ...(stream === undefined ? {} : { stream }) });
}

export interface ReadingPlace extends ReadPlace {
  /** Table and number of the last record that arrived. */
  readonly position: string;
}

/** For `read`; what is thrown names system, stream and position. */
export function sourceErrorOf(thrown: unknown, access: Access, { position, ...place }: ReadingPlace): unknown {
  if (thrown instanceof GgzyError) return inPlace(thrown, place);
  const fault = findFault(thrown, access);
  if (!fault) return thrown;
  return new SourceError(`${place.system} ${place.stream}：${fault.zh}`, {
    ...place,
    position,
    next: fault.next.zh,
    cause: thrown,
  });
}
