/** From what a driver throws to findings and errors that say what happened, where, and what to do. */
import { GgzyError, SourceError, SourceLostError } from '../../core/errors.ts';
import type { Fault } from '../../formats/format-error.ts';
import type { Finding } from '../connector.ts';
import { errorFinding, findingOfError, inPlace, type ReadPlace } from '../findings.ts';
import type { FaultTexts } from './fault-texts.ts';
import type { Access } from './settings.ts';

/** The fault behind a thrown error, undefined where it is none of the server or the network: a fault of the program. */
export type FindFault = (thrown: unknown) => Fault | undefined;

/** @param said what the server said, fit for a message: no data, no password. */
export function faultOf(texts: FaultTexts, said: string, { address }: Access): Fault {
  const where = `${address.host}:${address.port}/${address.database}`;
  return {
    rule: texts.rule,
    zh: `${where}：${texts.zh}（${said}）`,
    en: `${where}: ${texts.en} (${said})`,
    next: { zh: texts.next[0], en: texts.next[1] },
  };
}

export function withoutPassword(text: string, { password }: Access): string {
  return password === '' ? text : text.replaceAll(password, '***');
}

/** For `check` and `describe`; faults of the program are thrown on. */
export function findingOf(thrown: unknown, findFault: FindFault, stream?: string): Finding {
  if (thrown instanceof GgzyError) return findingOfError(thrown, stream);
  const fault = findFault(thrown);
  if (!fault) throw thrown;
  const { rule, zh, en, next } = fault;
  return errorFinding({ rule, message: { zh, en }, next, ...(stream === undefined ? {} : { stream }) });
}

export interface ReadingPlace extends ReadPlace {
  /** Table and number of the last record that arrived. */
  readonly position: string;
}

/** After these the server may be as it was, and reading can go on behind the last record. */
const LOSSES = new Set(['connection_lost', 'deadlock', 'query_timeout', 'snapshot_lost']);

/** For `read`; what is thrown names system, stream and position. */
export function sourceErrorOf(thrown: unknown, findFault: FindFault, { position, ...place }: ReadingPlace): unknown {
  if (thrown instanceof GgzyError) return inPlace(thrown, place);
  const fault = findFault(thrown);
  if (!fault) return thrown;
  const Kind = LOSSES.has(fault.rule) ? SourceLostError : SourceError;
  return new Kind(`${place.system} ${place.stream}：${fault.zh}`, {
    ...place,
    position,
    next: fault.next.zh,
    cause: thrown,
  });
}
