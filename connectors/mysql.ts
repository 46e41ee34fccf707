/** A live MySQL or MariaDB database, read as a guest: nothing is written, no lock outlives a reading, one state for all. */
import type { Connector, ConnectorContext, ConnectorKind } from './connector.ts';
import { LiveConnector } from './database/live-connector.ts';
import { accessOf, settings, type MysqlSettings } from './mysql/settings.ts';

/** The driver takes longer to load than all of the program: only who reads such a database waits for it. */
async function open(given: MysqlSettings, context: ConnectorContext): Promise<Connector> {
  const access = await accessOf(given, context);
  const { MysqlDatabase } = await import('./mysql/live-database.ts');
  return new LiveConnector(new MysqlDatabase(given, access, context.readers ?? 1), context.system);
}

export const mysql: ConnectorKind<MysqlSettings> = {
  kind: 'mysql',
  label: { zh: 'MySQL / MariaDB 数据库（只读直连）', en: 'MySQL or MariaDB database, read live' },
  settings,
  incremental: true,
  open,
};
