/** The way of one value: canonical ← mapping ← raw text ← where it stood. */
import type { Wording } from '../core/language.ts';
import { maskValue } from '../core/mask.ts';
import type { Database } from '../database/connection.ts';
import { readRawValues } from '../database/read/quarantine.ts';
import { readFieldIssues, type CanonicalMatch, type FieldIssue } from '../database/read/records.ts';
import { findSystem } from '../pipelines/registry.ts';
import type { Entity } from '../schemas/entity.ts';
import { classOf } from './raw-values.ts';
import { shownIssue } from './shown-issue.ts';
import { underShownKey } from './shown-key.ts';

export interface Explanation {
  readonly entity: string;
  readonly field: string;
  readonly label: string;
  readonly match: CanonicalMatch;
  /** Null where no mapping fills the field. */
  readonly mapping: { readonly columns: readonly string[]; readonly reading: Wording; readonly version: number } | null;
  readonly raw: readonly { readonly column: string; readonly label: string; readonly value: string | null }[];
  readonly position: string;
  readonly firstRun: string;
  readonly issues: readonly FieldIssue[];
}

export interface ExplainedField {
  readonly entity: Entity;
  readonly field: string;
  readonly unmasked: boolean;
}

type Kept = Pick<Explanation, 'raw' | 'position' | 'firstRun'>;

async function readKept(
  database: Database,
  match: CanonicalMatch,
  columns: readonly string[],
  show: (column: string, value: string | null) => Kept['raw'][number],
): Promise<Kept> {
  const row = await readRawValues(database, match, columns.length > 0 ? columns : ['_source_key']);
  const raw = columns.map((column) => show(column, row?.[column] ?? null));
  return { raw, position: row?.['_position'] ?? '', firstRun: row?.['_first_run'] ?? '' };
}

export async function explainMatch(
  database: Database,
  { entity, field, unmasked }: ExplainedField,
  match: CanonicalMatch,
): Promise<Explanation> {
  const mapping = findSystem(match.system)?.mappings.find(({ stream }) => stream.name === match.stream);
  const part = mapping?.parts.find(
    ({ entity: filled, role, ordinal }) => filled === entity && role === match.role && ordinal === match.ordinal,
  );
  const rule = part?.fields[field];
  const meta = entity.fields[field]?.meta;
  const fieldClass = meta?.personal ?? 'none';
  const columns = rule?.columns ?? [];
  const show = (column: string, value: string | null) => {
    const own = mapping ? classOf(mapping, column) : 'content';
    const personal = own === 'none' ? fieldClass : own;
    const label = mapping?.stream.columns[column]?.label ?? '';
    return { column, label, value: unmasked ? value : maskValue(value, personal) };
  };
  const kept = await readKept(database, match, columns, show);
  const issues = await readFieldIssues(database, match, columns);
  return {
    entity: entity.name,
    field,
    label: meta?.label.zh ?? '',
    match: unmasked ? match : { ...underShownKey(match), value: maskValue(match.value, fieldClass) },
    mapping: rule ? { columns, reading: rule.reading, version: match.mappingVersion } : null,
    ...kept,
    issues: unmasked ? issues : issues.map(shownIssue),
  };
}
