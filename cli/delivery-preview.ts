/** What a migration would find, per stream: looked at, never loaded. */
import { GgzyError } from '../core/errors.ts';
import type { StreamBalance } from '../database/read/balances.ts';
import type { OpenSystem } from '../pipelines/workspace.ts';

export interface StreamPreview {
  readonly system: string;
  readonly stream: string;
  readonly label: string;
  readonly declaredRows: number | null;
  readonly bytes: number;
  /** Declared, but not delivered; withheld columns may be absent. */
  readonly missingColumns: readonly string[];
  /** Delivered, but not declared. */
  readonly newColumns: readonly string[];
  readonly mappingVersion: number;
  /** The last complete run; null where the stream was never migrated. */
  readonly last: Pick<StreamBalance, 'runId' | 'status' | 'read' | 'mappingVersion' | 'startedAt'> | null;
  readonly faults: readonly { readonly message: string; readonly next: string | null }[];
}

type Mapping = OpenSystem['declaration']['mappings'][number];

const WITHHELD: ReadonlySet<string> = new Set(['credential', 'sensitive']);

interface Looked {
  readonly declaredRows: number | null;
  readonly bytes: number;
  readonly columns: readonly string[] | null;
  readonly faults: StreamPreview['faults'];
}

async function lookAt({ connector, fault }: OpenSystem, { stream }: Mapping): Promise<Looked> {
  const nothing = { declaredRows: null, bytes: 0, columns: null };
  if (!connector) return { ...nothing, faults: [{ message: fault?.message ?? '', next: fault?.next ?? null }] };
  try {
    const { declaredRows, bytes, columns, findings } = await connector.describe(stream);
    const errors = findings.filter(({ level }) => level === 'error');
    const faults = errors.map(({ message, next }) => ({ message: message.zh, next: next?.zh ?? null }));
    return { declaredRows, bytes, columns: columns.length > 0 ? columns : null, faults };
  } catch (thrown) {
    if (!(thrown instanceof GgzyError)) throw thrown;
    return { ...nothing, faults: [{ message: thrown.message, next: thrown.next ?? null }] };
  }
}

/** @param lasts the last complete run of each stream of the system. */
export async function previewSystem(system: OpenSystem, lasts: readonly StreamBalance[]): Promise<StreamPreview[]> {
  const previews: StreamPreview[] = [];
  for (const mapping of system.declaration.mappings) {
    const { stream, version } = mapping;
    const { columns, ...looked } = await lookAt(system, mapping);
    const declared = Object.entries(stream.columns).filter(([, { ignore }]) => !WITHHELD.has(ignore ?? ''));
    previews.push({
      system: system.declaration.system,
      stream: stream.name,
      label: stream.label,
      missingColumns: columns ? declared.map(([name]) => name).filter((name) => !columns.includes(name)) : [],
      newColumns: (columns ?? []).filter((name) => !Object.hasOwn(stream.columns, name)),
      mappingVersion: version,
      last: lasts.find((last) => last.stream === stream.name) ?? null,
      ...looked,
    });
  }
  return previews;
}
