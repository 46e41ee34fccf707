/** A live SQL Server database (2012 or newer), read as a guest: one connection, and one state where snapshots are allowed. */
import type { Connector, ConnectorContext, ConnectorKind } from './connector.ts';
import { LiveConnector } from './database/live-connector.ts';
import { accessOf, settings, type MssqlSettings } from './mssql/settings.ts';

/** The driver takes longer to load than all of the program: only who reads such a database waits for it. */
async function open(given: MssqlSettings, context: ConnectorContext): Promise<Connector> {
  const access = await accessOf(given, context);
  const { MssqlDatabase } = await import('./mssql/live-database.ts');
  return new LiveConnector(new MssqlDatabase(given, access), context.system);
}

export const mssql: ConnectorKind<MssqlSettings> = {
  kind: 'mssql',
  label: { zh: 'SQL Server 数据库（只读直连）', en: 'SQL Server database, read live' },
  settings,
  incremental: true,
  open,
};
