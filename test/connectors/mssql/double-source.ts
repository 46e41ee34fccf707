/** A legacy SQL Server of a test's own: the double, with tables in memory. It never ran on SQL Server. */
import { onTestFinished } from 'vitest';
import type { Connector } from '../../../connectors/connector.ts';
import { mssql } from '../../../connectors/mssql.ts';
import { openKind } from '../../../connectors/registry.ts';
import type { Handler } from '../../setup/tds/double.ts';
import { TdsServer, type ServerOptions } from '../../setup/tds/server.ts';
import { answerTables, type DoubleDatabase } from '../../setup/tds/tables.ts';

export const PASSWORD = 'only/reads?#@%s1';

export interface DoubleSource {
  readonly server: TdsServer;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Closed with the test. */
  readonly open: (settings?: Readonly<Record<string, unknown>>) => Promise<Connector>;
}

export async function startDouble(handler: Handler, options: Partial<ServerOptions> = {}): Promise<DoubleSource> {
  const server = await TdsServer.start({ handler, password: PASSWORD, databases: ['JZJY'], ...options });
  onTestFinished(() => server.stop());
  const settings = {
    host: '127.0.0.1',
    port: server.port,
    database: 'JZJY',
    user: 'reader',
    password: PASSWORD,
    ssl: 'disable',
  };
  return {
    server,
    settings,
    async open(given = {}) {
      const connector = await openKind(
        mssql,
        { ...settings, ...given },
        { system: 'construction', baseDirectory: '/' },
      );
      onTestFinished(() => connector.close());
      return connector;
    },
  };
}

export function startTables(
  database: Omit<DoubleDatabase, 'name'>,
  wrap = (handler: Handler) => handler,
): Promise<DoubleSource> {
  return startDouble(wrap(answerTables({ name: 'JZJY', ...database })));
}
