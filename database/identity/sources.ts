/** Canonical tables that hold records of one kind, read as one list. Which tables those are is said by the pipelines. */
import type { Entity } from '../../schemas/entity.ts';
import { canonicalTable, quoteName, quoteText, snakeCase } from '../names.ts';

export interface RecordSource {
  readonly entity: Entity;
  /** Rows of this role alone; every row where it is left out. */
  readonly part?: string;
  /** Values that another entity's rows give to a record: `changes` of a party. Its row hash covers them. */
  readonly gathered?: readonly Gathered[];
}

export interface Gathered {
  /** Name readers know it by; several values are joined by ;. */
  readonly name: string;
  readonly from: Entity;
  /** Its reference to the record. */
  readonly by: string;
  readonly field: string;
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

const gatheredColumn = (name: string): string => quoteName(`gathered_${name}`);

function fieldColumn({ entity, gathered = [] }: RecordSource, field: string): string {
  if (field === 'rowHash' && gathered.length > 0) return rowHashSql(gathered);
  const place = PLACE_COLUMNS[field];
  if (place !== undefined) return place;
  if (gathered.some(({ name }) => name === field)) return gatheredColumn(field);
  const meta = entity.fields[field]?.meta;
  if (!meta) return 'null::text';
  const column = quoteName(snakeCase(field));
  return meta.kind === 'money' || meta.kind === 'decimal' ? `trim_scale(${column})::text` : `${column}::text`;
}

/** The row's own hash where nothing is gathered. */
function rowHashSql(gathered: readonly Gathered[]): string {
  const values = gathered.map(({ name }) => gatheredColumn(name)).join(', ');
  return `case when num_nonnulls(${values}) = 0 then row_hash::text else md5(concat_ws(chr(31), row_hash, ${values})) end`;
}

function tableSql({ entity, gathered = [] }: RecordSource): string {
  const joins = gathered.map(({ name, from, by, field }, at) => {
    const [key, value] = [quoteName(snakeCase(by)), quoteName(snakeCase(field))];
    return `left join (select ${key} as gathered_key, string_agg(distinct ${value}, ';' order by ${value}) as ${gatheredColumn(name)}
      from ${canonicalTable(from)} where ${value} <> '' and source_deleted_at is null group by 1) g${at}
      on g${at}.gathered_key = t.id`;
  });
  return `${canonicalTable(entity)} t ${joins.join(' ')}`.trim();
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
      !Object.hasOwn(PLACE_COLUMNS, field) &&
      !sources.some(
        ({ entity, gathered = [] }) =>
          Object.hasOwn(entity.fields, field) || gathered.some(({ name }) => name === field),
      ),
  );
  if (unknown.length > 0) throw new Error(`no record has a field ${unknown.join(', ')}`);
  return sources
    .map((source) => {
      const { entity } = source;
      const columns = fields.map((field) => `, ${fieldColumn(source, field)} as ${quoteName(field)}`).join('');
      return `select id, '${entity.name}' as entity${columns} from ${tableSql(source)}${whereOf(source, condition)}`;
    })
    .join(' union all ');
}
