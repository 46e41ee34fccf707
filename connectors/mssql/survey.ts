/** Looking at one table: what the catalog says, and what it holds. */
import { hashText } from '../../core/ids.ts';
import type { Content, Survey } from '../database/table.ts';
import { missingTable } from '../database/table-findings.ts';
import type { StreamContract } from '../stream.ts';
import { findTable, namesNearby, tableSql, type MssqlTable, type TableName } from './catalog.ts';
import { contentSql, firstBytesSql } from './content.ts';
import type { DatabaseState } from './database-state.ts';
import { frozenCondition, orderOf, type Named } from './order.ts';
import { tableFindings } from './table-findings.ts';

type Asked = Pick<DatabaseState, 'ask' | 'server'>;

export async function surveyTable(state: Asked, stream: StreamContract, name: TableName): Promise<Survey<MssqlTable>> {
  const asker = { ask: state.ask.bind(state), server: state.server };
  const table = await findTable(asker, name);
  if (table) return { table, findings: tableFindings(stream, table, state.server) };
  const within = {
    zh: `架构 ${name.schema}（账号看得到的范围）`,
    en: `schema ${name.schema}, as the account is shown it,`,
  };
  const nearby = await namesNearby(asker, name);
  // A table without any right on it is not shown at all.
  const check = `schema、账号 ${state.server.user} 的 select 权限`;
  return { table, findings: [missingTable(stream, { table: name.table, within, nearby, check })] };
}

/**
 * Counts and fingerprints the carried columns in one pass of the server: sixty-four bits of a SHA-256 of each record,
 * summed, so that the order of the rows does not matter. Two contents that differ pass for one in 1 of 2^64 cases. It
 * costs the server a scan of the table, and the hashing of every text twice over (UTF-16): about as much as a reading.
 */
export async function measureContent(state: Asked, stream: StreamContract, table: MssqlTable): Promise<Content> {
  const input = { stream, table, server: state.server };
  const parameters: Named = {};
  const [frozen] = frozenCondition(stream, table, parameters);
  const where = frozen === undefined ? '' : ` where ${frozen}`;
  const text = `
    select convert(nvarchar(20), count_big(*)) as [rows], convert(nvarchar(41), sum(${firstBytesSql('lines.content')})) as [sum]
    from (select ${contentSql(input)} as content from ${tableSql(table)} as t${where}) as lines option (maxdop 1)`;
  const [row = {}] = await state.ask(text, parameters);
  // Records in another order are another delivery: cursors of the one say nothing in the other.
  const parts = [row['rows'], row['sum'], orderOf(input).name];
  const later = frozen === undefined ? null : await countLater(state, table, { frozen, parameters });
  return { rows: Number(row['rows']), later, fingerprint: hashText(JSON.stringify(parts)) };
}

interface Frozen {
  readonly frozen: string;
  readonly parameters: Named;
}

async function countLater(state: Asked, table: MssqlTable, { frozen, parameters }: Frozen): Promise<number> {
  const [row] = await state.ask(
    `select convert(nvarchar(20), count_big(*)) as later from ${tableSql(table)} as t where not ${frozen}`,
    parameters,
  );
  return Number(row?.['later']);
}
