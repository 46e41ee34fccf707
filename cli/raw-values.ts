/** Raw text of a record as it may be shown: column by column, by the class of the field it feeds. */
import { maskValue } from '../core/mask.ts';
import type { Row } from '../database/connection.ts';
import { takenColumns } from '../pipelines/audit.ts';
import { personalColumns } from '../pipelines/plan.ts';
import type { SystemDeclaration } from '../pipelines/system.ts';

type Mapping = SystemDeclaration['mappings'][number];

export interface ShownValue {
  readonly column: string;
  readonly label: string;
  readonly personal: string;
  readonly value: string | null;
}

const WITHHELD: ReadonlySet<string> = new Set(['credential', 'sensitive']);

/** Columns the raw layer keeps; the withheld ones were never read. */
export function keptColumns({ stream }: Mapping): string[] {
  return Object.entries(stream.columns)
    .filter(([, { ignore }]) => !WITHHELD.has(ignore ?? ''))
    .map(([name]) => name);
}

/** A column nobody takes may hold anything: what it is called says too little, so it counts as content. */
export function classOf(mapping: Mapping, column: string): string {
  const known = personalColumns(mapping).get(column);
  if (known !== undefined) return known;
  const isStructural = mapping.stream.key.includes(column) || mapping.stream.columns[column]?.ignore === 'deletion';
  return isStructural || takenColumns(mapping).has(column) ? 'none' : 'content';
}

/** In a record whose structure is broken a value may stand in any column. */
const BROKEN: ReadonlySet<string> = new Set(['record_malformed', 'invalid_bytes']);

export interface ShowOptions {
  readonly unmasked: boolean;
  /** What was found on the record. */
  readonly rules: readonly string[];
}

export function shownValues(mapping: Mapping, raw: Row, { unmasked, rules }: ShowOptions): ShownValue[] {
  const broken = rules.some((rule) => BROKEN.has(rule));
  return keptColumns(mapping).map((column) => {
    const personal = broken ? 'content' : classOf(mapping, column);
    const value = raw[column] ?? null;
    const label = mapping.stream.columns[column]?.label ?? '';
    return { column, label, personal, value: unmasked ? value : maskValue(value, personal) };
  });
}
