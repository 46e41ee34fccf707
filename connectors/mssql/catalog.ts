/** What the catalog says about a table: its columns, its rights, and whether its key is unique. */
import type { TableFacts } from '../database/table.ts';
import { SEARCHED_TABLES } from '../database/table-findings.ts';
import type { MssqlColumn } from './column.ts';
import { isLargeType } from './exact-text.ts';
import type { ServerFacts } from './server.ts';
import type { Row, Value } from './session.ts';

export interface TableName {
  readonly schema: string;
  readonly table: string;
}

export interface MssqlTable extends TableFacts<MssqlColumn>, TableName {
  /** Columns whose values a mask would hide from the account; an empty name where a policy would hide rows. */
  readonly hidden: readonly string[];
}

/** Answers questions about the catalog. */
export interface Asker {
  readonly ask: (text: string, parameters: Readonly<Record<string, string>>) => Promise<Row[]>;
  readonly server: ServerFacts;
}

const TABLE = `
  select convert(nvarchar(20), o.object_id) as id, o.name as name, p.estimated as estimated,
    case when 1 in (has_perms_by_name(@object, N'OBJECT', N'INSERT'), has_perms_by_name(@object, N'OBJECT', N'UPDATE'),
      has_perms_by_name(@object, N'OBJECT', N'DELETE')) then 1 else 0 end as may_write
  from sys.objects o join sys.schemas s on s.schema_id = o.schema_id
    left join (select object_id, sum(rows) as estimated from sys.partitions where index_id in (0, 1) group by object_id) p
      on p.object_id = o.object_id
  where s.name = @schema and o.name = @table and o.type in ('U', 'V')`;

const COLUMNS = `
  select c.COLUMN_NAME as name, c.DATA_TYPE as base, c.CHARACTER_MAXIMUM_LENGTH as length,
    c.NUMERIC_PRECISION as digits, c.NUMERIC_SCALE as scale, c.DATETIME_PRECISION as fraction,
    c.IS_NULLABLE as nullable, c.COLLATION_NAME as collated,
    has_perms_by_name(@object, N'OBJECT', N'SELECT', c.COLUMN_NAME, N'COLUMN') as readable
  from INFORMATION_SCHEMA.COLUMNS c
  where c.TABLE_SCHEMA = @schema and c.TABLE_NAME = @table order by c.ORDINAL_POSITION`;

const UNIQUE_KEYS = `
  select i.index_id as place, c.name as name
  from sys.indexes i join sys.index_columns k on k.object_id = i.object_id and k.index_id = i.index_id
    join sys.columns c on c.object_id = k.object_id and c.column_id = k.column_id
  where i.object_id = @id and i.is_unique = 1 and i.is_disabled = 0 and i.has_filter = 0 and k.is_included_column = 0
  order by i.index_id, k.key_ordinal`;

/** From 2016 on. Both hide without a word what an account may otherwise read. */
const HIDDEN = `
  select m.name as name from sys.masked_columns m
  where m.object_id = @id and m.is_masked = 1 and coalesce(has_perms_by_name(@object, N'OBJECT', N'UNMASK'),
    has_perms_by_name(quotename(db_name()), N'DATABASE', N'UNMASK'), 0) = 0
  union all
  select N'' from sys.security_predicates p join sys.security_policies s on s.object_id = p.object_id
  where p.target_object_id = @id and p.predicate_type = 0 and s.is_enabled = 1`;

/** A substitute of SQL Server does not know how much room it takes. */
const BYTES = `
  select sum(a.total_pages) * 8192 as bytes from sys.partitions p
    join sys.allocation_units a on a.container_id in (p.partition_id, p.hobt_id)
  where p.object_id = @id`;

export function nameSql(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}

export function tableSql({ schema, table }: TableName): string {
  return `${nameSql(schema)}.${nameSql(table)}`;
}

const textOf = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value));

/** Undefined where the schema has no such table, or none that the account is shown. */
export async function findTable({ ask, server }: Asker, wanted: TableName): Promise<MssqlTable | undefined> {
  const asked = { object: tableSql(wanted), schema: wanted.schema, table: wanted.table };
  const [row] = await ask(TABLE, asked);
  if (!row) return undefined;
  const id = { id: textOf(row['id']) };
  const columns = await ask(COLUMNS, asked);
  const keys = await ask(UNIQUE_KEYS, id);
  const hidden = server.hides ? await ask(HIDDEN, { ...id, object: asked.object }) : [];
  const [size] = server.measures ? await ask(BYTES, id) : [];
  return {
    schema: wanted.schema,
    table: textOf(row['name']),
    estimatedRows: textOf(row['estimated']) === '' ? null : Number(row['estimated']),
    bytes: Number(size?.['bytes'] ?? 0),
    mayWrite: Number(row['may_write']) === 1,
    columns: columns.map(columnOf),
    uniqueKeys: [...Map.groupBy(keys, ({ place }) => place).values()].map((key) => key.map(({ name }) => textOf(name))),
    hidden: hidden.map(({ name }) => textOf(name)),
  };
}

function columnOf(row: Row): MssqlColumn {
  const base = textOf(row['base']).toLowerCase();
  const length = Number(row['length'] ?? 0);
  return {
    name: textOf(row['name']),
    base,
    type: `${base}${sizeOf(base, row)}`,
    length,
    notNull: textOf(row['nullable']) === 'NO',
    ordered: !isLargeType(base),
    encoding: row['collated'] === null ? null : textOf(row['collated']),
    collation: row['collated'] === null ? null : textOf(row['collated']),
    readable: Number(row['readable']) === 1,
  };
}

function sizeOf(base: string, { length, digits, scale, fraction }: Row): string {
  if (/^n?(?:var)?char$|binary$/.test(base)) return `(${length === -1 ? 'max' : textOf(length ?? null)})`;
  if (base === 'decimal' || base === 'numeric') return `(${textOf(digits)},${textOf(scale)})`;
  return /^(?:datetime2|datetimeoffset|time)$/.test(base) ? `(${textOf(fraction)})` : '';
}

/** What may have been meant: tables of the schema, and tables of that name elsewhere. */
export async function namesNearby({ ask }: Asker, { schema, table }: TableName): Promise<string[]> {
  const rows = await ask(
    `select top (${SEARCHED_TABLES}) case when s.name = @schema then o.name else s.name + N'.' + o.name end as name
     from sys.objects o join sys.schemas s on s.schema_id = o.schema_id
     where o.type in ('U', 'V') and (s.name = @schema or lower(o.name) = lower(@table))
     order by case when lower(o.name) = lower(@table) then 0 else 1 end, case when s.name = @schema then 0 else 1 end, o.name`,
    { schema, table },
  );
  return rows.map(({ name }) => textOf(name));
}
