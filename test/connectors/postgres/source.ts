/** A legacy PostgreSQL of a test's own: a database its owner fills, and an account that may only read. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { postgres } from '../../../connectors/postgres.ts';
import { openKind } from '../../../connectors/registry.ts';
import { withDatabase } from '../../setup/urls.ts';

export const PASSWORD = 'only/reads?#@%s1';
const TIMEOUT = 5_000;

export interface Source {
  /** As the owner of the database. */
  readonly query: (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly role: string;
  /** Closed with the test. */
  readonly open: (settings?: Readonly<Record<string, unknown>>, readers?: number) => Promise<Connector>;
  /** Connections the connector has on this database, busy ones or all. */
  readonly sessions: (state?: string) => Promise<number>;
}

/** @param form what follows `create database …`: an encoding, a locale. */
export function useSource(form = `encoding 'UTF8' template template0`): Source {
  const role = `reader_${randomBytes(6).toString('hex')}`;
  const name = `source_${randomBytes(6).toString('hex')}`;
  const serverUrl = inject('serverUrl');
  const { hostname, port } = new URL(serverUrl);
  const owner = new pg.Client(withDatabase(serverUrl, name));
  owner.on('error', () => undefined);

  beforeAll(async () => {
    await onServer(serverUrl, [`create role ${role} login password '${PASSWORD}'`, `create database ${name} ${form}`]);
    await owner.connect();
    await owner.query(`alter default privileges grant select on tables to ${role}`);
    await owner.query(`revoke create on schema public from public`);
  });
  afterAll(async () => {
    await owner.query(`drop owned by ${role}`);
    await owner.end();
    await onServer(serverUrl, [`drop database ${name} with (force)`, `drop role ${role}`]);
  });

  const settings = { host: hostname, port: Number(port), database: name, user: role, password: PASSWORD };
  return {
    settings,
    role,
    query: async (sql, values = []) => (await owner.query<Record<string, unknown>>(sql, [...values])).rows,
    async open(given = {}, readers = 1) {
      const context = { system: 'landmining', baseDirectory: '/', readers };
      const connector = await openKind(postgres, { ...settings, ...given }, context);
      onTestFinished(() => connector.close());
      return connector;
    },
    async sessions(state) {
      const { rows } = await owner.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
         where datname = $1 and application_name = 'ggzy' and (state = $2 or $2 is null)`,
        [name, state ?? null],
      );
      return rows[0]?.n ?? 0;
    },
  };
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
