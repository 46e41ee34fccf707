/** Is the target a server the platform can use? */
import type { Database } from '../connection.ts';

export interface ServerFacts {
  readonly version: string;
  /** As `server_version_num`: 180004. */
  readonly versionNumber: number;
  readonly encoding: string;
  /** May make schemas in this database. */
  readonly mayCreate: boolean;
  readonly database: string;
}

export const OLDEST_SERVER = 150_000;

export async function readServerFacts(database: Database): Promise<ServerFacts> {
  const [row] = await database.query(`
    select current_setting('server_version') as version, current_setting('server_version_num') as number,
      current_setting('server_encoding') as encoding, current_database() as database,
      has_database_privilege(current_database(), 'CREATE')::int as may_create`);
  return {
    version: row?.['version'] ?? '',
    versionNumber: Number(row?.['number']),
    encoding: row?.['encoding'] ?? '',
    mayCreate: row?.['may_create'] === '1',
    database: row?.['database'] ?? '',
  };
}
