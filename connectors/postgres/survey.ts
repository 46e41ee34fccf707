/** Looking at one table: what the catalog says, and what it holds. */
import { hashText } from '../../core/ids.ts';
import type { Content, Survey } from '../database/table.ts';
import { missingTable } from '../database/table-findings.ts';
import type { StreamContract } from '../stream.ts';
import { findTable, namesNearby, type PostgresTable, type TableName } from './catalog.ts';
import { frozenCondition, orderOf, rowTextSql, tableSql } from './order.ts';
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

/** Extended hash functions exist from version 11 on; md5 costs five times as much. */
const HASHES_SINCE = 110_000;

/**
 * Counts and fingerprints the carried columns in one pass over the table, in the server: two independent 64-bit hashes
 * of each row's text, summed, so that the order of the rows does not matter. Costs the server about as much as a reading.
 */
export async function measureContent(session: Session, stream: StreamContract, from: MeasureFrom): Promise<Content> {
  const { table, version } = from;
  const frozen = frozenCondition(stream, table);
  const sums = hashesSql(version).map((sql, index) => `sum(${sql}) filter (where kept) as sum${index}`);
  // Offset 0 keeps the subquery apart: merged into the outer one, it would print each row once per hash.
  const source = `select ${rowTextSql(stream)} collate "C" as line, ${frozen ?? 'true'} as kept from ${tableSql(table)} offset 0`;
  const counts = 'count(*) filter (where kept) as rows, count(*) as whole';
  const [row = {}] = await session.ask(`select ${counts}, ${sums.join(', ')} from (${source}) as lines`);
  // Records in another order are another delivery: cursors of the one say nothing in the other.
  const parts = [row['rows'], row['sum0'], row['sum1'], orderOf(stream, table).name];
  const rows = Number(row['rows']);
  const later = frozen === undefined ? null : Number(row['whole']) - rows;
  return { rows, later, fingerprint: hashText(JSON.stringify(parts)) };
}

export interface MeasureFrom {
  readonly table: PostgresTable;
  /** `server_version_num`. */
  readonly version: number;
}

function hashesSql(version: number): readonly string[] {
  if (version >= HASHES_SINCE) return ['hashtextextended(line, 0)', 'hashtextextended(line, 7)'];
  return [1, 17].map((from) => `('x' || substr(md5(line), ${from}, 16))::bit(64)::bigint`);
}
