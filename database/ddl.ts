/**
 * Tables derived from the schemas and the stream contracts. `npm run generate` writes them as a migration that is
 * reviewed and committed; a test compares the migrated database with what these functions say.
 */
import type { Entity } from '../schemas/entity.ts';
import type { FieldKind } from '../schemas/field.ts';
import { canonicalTable, quoteName, quoteText, rawTable, rawTableName, snakeCase } from './names.ts';

const COLUMN_TYPES: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  html: 'text',
  code: 'text',
  codes: 'text',
  identifier: 'text',
  money: 'numeric(24,6)',
  decimal: 'numeric(24,10)',
  integer: 'integer',
  flag: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
  reference: 'uuid',
};

export interface ColumnDefinition {
  readonly name: string;
  readonly type: string;
}

/** Business columns, in field order. */
export function businessColumns(entity: Entity): ColumnDefinition[] {
  return entity.fieldNames.map((name) => {
    const field = entity.fields[name];
    if (!field) throw new Error(`${entity.name} has no field ${name}`);
    return { name: snakeCase(name), type: COLUMN_TYPES[field.meta.kind] };
  });
}

/** Lineage and state, the same on every canonical table. */
export const LINEAGE_COLUMNS: readonly ColumnDefinition[] = [
  { name: 'id', type: 'uuid' },
  { name: 'system', type: 'text' },
  { name: 'stream', type: 'text' },
  { name: 'source_key', type: 'text' },
  { name: 'role', type: 'text' },
  { name: 'ordinal', type: 'integer' },
  { name: 'raw_hash', type: 'uuid' },
  { name: 'row_hash', type: 'uuid' },
  { name: 'mapping_version', type: 'integer' },
  { name: 'run_id', type: 'text' },
  { name: 'source_deleted_at', type: 'timestamptz' },
  { name: 'parent_deleted', type: 'boolean' },
  { name: 'stale', type: 'boolean' },
];

const NULLABLE = new Set(['source_deleted_at']);

function lineageLine({ name, type }: ColumnDefinition): string {
  if (name === 'id') return '  id uuid primary key';
  const fallback = type === 'boolean' ? ' default false' : '';
  return `  ${name} ${type}${NULLABLE.has(name) ? '' : ` not null${fallback}`}`;
}

/** What keys a table: a first load takes them off and builds them again (`load/bulk-keys.ts`). */
export interface TableIndexes {
  /** Columns of the primary key. */
  readonly primary: string;
  readonly secondary: readonly { readonly name: string; readonly create: string }[];
}

export function canonicalIndexes(entity: Entity): TableIndexes {
  const name = `${entity.table}_source`;
  const create = `create index ${name} on ${canonicalTable(entity)} (source_key, stream)`;
  return { primary: 'id', secondary: [{ name, create }] };
}

export function rawIndexes(): TableIndexes {
  return { primary: '_source_key, _hash', secondary: [] };
}

export function canonicalDdl(entity: Entity): string {
  const table = canonicalTable(entity);
  const lines = [
    ...LINEAGE_COLUMNS.map(lineageLine),
    ...businessColumns(entity).map(({ name, type }) => `  ${quoteName(name)} ${type}`),
  ];
  const comments = entity.fieldNames.map((name) => {
    const meta = entity.fields[name]?.meta;
    const national = meta && meta.national.length > 0 ? ` [${meta.national.join(', ')}]` : '';
    return `comment on column ${table}.${quoteName(snakeCase(name))} is ${quoteText(`${meta?.label.zh ?? ''}${national}`)};`;
  });
  return [
    `create table ${table} (\n${lines.join(',\n')}\n);`,
    ...canonicalIndexes(entity).secondary.map(({ create }) => `${create};`),
    `comment on table ${table} is ${quoteText(entity.label.zh)};`,
    ...comments,
  ].join('\n');
}

/** Raw rows: declared columns as exact text. `_last_run` stays empty while the row is still delivered. */
export const RAW_COLUMNS: readonly ColumnDefinition[] = [
  { name: '_source_key', type: 'text' },
  { name: '_hash', type: 'uuid' },
  { name: '_state', type: 'text' },
  { name: '_deleted', type: 'boolean' },
  { name: '_position', type: 'text' },
  { name: '_first_run', type: 'text' },
  { name: '_last_run', type: 'text' },
];

export function rawDdl(system: string, stream: string, columns: readonly string[]): string {
  const technical = RAW_COLUMNS.map(({ name, type }) => `  ${name} ${type}${name === '_last_run' ? '' : ' not null'}`);
  const lines = [
    ...technical,
    ...columns.map((name) => `  ${quoteName(name)} text`),
    `  primary key (${rawIndexes().primary})`,
  ];
  return [
    `create table ${rawTable(system, stream)} (\n${lines.join(',\n')}\n);`,
    `comment on table ${rawTable(system, stream)} is ${quoteText(`${rawTableName(system, stream)}: as delivered`)};`,
  ].join('\n');
}
