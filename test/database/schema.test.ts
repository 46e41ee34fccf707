import { beforeAll, describe, expect, it } from 'vitest';
import { WITHHELD } from '../../connectors/stream.ts';
import type { Database } from '../../database/connection.ts';
import { findSchemaDrift } from '../../database/drift.ts';
import { migrateDatabase } from '../../database/migrate.ts';
import { rawTableName } from '../../database/names.ts';
import { allRawStreams } from '../../pipelines/raw-streams.ts';
import { SYSTEMS } from '../../pipelines/registry.ts';
import { ENTITIES } from '../../schemas/registry.ts';
import { useDatabases } from '../setup/database.ts';

const openFresh = useDatabases();
let database: Database;
let url: string;

beforeAll(async () => {
  ({ database, url } = await openFresh());
});

describe('the migrated database', () => {
  it('is what the schemas and stream contracts ask for', async () => {
    expect(await findSchemaDrift(database, ENTITIES, allRawStreams())).toEqual({ statements: [], leftover: [] });
  });

  it('is not migrated twice', async () => {
    expect(await migrateDatabase(url)).toEqual([]);
  });

  it('says which statements a missing column and a leftover one need', async () => {
    await database.query('alter table canonical.parties rename column name to old_name');
    const drift = await findSchemaDrift(database, ENTITIES, allRawStreams());
    await database.query('alter table canonical.parties rename column old_name to name');
    expect(drift).toEqual({
      statements: ['alter table canonical.parties add column "name" text;'],
      leftover: ['canonical.parties.old_name'],
    });
  });

  it('keeps no value in json', async () => {
    const rows = await database.query(`
      select table_schema, table_name, column_name from information_schema.columns
      where table_schema in ('canonical', 'raw') and data_type in ('json', 'jsonb')`);
    expect(rows).toEqual([]);
  });

  it('has no foreign key in the data: systems arrive in any order', async () => {
    const rows = await database.query(`
      select conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where contype = 'f' and nspname in ('canonical', 'raw')`);
    expect(rows).toEqual([]);
  });

  it('has no place for columns that must not be migrated', async () => {
    const rows = await database.query(`select table_name || '.' || column_name as name
      from information_schema.columns where table_schema = 'raw'`);
    const present = new Set(rows.map(({ name }) => name));
    const withheld = SYSTEMS.flatMap(({ mappings }) =>
      mappings.flatMap(({ system, stream }) =>
        Object.entries(stream.columns)
          .filter(([, { ignore }]) => ignore !== undefined && WITHHELD.has(ignore))
          .map(([column]) => `${rawTableName(system, stream.name)}.${column}`),
      ),
    );
    expect(withheld).toContain('procurement_cg_zj.YHKH');
    expect(withheld.filter((name) => present.has(name))).toEqual([]);
  });
});
