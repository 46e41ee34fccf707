/** Take, then audit: every declared column is either taken by a field or ignored for a stated reason. */
import type { IgnoreReason } from '../connectors/stream.ts';
import type { Mapping } from '../mappings/mapping.ts';

export interface StreamAudit {
  readonly system: string;
  readonly stream: string;
  readonly mappingVersion: number;
  readonly columns: number;
  readonly taken: readonly string[];
  /** Part of the key or the deletion flag: the loader itself takes them. */
  readonly structural: readonly string[];
  readonly ignored: Readonly<Partial<Record<IgnoreReason, readonly string[]>>>;
  /** Neither taken nor ignored: a hole in the mapping. */
  readonly forgotten: readonly string[];
  /** Taken and ignored: one of the two is wrong. */
  readonly contradictory: readonly string[];
}

export function takenColumns({ parts }: Mapping): Set<string> {
  return new Set(parts.flatMap(({ fields }) => Object.values(fields).flatMap(({ columns }) => columns)));
}

export function auditMapping(mapping: Mapping): StreamAudit {
  const { system, stream, version } = mapping;
  const taken = takenColumns(mapping);
  const key = new Set<string>(stream.key);
  const declared = Object.entries(stream.columns);
  const ignored: Partial<Record<IgnoreReason, string[]>> = {};
  for (const [name, { ignore }] of declared) {
    if (ignore) (ignored[ignore] ??= []).push(name);
  }
  const open = declared.filter(([, { ignore }]) => !ignore).map(([name]) => name);
  return {
    system,
    stream: stream.name,
    mappingVersion: version,
    columns: declared.length,
    taken: declared.map(([name]) => name).filter((name) => taken.has(name)),
    structural: open.filter((name) => key.has(name) && !taken.has(name)),
    ignored,
    forgotten: open.filter((name) => !key.has(name) && !taken.has(name)),
    contradictory: declared.filter(([name, { ignore }]) => ignore && taken.has(name)).map(([name]) => name),
  };
}

export function passesAudit({ forgotten, contradictory }: StreamAudit): boolean {
  return forgotten.length === 0 && contradictory.length === 0;
}

export interface AuditTotal extends Omit<StreamAudit, 'stream' | 'mappingVersion'> {
  readonly streams: number;
}

/** What a system's streams come to; columns of the same name in two streams are two. */
export function totalAudits(system: string, audits: readonly StreamAudit[]): AuditTotal {
  const ignored: Partial<Record<IgnoreReason, readonly string[]>> = {};
  for (const audit of audits) {
    for (const [reason, names] of Object.entries(audit.ignored) as [IgnoreReason, readonly string[]][]) {
      ignored[reason] = [...(ignored[reason] ?? []), ...names];
    }
  }
  return {
    system,
    streams: audits.length,
    columns: audits.reduce((sum, { columns }) => sum + columns, 0),
    taken: audits.flatMap(({ taken }) => taken),
    structural: audits.flatMap(({ structural }) => structural),
    ignored,
    forgotten: audits.flatMap(({ forgotten }) => forgotten),
    contradictory: audits.flatMap(({ contradictory }) => contradictory),
  };
}
