/** A legacy SQL Server of a test's own on a real server: a database its owner fills, and a login that may only read. */
import { randomBytes } from 'node:crypto';
import sql from 'mssql';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { mssql } from '../../../connectors/mssql.ts';
import { openKind } from '../../../connectors/registry.ts';
import { mssqlUrl } from '../../setup/mssql.ts';

/** Fit for the rules a server has for passwords. */
export const PASSWORD = 'Only/reads?#@%s1';

export interface LiveSource {
  /** As the owner of the database. */
  readonly query: (text: string) => Promise<readonly Record<string, unknown>[]>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Closed with the test. */
  readonly open: (settings?: Readonly<Record<string, unknown>>) => Promise<Connector>;
}

/** To be called within a suite on a server. */
export function useSource(): LiveSource {
  const name = `ggzy_${randomBytes(6).toString('hex')}`;
  const { hostname, port, username, password } = new URL(mssqlUrl || 'mssql://none');
  const pool = new sql.ConnectionPool({
    server: hostname,
    port: Number(port || 1433),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    // One connection: what it uses stays used.
    pool: { min: 1, max: 1 },
    options: { trustServerCertificate: true },
  });
  const query = async (text: string) => (await pool.request().batch<Record<string, unknown>>(text)).recordset ?? [];

  beforeAll(async () => {
    await pool.connect();
    await query(`create database ${name} collate Chinese_PRC_CI_AS`);
    await query(`alter database ${name} set allow_snapshot_isolation on`);
    await query(`create login ${name} with password = '${PASSWORD}'`);
    await query(`use ${name}; create user ${name} for login ${name}; grant select to ${name}`);
  });
  afterAll(async () => {
    await query(`use master; alter database ${name} set single_user with rollback immediate; drop database ${name}`);
    await query(`drop login ${name}`);
    await pool.close();
  });

  const settings = { host: hostname, port: Number(port || 1433), database: name, user: name, password: PASSWORD };
  return {
    query,
    settings,
    async open(given = {}) {
      const context = { system: 'construction', baseDirectory: '/' };
      const connector = await openKind(mssql, { ...settings, ...given }, context);
      onTestFinished(() => connector.close());
      return connector;
    },
  };
}
