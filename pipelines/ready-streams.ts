/** What lies ready of a system's streams: looked at before any of them is run, and what is wrong with it kept on record. */
import type { StreamDelivery } from '../connectors/connector.ts';
import { SourceError } from '../core/errors.ts';
import { recordDeliveryIssues, type DeliveryIssue } from '../database/load/delivery-issues.ts';
import type { RunRecord } from '../database/load/run-ledger.ts';
import type { Mapping } from '../mappings/mapping.ts';
import type { RunOptions } from './run-options.ts';

export interface ReadyStream {
  readonly mapping: Mapping;
  readonly delivery: StreamDelivery | null;
  readonly fault: SourceError | null;
}

function firstFault(system: string, mapping: Mapping, delivery: StreamDelivery): SourceError | null {
  const error = delivery.findings.find(({ level }) => level === 'error');
  if (!error) return null;
  const place = { system, stream: mapping.stream.name, ...(error.position ? { position: error.position } : {}) };
  return new SourceError(error.message.zh, { ...place, ...(error.next ? { next: error.next.zh } : {}) });
}

export async function lookAt(options: RunOptions): Promise<ReadyStream[]> {
  const { connector, declaration, only, signal } = options;
  const ready: ReadyStream[] = [];
  for (const mapping of declaration.mappings) {
    if (only && !only.has(mapping.stream.name)) continue;
    signal.throwIfAborted();
    try {
      const delivery = await connector.describe(mapping.stream);
      ready.push({ mapping, delivery, fault: firstFault(declaration.system, mapping, delivery) });
    } catch (thrown) {
      if (!(thrown instanceof SourceError)) throw thrown;
      ready.push({ mapping, delivery: null, fault: thrown });
    }
  }
  return ready;
}

/** Streams whose own parents could not be read wait: loading them would quarantine every record as an orphan. */
export function blockedBy(mapping: Mapping, failed: ReadonlySet<string>): string | null {
  for (const { fields } of mapping.parts) {
    for (const { reference } of Object.values(fields)) {
      if (reference?.kind === 'parent' && failed.has(reference.stream)) return reference.stream;
    }
  }
  return null;
}

function deliveryIssues(mapping: Mapping, delivery: StreamDelivery | null, fault: SourceError | null): DeliveryIssue[] {
  const place = mapping.stream.name;
  if (!delivery) {
    return [{ rule: '', blocking: true, position: fault?.place.position ?? place, detail: fault?.message ?? '' }];
  }
  return delivery.findings.map(({ rule, level, position, message }) => ({
    rule,
    blocking: level === 'error',
    position: position ?? place,
    detail: message.zh,
  }));
}

/** What is wrong with the hand-over itself; of records that are tried again nobody handed anything over. */
export async function recordFindings(options: RunOptions, run: RunRecord, ready: ReadyStream): Promise<void> {
  const { database, declaration, complete, handedOver, day } = options;
  if (!complete && !handedOver) return;
  const { mapping, delivery, fault } = ready;
  await recordDeliveryIssues(
    database,
    { runId: run.runId, system: declaration.system, day },
    {
      stream: mapping.stream.name,
      replaces: complete ? 'everything' : 'its day',
      issues: deliveryIssues(mapping, delivery, fault),
    },
  );
}
