/** The SQL Server of the test run: the one that TEST_MSSQL_URL names. None can be had without. */
import { describe } from 'vitest';

/** `mssql://sa:password@host:1433/master` of an account that may make databases and logins; empty where none is named. */
export const mssqlUrl = process.env['TEST_MSSQL_URL'] ?? '';

const REASON = 'TEST_MSSQL_URL names no server: nothing here ever ran on SQL Server';

/** A suite on a real server, skipped by name where there is none. */
export function describeOnMssql(name: string, suite: () => void): void {
  const title = mssqlUrl === '' ? `${name} (${REASON})` : name;
  // oxlint-disable-next-line vitest/valid-describe-callback, vitest/valid-title -- both come from the suite
  describe.skipIf(mssqlUrl === '')(title, suite);
}
