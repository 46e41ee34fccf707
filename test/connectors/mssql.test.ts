/**
 * A live SQL Server keeps the connector contract. By default against a double that speaks its protocol and has no SQL
 * engine: it never ran on SQL Server, and does not show that the SQL is right. Where TEST_MSSQL_URL names a server, the
 * same suite runs on that as well (test/connectors/mssql/live.test.ts).
 */
import { mssql } from '../../connectors/mssql.ts';
import { connectorContract } from '../contract/connector.ts';
import type { Table } from '../contract/delivery.ts';
import { PASSWORD, startTables } from './mssql/double-source.ts';

const TYPES: Readonly<Record<string, string>> = {
  ID: 'varchar(10)',
  MC: 'varchar(200)',
  MM: 'varchar(50)',
  JE: 'money',
};

async function deliverTables(_directory: string, tables: readonly Table[]): Promise<unknown> {
  const { settings } = await startTables({
    tables: tables.map(({ stream, columns, rows }) => ({
      schema: 'dbo',
      name: stream.name,
      columns: columns.map((name) => ({ name, type: TYPES[name] ?? 'nvarchar(100)', notNull: name === 'ID' })),
      rows,
      uniqueKeys: [['ID']],
    })),
  });
  return settings;
}

connectorContract('mssql on a double', {
  kind: mssql,
  required: ['host', 'database', 'user', 'password'],
  deliver: deliverTables,
  secrets: [PASSWORD],
});
