/** Compares the migrated database with what the schemas and stream contracts ask for. */
import type { Entity } from '../schemas/entity.ts';
import type { Database } from './connection.ts';
import { businessColumns, canonicalDdl, LINEAGE_COLUMNS, RAW_COLUMNS, rawDdl, type ColumnDefinition } from './ddl.ts';
import { GOLDEN_TABLES, goldenColumns, goldenDdl } from './golden-ddl.ts';
import { canonicalTable, quoteName, rawTable, rawTableName } from './names.ts';

export interface RawStream {
  readonly system: string;
  readonly stream: string;
  readonly columns: readonly string[];
}

interface WantedTable {
  readonly schema: string;
  readonly name: string;
  readonly qualified: string;
  readonly columns: readonly ColumnDefinition[];
  readonly ddl: string;
}

function wantedTables(entities: readonly Entity[], streams: readonly RawStream[]): WantedTable[] {
  const canonical = entities.map((entity) => ({
    schema: 'canonical',
    name: entity.table,
    qualified: canonicalTable(entity),
    columns: [...LINEAGE_COLUMNS, ...businessColumns(entity)],
    ddl: canonicalDdl(entity),
  }));
  const raw = streams.map(({ system, stream, columns }) => ({
    schema: 'raw',
    name: rawTableName(system, stream),
    qualified: rawTable(system, stream),
    columns: [...RAW_COLUMNS, ...columns.map((name) => ({ name, type: 'text' }))],
    ddl: rawDdl(system, stream, columns),
  }));
  const golden = GOLDEN_TABLES.map((table) => ({
    schema: 'golden',
    name: table.name,
    qualified: `golden.${table.name}`,
    columns: goldenColumns(table),
    ddl: goldenDdl(table),
  }));
  return [...canonical, ...raw, ...golden];
}

export interface SchemaDrift {
  /** Statements that bring the database to what is asked for, in order. */
  readonly statements: readonly string[];
  /** Columns and tables nobody asks for any more; dropping them is a decision, never generated. */
  readonly leftover: readonly string[];
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
};

export async function findSchemaDrift(
  database: Database,
  entities: readonly Entity[],
  streams: readonly RawStream[],
): Promise<SchemaDrift> {
  const rows = await database.query(`
    select n.nspname as schema, c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where (n.nspname in ('canonical', 'raw')
        or n.nspname = 'golden' and c.relname = any(array['${GOLDEN_TABLES.map(({ name }) => name).join("','")}'])) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
  const present = new Map(rows.map((row) => [`${row['schema']}.${row['name']}.${row['column']}`, row['type'] ?? '']));
  const tables = new Set(rows.map(({ schema, name }) => `${schema}.${name}`));
  const statements: string[] = [];
  for (const table of wantedTables(entities, streams)) {
    const key = `${table.schema}.${table.name}`;
    if (!tables.delete(key)) {
      statements.push(table.ddl);
      for (const { name } of table.columns) present.delete(`${key}.${name}`);
      continue;
    }
    for (const { name, type } of table.columns) {
      const actual = present.get(`${key}.${name}`);
      present.delete(`${key}.${name}`);
      if (actual === undefined) {
        statements.push(`alter table ${table.qualified} add column ${quoteName(name)} ${type};`);
      } else if (actual !== (TYPE_NAMES[type] ?? type)) {
        statements.push(`alter table ${table.qualified} alter column ${quoteName(name)} type ${type};`);
      }
    }
  }
  return { statements, leftover: [...tables, ...present.keys()] };
}
