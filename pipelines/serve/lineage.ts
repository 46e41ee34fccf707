/** OpenLineage events: which streams of which system went into which tables. JSON lines in a file, or one POST each. */
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hashText } from '../../core/ids.ts';
import type { NightSettings } from '../night/night-settings.ts';
import type { SystemSync } from '../night/sync-options.ts';
import type { SystemDeclaration } from '../system.ts';

const PRODUCER = 'urn:ggzy';
const SCHEMA = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';
const TIMEOUT_MS = 10_000;

/** A run id has to be a UUID: that of a sync is made from its number, the same wherever it is asked for. */
export function lineageRunId(system: string, syncId: string): string {
  const hex = hashText(`sync ${system} ${syncId}`);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)];
  return parts.join('-');
}

export interface LineageEvent {
  readonly eventType: 'COMPLETE' | 'FAIL';
  readonly eventTime: string;
  readonly producer: string;
  readonly schemaURL: string;
  readonly run: { readonly runId: string };
  readonly job: { readonly namespace: string; readonly name: string };
  readonly inputs: readonly { readonly namespace: string; readonly name: string }[];
  readonly outputs: readonly { readonly namespace: string; readonly name: string }[];
}

export interface LineageOf {
  readonly sync: SystemSync;
  readonly declaration: SystemDeclaration;
  /** Of the target, without the password: `postgres://host:5432`. */
  readonly target: string;
  readonly now: Date;
}

export function lineageEvent({ sync, declaration, target, now }: LineageOf): LineageEvent {
  const { system, mappings } = declaration;
  const tables = new Set(mappings.flatMap(({ parts }) => parts.map(({ entity }) => `canonical.${entity.table}`)));
  return {
    eventType: sync.status === 'failed' ? 'FAIL' : 'COMPLETE',
    eventTime: now.toISOString(),
    producer: PRODUCER,
    schemaURL: SCHEMA,
    run: { runId: lineageRunId(system, sync.syncId) },
    job: { namespace: 'ggzy', name: `sync.${system}` },
    inputs: mappings.map(({ stream }) => ({ namespace: `ggzy://${system}`, name: stream.name })),
    outputs: [...tables].sort().map((name) => ({ namespace: target, name })),
  };
}

/** @throws where the file cannot be written, or nobody takes the event: the night goes on. */
export async function emitLineage(
  lineage: NonNullable<NightSettings['lineage']>,
  event: LineageEvent,
  baseDirectory: string,
): Promise<void> {
  if (lineage.file !== undefined) await appendFile(resolve(baseDirectory, lineage.file), `${JSON.stringify(event)}\n`);
  if (lineage.url === undefined) return;
  const response = await fetch(lineage.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}
