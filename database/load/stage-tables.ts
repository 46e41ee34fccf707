/**
 * Staging tables of one stream in one run: unlogged, named by run and stream, dropped when the stream is done. A crash
 * of the server empties them; the runner notices that rows are missing and stages again.
 */
import type { Entity } from '../../schemas/entity.ts';
import { businessColumns } from '../ddl.ts';
import type { Client, Database } from '../connection.ts';
import { quoteName } from '../names.ts';
import { plannedEntities, type StreamPlan } from './plan.ts';

export interface StageTables {
  readonly raw: string;
  readonly issues: string;
  canonical(entity: Entity): string;
}

export function stageTables(runSeq: string, plan: StreamPlan): StageTables {
  const prefix = `stage.r${runSeq}_${plan.position}`;
  return {
    raw: `${prefix}_raw`,
    issues: `${prefix}_issues`,
    canonical: (entity) => `${prefix}_${entity.table}`,
  };
}

export const STAGE_RAW_COLUMNS = ['ord', 'source_key', 'hash', 'deleted', 'bare', 'position', 'verdict'] as const;
const TAKEN: ReadonlySet<string> = new Set([...STAGE_RAW_COLUMNS, 'settled']);

/** A source may call a column what the staging table calls one of its own. */
export function stagedName(column: string): string {
  return TAKEN.has(column) ? `_${column}` : column;
}

export const STAGE_ROW_COLUMNS = ['ord', 'id', 'role', 'ordinal', 'row_hash'] as const;
export const STAGE_ISSUE_COLUMNS = [
  'ord',
  'field',
  'rule',
  'severity',
  'disposition',
  'loaded_value',
  'personal',
  'detail',
  'position',
] as const;

/**
 * `settled` records are as they were, and nothing they depend on has changed: their rows stand in the target, and here
 * they have a line without values.
 */
export async function createStage(client: Client, tables: StageTables, plan: StreamPlan): Promise<void> {
  await client.query(`create unlogged table ${tables.raw} (
    ord bigint not null, source_key text not null, hash uuid not null, deleted boolean not null,
    bare boolean not null default false, position text not null, verdict text not null default 'ok', settled boolean not null default false,
    ${plan.columns.map((name) => `${quoteName(stagedName(name))} text`).join(', ')})`);
  await client.query(`create unlogged table ${tables.issues} (
    ord bigint not null, field text not null, rule text not null, severity text not null, disposition text not null,
    loaded_value text, personal text not null, detail text, position text not null,
    other_stream text, other_key text, other_hash uuid)`);
  for (const entity of plannedEntities(plan)) {
    const columns = businessColumns(entity).map(({ name, type }) => `${quoteName(name)} ${type}`);
    await client.query(`create unlogged table ${tables.canonical(entity)} (
      ord bigint not null, id uuid not null, role text not null, ordinal integer not null, row_hash uuid not null,
      ${columns.join(', ')}, parent_deleted boolean not null default false)`);
  }
}

/** Chunks are merged by ranges of `ord`, which the tables hold in order: a block-range index costs next to nothing. */
export async function indexStage(client: Client, tables: StageTables, plan: StreamPlan): Promise<void> {
  const names = [tables.raw, tables.issues, ...plannedEntities(plan).map((entity) => tables.canonical(entity))];
  for (const name of names) {
    await client.query(`create index on ${name} using brin (ord) with (pages_per_range = 16)`);
    await client.query(`analyze ${name} (ord)`);
  }
}

export async function dropStage(database: Database, tables: StageTables, plan: StreamPlan): Promise<void> {
  const names = [tables.raw, tables.issues, ...plannedEntities(plan).map((entity) => tables.canonical(entity))];
  await database.query(`drop table if exists ${names.join(', ')}`);
}

/** Drops what runs that will never be resumed left behind. */
export async function dropAbandonedStages(database: Database): Promise<void> {
  const rows = await database.query(`select c.relname as name from pg_class c
    where c.relnamespace = 'stage'::regnamespace and c.relkind = 'r'
      and not exists (select 1 from ops.runs r where r.status = 'running' and c.relname like 'r' || r.seq || '\\_%')`);
  for (const { name } of rows) if (name) await database.query(`drop table if exists stage.${quoteName(name)}`);
}
