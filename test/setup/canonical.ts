/** Canonical rows written directly, for tests that start behind the mappings. */
import { canonicalId, hashValues } from '../../core/ids.ts';
import type { Database } from '../../database/connection.ts';
import { canonicalTable, columnList, snakeCase } from '../../database/names.ts';
import type { Entity } from '../../schemas/entity.ts';

export interface CanonicalRow {
  readonly system: string;
  readonly key: string;
  readonly stream?: string;
  readonly role?: string;
  readonly deleted?: boolean;
  readonly values: Readonly<Record<string, string | null>>;
}

/** As PostgreSQL prints it. */
export function uuidOf(entity: Entity, { system, key, stream = 'S', role = '' }: Omit<CanonicalRow, 'values'>): string {
  const id = canonicalId(entity.name, system, stream, key, role);
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Inserts or replaces rows. @returns their ids, in order. */
export async function putRows(database: Database, entity: Entity, rows: readonly CanonicalRow[]): Promise<string[]> {
  for (const row of rows) {
    const { system, key, stream = 'S', role = '', deleted = false, values } = row;
    const fields = Object.keys(values);
    const hash = hashValues([...Object.values(values), deleted]);
    const given = [
      uuidOf(entity, row),
      system,
      stream,
      key,
      role,
      0,
      hash,
      hash,
      1,
      'test',
      deleted ? '2020-11-30' : null,
    ];
    const names = ['id', 'system', 'stream', 'source_key', 'role', 'ordinal', 'raw_hash', 'row_hash']
      .concat(['mapping_version', 'run_id', 'source_deleted_at'])
      .concat(fields.map(snakeCase));
    const all = [...given, ...Object.values(values)];
    const marks = all.map((_, index) => `$${index + 1}`).join(', ');
    await database.query(`delete from ${canonicalTable(entity)} where id = $1`, [given[0]]);
    await database.query(`insert into ${canonicalTable(entity)} (${columnList(names)}) values (${marks})`, all);
  }
  return rows.map((row) => uuidOf(entity, row));
}

export async function removeRow(database: Database, entity: Entity, id: string): Promise<void> {
  await database.query(`delete from ${canonicalTable(entity)} where id = $1`, [id]);
}
