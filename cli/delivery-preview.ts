/** What a migration would find, per stream: looked at, never loaded. */
import { GgzyError } from '../core/errors.ts';
import type { StreamBalance } from '../database/read/balances.ts';
import type { ApprovedSource } from '../pipelines/approved-source.ts';
import type { Drift } from '../pipelines/drift.ts';
import type { OpenSystem } from '../pipelines/workspace.ts';

export interface StreamPreview {
  readonly system: string;
  readonly stream: string;
  readonly label: string;
  readonly declaredRows: number | null;
  readonly bytes: number;
  /** Where columns are not what is declared, and nobody has approved it. */
  readonly drifts: readonly Drift[];
  readonly mappingVersion: number;
  /** The last complete run; null where the stream was never migrated. */
  readonly last: Pick<StreamBalance, 'runId' | 'status' | 'read' | 'mappingVersion' | 'startedAt'> | null;
  readonly faults: readonly { readonly message: string; readonly next: string | null }[];
}

type Mapping = OpenSystem['declaration']['mappings'][number];

interface Looked {
  readonly declaredRows: number | null;
  readonly bytes: number;
  readonly drifts: readonly Drift[];
  readonly faults: StreamPreview['faults'];
}

async function lookAt({ source, fault }: PreviewedSystem, { stream }: Mapping): Promise<Looked> {
  const nothing = { declaredRows: null, bytes: 0, drifts: [] };
  if (!source) return { ...nothing, faults: [{ message: fault?.message ?? '', next: fault?.next ?? null }] };
  try {
    const { declaredRows, bytes, drifts, findings } = await source.describe(stream);
    const drifted = new Set(drifts.map(({ column }) => column));
    const errors = findings.filter(({ level, drift }) => level === 'error' && !drifted.has(drift?.column ?? ''));
    const faults = errors.map(({ message, next }) => ({ message: message.zh, next: next?.zh ?? null }));
    return { declaredRows, bytes, drifts, faults };
  } catch (thrown) {
    if (!(thrown instanceof GgzyError)) throw thrown;
    return { ...nothing, faults: [{ message: thrown.message, next: thrown.next ?? null }] };
  }
}

export interface PreviewedSystem extends Pick<OpenSystem, 'declaration' | 'fault'> {
  /** Null where it could not be opened. */
  readonly source: ApprovedSource | null;
}

/** @param lasts the last complete run of each stream of the system. */
export async function previewSystem(
  system: PreviewedSystem,
  lasts: readonly StreamBalance[],
): Promise<StreamPreview[]> {
  const previews: StreamPreview[] = [];
  for (const mapping of system.declaration.mappings) {
    const { stream, version } = mapping;
    previews.push({
      system: system.declaration.system,
      stream: stream.name,
      label: stream.label,
      mappingVersion: version,
      last: lasts.find((last) => last.stream === stream.name) ?? null,
      ...(await lookAt(system, mapping)),
    });
  }
  return previews;
}
