/** What the catalog of the server says about a table: its columns, its rights, and whether its key is unique. */
import type { ColumnFacts, TableFacts } from '../database/table.ts';
import type { Session } from './session.ts';

export interface TableName {
  readonly schema: string;
  readonly table: string;
}

/** The type is what PostgreSQL prints; of a domain, the type below it. `ordered`: else its text is compared. */
export interface PostgresColumn extends ColumnFacts {
  /** As a literal of it is cast. */
  readonly castType: string;
  /** Compared by a collation. */
  readonly collated: boolean;
  readonly readable: boolean;
}

export interface PostgresTable extends TableFacts<PostgresColumn>, TableName {
  /** A row security policy would hide rows from the account. */
  readonly hidesRows: boolean;
  /** The account may look into the schema. */
  readonly schemaOpen: boolean;
}

/** Tables, partitioned tables, views, materialised views, foreign tables. */
const KINDS = `('r', 'p', 'v', 'm', 'f')`;

const TABLE = `
  with recursive parts (oid) as (
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and c.relkind in ${KINDS}
    union select i.inhrelid from pg_inherits i join parts p on p.oid = i.inhparent
  )
  select c.oid, c.relhassubclass and c.relkind = 'r' as inherited, row_security_active(c.oid) as hides_rows,
    has_schema_privilege(c.relnamespace, 'usage') as schema_open,
    has_table_privilege(c.oid, 'insert, update, delete, truncate') as may_write,
    (select coalesce(sum(pg_table_size(p.oid)), 0) from parts p) as bytes,
    (select sum(k.reltuples)::bigint from parts p join pg_class k using (oid) where k.reltuples >= 0) as estimated
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relname = $2 and c.relkind in ${KINDS}`;

const COLUMNS = `
  select a.attname as name, a.attnotnull as not_null, a.attcollation <> 0 as collated,
    (select current_setting('server_encoding') || ' ' || l.collname from pg_collation l where l.oid = a.attcollation)
      as encoding,
    has_column_privilege(a.attrelid, a.attnum, 'select') as readable,
    format_type(a.atttypid, a.atttypmod) as cast_type,
    case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod)
      else format_type(a.atttypid, a.atttypmod) end as type,
    b.typtype = 'e' or b.typnamespace = 'pg_catalog'::regnamespace and (b.typcategory = 'S' or exists (
      select from pg_opclass o join pg_am m on m.oid = o.opcmethod
      where m.amname = 'btree' and o.opcdefault and o.opcintype = b.oid)) as ordered
  from pg_attribute a join pg_type t on t.oid = a.atttypid
    join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`;

/** Columns an index only carries along (from version 11 on) do not count: read by name, for older servers lack the fact. */
const UNIQUE_KEYS = `
  select (select json_agg(a.attname) from unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where k.place <= coalesce((to_jsonb(i) ->> 'indnkeyatts')::int, i.indnatts)) as columns
  from pg_index i
  where i.indrelid = $1 and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null`;

const isTrue = (text: string | null | undefined): boolean => text === 't';

/** Undefined where the schema has no such table. */
export async function findTable(session: Session, name: TableName): Promise<PostgresTable | undefined> {
  const [row] = await session.ask(TABLE, [name.schema, name.table]);
  if (!row) return undefined;
  const columns = await session.ask(COLUMNS, [row['oid']]);
  // A unique index of an old-style parent table says nothing about the rows of its children.
  const uniqueKeys = isTrue(row['inherited']) ? [] : await session.ask(UNIQUE_KEYS, [row['oid']]);
  return {
    ...name,
    bytes: Number(row['bytes']),
    estimatedRows: row['estimated'] ? Number(row['estimated']) : null,
    hidesRows: isTrue(row['hides_rows']),
    mayWrite: isTrue(row['may_write']),
    schemaOpen: isTrue(row['schema_open']),
    columns: columns.map((column) => ({
      name: column['name'] ?? '',
      type: column['type'] ?? '',
      castType: column['cast_type'] ?? '',
      notNull: isTrue(column['not_null']),
      collated: isTrue(column['collated']),
      ordered: isTrue(column['ordered']),
      encoding: column['encoding'] ?? null,
      readable: isTrue(column['readable']),
    })),
    uniqueKeys: uniqueKeys.map((index) => JSON.parse(index['columns'] ?? '[]') as string[]),
  };
}

/** What may have been meant: tables of the schema, and tables of that name elsewhere. */
export async function namesNearby(session: Session, { schema, table }: TableName): Promise<string[]> {
  const rows = await session.ask(
    `select case when n.nspname = $1 then c.relname else n.nspname || '.' || c.relname end as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ${KINDS} and not c.relispartition and n.nspname !~ '^(?:pg_|information_schema$)'
       and (n.nspname = $1 or lower(c.relname) = lower($2))
     order by lower(c.relname) = lower($2) desc, n.nspname = $1 desc, c.relname limit 31`,
    [schema, table],
  );
  return rows.map(({ name }) => name ?? '');
}
