/** Which canonical tables hold the records of each kind of entity. */
import type { Entity } from '../../schemas/entity.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { PartyMention } from '../../schemas/entities/party-mention.ts';
import { Party } from '../../schemas/entities/party.ts';
import { canonicalTable, quoteName, snakeCase } from '../names.ts';

export interface RecordSource {
  readonly entity: Entity;
  /** A row of it only names the entity: its role is kept. Elsewhere the row is the entity, whatever part it is. */
  readonly mention: boolean;
}

export const RECORD_SOURCES: Readonly<Record<EntityKind, readonly RecordSource[]>> = {
  expert: [{ entity: Expert, mention: false }],
  enterprise: [
    { entity: Party, mention: false },
    { entity: PartyMention, mention: true },
  ],
  matter: [],
};

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

/** Column list of one source; a field it does not have is null. Every value is text. */
export function sourceColumns({ entity }: RecordSource, fields: readonly string[]): string {
  return fields
    .map((field) => {
      const alias = quoteName(field);
      const place = PLACE_COLUMNS[field];
      if (place !== undefined) return `${place} as ${alias}`;
      const meta = entity.fields[field]?.meta;
      if (!meta) return `null::text as ${alias}`;
      const column = quoteName(snakeCase(field));
      const exact = meta.kind === 'money' || meta.kind === 'decimal' ? `trim_scale(${column})` : column;
      return `${exact}::text as ${alias}`;
    })
    .join(', ');
}

/** One `select` over all sources of a kind: `id`, `entity` and the fields, as text. @throws for a field nobody has. */
export function recordsSql(kind: EntityKind, fields: readonly string[], where = ''): string {
  const sources = RECORD_SOURCES[kind];
  const unknown = fields.filter(
    (field) =>
      !Object.hasOwn(PLACE_COLUMNS, field) && !sources.some(({ entity }) => Object.hasOwn(entity.fields, field)),
  );
  if (unknown.length > 0) throw new Error(`records of kind ${kind} have no field ${unknown.join(', ')}`);
  return sources
    .map((source) => {
      const columns = sourceColumns(source, fields);
      const list = columns === '' ? '' : `, ${columns}`;
      return `select id, '${source.entity.name}' as entity${list} from ${canonicalTable(source.entity)} ${where}`;
    })
    .join(' union all ');
}
