/** Canonical tables that hold records of one kind, read as one list. Which tables those are is said by the pipelines. */
import type { Entity } from '../../schemas/entity.ts';
import { canonicalTable, quoteName, quoteText, snakeCase } from '../names.ts';

export interface RecordSource {
  readonly entity: Entity;
  /** Rows of this role alone; every row where it is left out. */
  readonly part?: string;
}

/** Names every reader of records knows besides the fields of the entity, and the columns they stand for. */
const PLACE_COLUMNS: Readonly<Record<string, string>> = {
  system: 'system',
  stream: 'stream',
  sourceKey: 'source_key',
  role: 'role',
  ordinal: 'ordinal::text',
  deletedAt: 'source_deleted_at::text',
  rowHash: 'row_hash::text',
};

function fieldColumn(entity: Entity, field: string): string {
  const place = PLACE_COLUMNS[field];
  if (place !== undefined) return place;
  const meta = entity.fields[field]?.meta;
  if (!meta) return 'null::text';
  const column = quoteName(snakeCase(field));
  return meta.kind === 'money' || meta.kind === 'decimal' ? `trim_scale(${column})::text` : `${column}::text`;
}

function whereOf({ part }: RecordSource, condition: string): string {
  const conditions = [...(part === undefined ? [] : [`role = ${quoteText(part)}`]), ...(condition ? [condition] : [])];
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
}

/**
 * One `select` over all sources: `id`, `entity` and the fields, as text; a field that a source does not have is null.
 *
 * @param condition of every source's rows; empty for all. @throws for a field that no source has.
 */
export function recordsSql(sources: readonly RecordSource[], fields: readonly string[], condition = ''): string {
  const unknown = fields.filter(
    (field) =>
      !Object.hasOwn(PLACE_COLUMNS, field) && !sources.some(({ entity }) => Object.hasOwn(entity.fields, field)),
  );
  if (unknown.length > 0) throw new Error(`no record has a field ${unknown.join(', ')}`);
  return sources
    .map((source) => {
      const { entity } = source;
      const columns = fields.map((field) => `, ${fieldColumn(entity, field)} as ${quoteName(field)}`).join('');
      return `select id, '${entity.name}' as entity${columns} from ${canonicalTable(entity)}${whereOf(source, condition)}`;
    })
    .join(' union all ');
}
