/** Everything the target says about the data, without what only says when and by which run it was written. */
import type { Database } from '../../database/connection.ts';

const BY_RUN = /^(canonical\..+\.run_id|raw\..+\._first_run|ops\.issues\.first_run|ops\.quarantine\.(id|opened_run))$/;
/** Columns that name runs, where what matters is whether they are empty. */
const MARKS = /\.(_last_run|closed_run)$/;

/** Rows as text, sorted, by table; tables without rows are left out. */
export type Snapshot = Readonly<Record<string, readonly string[]>>;

/** @param columns `all`: with every run id and time, as they stand. */
export async function takeSnapshot(database: Database, columns: 'business' | 'all' = 'business'): Promise<Snapshot> {
  const found = await database.query(`
    select table_schema as schema, table_name as name, column_name as column from information_schema.columns
    where table_schema in ('canonical', 'raw') or (table_schema = 'ops' and table_name in ('issues', 'quarantine'))
    order by ordinal_position`);
  const tables = new Map<string, string[]>();
  for (const { schema, name, column } of found) {
    const table = `${schema}."${name}"`;
    const chosen = tables.get(table) ?? [];
    tables.set(table, chosen);
    const path = `${schema}.${name}.${column}`;
    if (columns === 'business' && BY_RUN.test(path)) continue;
    chosen.push(columns === 'business' && MARKS.test(path) ? `("${column}" is null)` : `"${column}"`);
  }
  const snapshot: Record<string, readonly string[]> = {};
  for (const [table, chosen] of tables) {
    const rows = await database.query(`select row(${chosen.join(', ')})::text as line from ${table} order by 1`);
    if (rows.length > 0) snapshot[table] = rows.map(({ line }) => line ?? '');
  }
  return snapshot;
}
