/** Golden tables: one row per entity, with the business columns of the canonical entity they are made from. */
import type { Entity } from '../schemas/entity.ts';
import { Expert } from '../schemas/entities/expert.ts';
import { Party } from '../schemas/entities/party.ts';
import { businessColumns, type ColumnDefinition } from './ddl.ts';
import { quoteName, quoteText } from './names.ts';

export interface GoldenTable {
  readonly name: string;
  readonly label: string;
  /** Canonical entity the values come from. */
  readonly entity: Entity;
  /** Columns that say something about the entity, not of it. */
  readonly states: readonly ColumnDefinition[];
}

export const GOLDEN_TABLES: readonly GoldenTable[] = [
  { name: 'experts', label: '专家（一人一行）', entity: Expert, states: [{ name: 'pool_status', type: 'text' }] },
  { name: 'enterprises', label: '主体（一家一行）', entity: Party, states: [] },
];

/** `records`: how many records stand behind the row; `origins`: per field the record it comes from, and the rule. */
export const GOLDEN_COLUMNS: readonly ColumnDefinition[] = [
  { name: 'entity_id', type: 'bigint' },
  { name: 'row_hash', type: 'uuid' },
  { name: 'run_id', type: 'text' },
  { name: 'records', type: 'integer' },
  { name: 'origins', type: 'jsonb' },
];

export function goldenColumns({ entity, states }: GoldenTable): ColumnDefinition[] {
  return [...GOLDEN_COLUMNS, ...states, ...businessColumns(entity)];
}

function line({ name, type }: ColumnDefinition): string {
  if (name === 'entity_id') return '  entity_id bigint primary key';
  const always = GOLDEN_COLUMNS.some((column) => column.name === name) || name === 'pool_status';
  return `  ${quoteName(name)} ${type}${always ? ' not null' : ''}`;
}

export function goldenDdl(table: GoldenTable): string {
  return [
    `create table golden.${table.name} (\n${goldenColumns(table).map(line).join(',\n')}\n);`,
    `comment on table golden.${table.name} is ${quoteText(table.label)};`,
  ].join('\n');
}
