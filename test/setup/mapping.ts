/** Maps one record, written as column → text, and shows what came out without what every record has. */
import type { RawRecord } from '../../connectors/connector.ts';
import { MappingRunner } from '../../mappings/apply.ts';
import type { Mapping } from '../../mappings/mapping.ts';
import type { FieldValue } from '../../schemas/field.ts';
import type { Cells } from './memory-connector.ts';

export interface Mapped {
  readonly key: string;
  readonly deleted: boolean;
  /** Values that are there, by role (`role#1` for its second row); the record's own entity under the empty role. */
  readonly values: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;
  /** `column rule disposition`, with ` → value` where one was loaded. */
  readonly issues: readonly string[];
}

export function mapOne(mapping: Mapping, cells: Cells, extra: Partial<RawRecord> = {}): Mapped {
  const runner = new MappingRunner(mapping);
  const unknown = Object.keys(cells).filter((name) => !Object.hasOwn(mapping.stream.columns, name));
  if (unknown.length > 0) throw new Error(`${mapping.stream.name} has no column ${unknown.join(', ')}`);
  const values = runner.columns.map((column) => cells[column] ?? null);
  const { sourceKey, deleted, rows, issues } = runner.map({ values, row: 1, ...extra }, 'here:1');
  const byRole: Record<string, Record<string, FieldValue>> = {};
  for (const row of rows) {
    const part = mapping.parts[row.part];
    const named = part?.entity.fieldNames.map((name, place) => [name, row.values[place] ?? null] as const) ?? [];
    const role = `${part?.role ?? ''}${row.ordinal === 0 ? '' : `#${row.ordinal}`}`;
    byRole[role] = Object.fromEntries(named.filter(([, value]) => value !== null));
  }
  return {
    key: sourceKey,
    deleted,
    values: byRole,
    issues: issues.all.map(({ rule, column, disposition, loaded }) =>
      [column, rule, disposition, ...(loaded === null ? [] : ['→', String(loaded)])].join(' '),
    ),
  };
}
