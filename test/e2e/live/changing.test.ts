/**
 * A live centre whose records change between the nights: reading only the ranges that changed, by several readings at
 * once, gives every layer that reading everything by one gives.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { openConnector } from '../../../connectors/registry.ts';
import { findSystem } from '../../../pipelines/registry.ts';
import type { SystemDeclaration } from '../../../pipelines/system.ts';
import { demoDelivery } from '../../../scripts/demo-data/deliveries.ts';
import { useSource as useMysql } from '../../connectors/mysql/source.ts';
import { useSource as usePostgres } from '../../connectors/postgres/source.ts';
import { runConnector } from '../../setup/centre.ts';
import { useDatabases } from '../../setup/database.ts';
import { useDemo } from '../../setup/demo.ts';
import { describeOnMariadb } from '../../setup/mariadb.ts';
import { takeSnapshot } from '../../setup/snapshot.ts';
import { fillTables, readTables, type Dialect, type HandedOver } from './handed-over.ts';

const openFresh = useDatabases();
const writeDemo = useDemo();
const READERS = 3;
let directory = '';

beforeAll(async () => {
  ({ directory } = await writeDemo({ seed: 17, scale: 3, dirt: 2 }));
});

type Query = (sql: string) => Promise<unknown>;

interface Source {
  readonly query: Query;
  readonly open: (settings?: Readonly<Record<string, unknown>>, readers?: number) => Promise<Connector>;
}

async function tablesOf(declaration: SystemDeclaration): Promise<HandedOver[]> {
  const { connector, settings } = demoDelivery(declaration);
  const given = await openConnector(connector, settings, { system: declaration.system, baseDirectory: directory });
  const tables = await readTables(given, declaration);
  await given.close();
  return tables;
}

/** One record is gone and one has another text, in every table. */
async function changeSource(query: Query, tables: readonly HandedOver[], { quote }: Dialect): Promise<void> {
  for (const { stream, columns, rows } of tables) {
    const key = stream.key[0] ?? '';
    const keys = rows.map((row) => row[columns.indexOf(key)] ?? '').toSorted((a, b) => (a < b ? -1 : 1));
    const [text] =
      Object.entries(stream.columns).find(([, { type, ignore }]) => type.startsWith('varchar') && !ignore) ?? [];
    const at = (part: number): string => `${quote(key)} = '${keys[Math.floor(keys.length * part)]}'`;
    await query(`delete from ${quote(stream.name)} where ${at(0.25)}`);
    await query(`update ${quote(stream.name)} set ${quote(text ?? '')} = '改' where ${at(0.75)}`);
  }
}

/** @returns what two databases hold after two nights: one of ranges that changed, one of everything. */
async function bothWays(system: string, source: Source & { readonly dialect: Dialect }) {
  const declaration = findSystem(system);
  if (!declaration) throw new Error(`no system ${system}`);
  const tables = await tablesOf(declaration);
  await fillTables(source.query, tables, source.dialect);
  const [sparing, full] = [(await openFresh()).database, (await openFresh()).database];
  const night = async (readBy: string): Promise<void> => {
    const parted = await source.open({ rangeRows: 4 }, READERS);
    const options = { readBy: 'one reader', readers: READERS, chunkSize: 3 };
    expect(await runConnector(sparing, parted, declaration, options)).toMatchObject({ status: 'green' });
    const whole = await source.open();
    expect(await runConnector(full, whole, declaration, { readBy })).toMatchObject({ status: 'green' });
  };
  await night('first');
  await changeSource(source.query, tables, source.dialect);
  await night('second');
  const [kept] = await sparing.query('select count(*) filter (where carried_rows > 0) as streams from ops.stream_runs');
  expect(Number(kept?.['streams'])).toBeGreaterThan(2);
  return { sparing: await takeSnapshot(sparing), full: await takeSnapshot(full) };
}

describeOnMariadb('a MySQL whose records change', () => {
  const source = useMysql();

  it('is read where it changed', { timeout: 120_000 }, async () => {
    const { sparing, full } = await bothWays('egov', {
      ...source,
      dialect: { quote: (name) => `\`${name}\``, place: () => '?' },
    });
    expect(sparing).toEqual(full);
  });
});

describe('a PostgreSQL whose records change', () => {
  const source = usePostgres();

  it('is read where it changed', { timeout: 120_000 }, async () => {
    const { sparing, full } = await bothWays('landmining', {
      ...source,
      dialect: { quote: (name) => `"${name}"`, place: (at) => `$${at + 1}` },
    });
    expect(sparing).toEqual(full);
  });
});
