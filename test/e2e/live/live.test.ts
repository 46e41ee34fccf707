/**
 * A centre may be read from its database or from the package it hands over: the same streams, the same result. The
 * package is loaded first; the live reading that follows it must change nothing, in no layer. MariaDB and PostgreSQL are
 * real; SQL Server is the double, which never ran on SQL Server.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { openConnector } from '../../../connectors/registry.ts';
import type { Database } from '../../../database/connection.ts';
import { readStreamBalances, type StreamBalance } from '../../../database/read/balances.ts';
import { findSystem } from '../../../pipelines/registry.ts';
import type { SystemDeclaration } from '../../../pipelines/system.ts';
import { demoDelivery } from '../../../scripts/demo-data/deliveries.ts';
import { useSource as useMysql } from '../../connectors/mysql/source.ts';
import { startTables } from '../../connectors/mssql/double-source.ts';
import { useSource as usePostgres } from '../../connectors/postgres/source.ts';
import { runConnector } from '../../setup/centre.ts';
import { useDatabases } from '../../setup/database.ts';
import { useDemo } from '../../setup/demo.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import { fillTables, readTables, writePackage, type HandedOver } from './handed-over.ts';

const openFresh = useDatabases();
const writeDemo = useDemo();
let directory = '';

beforeAll(async () => {
  ({ directory } = await writeDemo({ seed: 11, scale: 1, dirt: 1 }));
});

function declarationOf(system: string): SystemDeclaration {
  const declaration = findSystem(system);
  if (!declaration) throw new Error(`no system ${system}`);
  return declaration;
}

async function tablesOf(declaration: SystemDeclaration): Promise<HandedOver[]> {
  const { connector, settings } = demoDelivery(declaration);
  const given = await openConnector(connector, settings, { system: declaration.system, baseDirectory: directory });
  const tables = await readTables(given, declaration);
  await given.close();
  return tables;
}

/** Every row of every layer, and every open issue, without the place where it stood in the delivery. */
async function layersOf(database: Database): Promise<Record<string, readonly string[]>> {
  const tables = await database.query(
    `select schemaname as schema, tablename as name from pg_tables where schemaname in ('raw', 'canonical') order by 1, 2`,
  );
  const layers: Record<string, readonly string[]> = {};
  const leaving = `'{_position,source_position,_last_run,position}'::text[]`;
  for (const { schema, name } of tables) {
    const rows = await database.query(
      `select (to_jsonb(t) - ${leaving})::text as line from ${schema}."${name}" t order by 1`,
    );
    if (rows.length > 0) layers[`${schema}.${name}`] = rows.map(({ line }) => line ?? '');
  }
  const issues = await database.query(`
    select concat_ws(' ', stream, source_key, field, rule, severity, disposition, loaded_value, raw_hash) as line
    from ops.issues where closed_run is null order by 1`);
  const waiting = await database.query(`
    select concat_ws(' ', stream, source_key, state, rules, raw_hash) as line from ops.quarantine order by 1`);
  return { ...layers, issues: issues.map(({ line }) => line ?? ''), quarantine: waiting.map(({ line }) => line ?? '') };
}

type Outcome = Pick<StreamBalance, 'stream' | 'read' | 'skipped' | 'quarantined' | 'superseded' | 'status'>;

async function outcomesOf(database: Database, runId: string): Promise<Outcome[]> {
  const balances = await readStreamBalances(database, { systems: [], runId });
  return balances.map(({ stream, read, skipped, quarantined, superseded, status }) => {
    return { stream, read, skipped, quarantined, superseded, status };
  });
}

interface Loaded {
  readonly runId: string;
  readonly outcomes: readonly Outcome[];
  readonly layers: Readonly<Record<string, readonly string[]>>;
}

async function load(database: Database, declaration: SystemDeclaration, connector: Connector): Promise<Loaded> {
  const { runId } = await runConnector(database, connector, declaration);
  return { runId, outcomes: await outcomesOf(database, runId), layers: await layersOf(database) };
}

/** The package, and then the live source, into one database. */
async function loadBoth(declaration: SystemDeclaration, tables: readonly HandedOver[], live: Connector) {
  const { database } = await openFresh();
  const given = join(directory, 'same', declaration.system);
  await writePackage(given, tables);
  const context = { system: declaration.system, baseDirectory: directory };
  const handedOver = await openConnector('offline-package', { directory: given, encoding: 'utf-8' }, context);
  const first = await load(database, declaration, handedOver);
  return { first, second: await load(database, declaration, live) };
}

/** @returns what has to be the same, of each. */
function compared({ first, second }: Readonly<Record<'first' | 'second', Loaded>>) {
  expect(second.runId).not.toBe(first.runId);
  expect(new Set(first.outcomes.map(({ status }) => status))).toEqual(new Set(['green']));
  expect(first.outcomes.filter(({ read }) => read === 0)).toEqual([]);
  expect(Object.keys(first.layers).length).toBeGreaterThan(first.outcomes.length);
  return [first, second].map(({ outcomes, layers }) => ({ outcomes, layers })) as [unknown, unknown];
}

describeOnMariadb('read from MySQL', () => {
  describe.each(['egov', 'transport'])('%s', (system) => {
    const source = useMysql();

    it('is what its package says', { timeout: 120_000 }, async () => {
      const declaration = declarationOf(system);
      const tables = await tablesOf(declaration);
      await fillTables(source.query, tables, { quote: (name) => `\`${name}\``, place: () => '?' });
      const [handedOver, live] = compared(await loadBoth(declaration, tables, await source.open()));
      expect(live).toEqual(handedOver);
    });
  });
});

describe('read from PostgreSQL', () => {
  const source = usePostgres();

  it('landmining is what its package says', { timeout: 120_000 }, async () => {
    const declaration = declarationOf('landmining');
    const tables = await tablesOf(declaration);
    await fillTables(source.query, tables, { quote: (name) => `"${name}"`, place: (index) => `$${index + 1}` });
    const [handedOver, live] = compared(await loadBoth(declaration, tables, await source.open()));
    expect(live).toEqual(handedOver);
  });
});

describe('read from a double of SQL Server', () => {
  it.each(['procurement', 'construction'])('%s is what its package says', { timeout: 120_000 }, async (system) => {
    const declaration = declarationOf(system);
    const tables = await tablesOf(declaration);
    const source = await startTables({
      tables: tables.map(({ stream, columns, rows }) => ({
        schema: 'dbo',
        name: stream.name,
        columns: columns.map((name) => {
          return { name, type: stream.columns[name]?.type ?? '', notNull: stream.key.includes(name) };
        }),
        rows,
        uniqueKeys: [stream.key],
      })),
    });
    const [handedOver, live] = compared(await loadBoth(declaration, tables, await source.open()));
    expect(live).toEqual(handedOver);
  });
});
