/** Findings in both languages, and the refusal to read a stream that has an error among them. */
import { describeCause, GgzyError, SourceError } from '../core/errors.ts';
import { FormatError } from '../formats/format-error.ts';
import type { ColumnDrift, Connector, Finding } from './connector.ts';
import type { StreamContract } from './stream.ts';

export interface Texts {
  readonly zh: string;
  readonly en: string;
}

export interface FindingInput {
  readonly rule: string;
  readonly message: Texts;
  readonly next?: Texts;
  readonly stream?: string;
  readonly position?: string;
  readonly drift?: ColumnDrift;
}

export function errorFinding(input: FindingInput): Finding {
  return { level: 'error', ...input };
}

export function warningFinding(input: FindingInput): Finding {
  return { level: 'warning', ...input };
}

export function infoFinding(input: FindingInput): Finding {
  return { level: 'info', ...input };
}

/** What `check` and `describe` say where `read` would throw. Faults of the program itself are thrown on. */
export function findingOfError(thrown: unknown, stream?: string): Finding {
  if (!(thrown instanceof GgzyError)) throw thrown;
  const where = { ...(stream === undefined ? {} : { stream }), ...positionOf(thrown) };
  if (thrown instanceof FormatError) {
    const { rule, zh, en, next } = thrown.fault;
    return errorFinding({ rule, message: named(thrown.file, { zh, en }), next, ...where });
  }
  const next = thrown.next === undefined ? {} : { next: { zh: thrown.next, en: thrown.next } };
  return errorFinding({ rule: 'unreadable', message: { zh: thrown.message, en: thrown.message }, ...next, ...where });
}

function positionOf({ place }: GgzyError): { position?: string } {
  return place.position === undefined ? {} : { position: place.position };
}

function named(file: string, { zh, en }: Texts): Texts {
  return file === '' ? { zh, en } : { zh: `${file}：${zh}`, en: `${file}: ${en}` };
}

export interface ReadPlace {
  readonly system: string;
  readonly stream: string;
}

/** Nothing is read of a stream whose delivery is at fault: half a stream would pass for a whole one. */
export function refuseOnErrors(findings: readonly Finding[], place: ReadPlace): void {
  const errors = findings.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (!first) return;
  const others = errors.length > 1 ? `（另有${errors.length - 1}处问题）` : '';
  throw new SourceError(`${place.system} ${place.stream}：${first.message.zh}${others}`, {
    ...place,
    ...(first.position === undefined ? {} : { position: first.position }),
    next: first.next?.zh ?? '运行 ggzy check 查看全部问题。',
  });
}

/** Adds system and stream to a fault met while reading. */
export function inPlace(thrown: unknown, place: ReadPlace): unknown {
  if (!(thrown instanceof SourceError) || thrown.place.stream !== undefined) return thrown;
  const { position } = thrown.place;
  const next = thrown.next === undefined ? {} : { next: thrown.next };
  return new SourceError(`${place.system} ${place.stream}：${describeCause(thrown)}`, {
    ...place,
    ...(position === undefined ? {} : { position }),
    ...next,
    cause: thrown,
  });
}

/** What looking at every stream finds, in their order. */
export async function findingsOf(
  connector: Pick<Connector, 'describe'>,
  streams: readonly StreamContract[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const stream of streams) findings.push(...(await connector.describe(stream)).findings);
  return findings;
}
