/** Looking at one table: what the catalog says. */
import type { Survey } from '../database/table.ts';
import { missingTable } from '../database/table-findings.ts';
import type { StreamContract } from '../stream.ts';
import { findTable, namesNearby, type PostgresTable, type TableName } from './catalog.ts';
import type { Session } from './session.ts';
import { tableFindings } from './table-findings.ts';

export async function surveyTable(
  session: Session,
  stream: StreamContract,
  name: TableName,
): Promise<Survey<PostgresTable>> {
  const table = await findTable(session, name);
  if (table) return { table, findings: tableFindings(stream, table, session.client.user ?? '') };
  const within = { zh: `模式 ${name.schema}`, en: `schema ${name.schema}` };
  const nearby = await namesNearby(session, name);
  return { table, findings: [missingTable(stream, { table: name.table, within, nearby, check: 'schema' })] };
}
