/** What is wrong with a table, seen from the stream it is declared to deliver. */
import { compareColumns } from '../columns.ts';
import type { Finding } from '../connector.ts';
import { closedColumns, keyFindings, permissionMissing, typeFindings } from '../database/table-findings.ts';
import { errorFinding } from '../findings.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { PostgresTable } from './catalog.ts';
import { orderOf, tableSql } from './order.ts';
import { typesDiffer } from './types.ts';

export function tableFindings(stream: StreamContract, table: PostgresTable, user: string): Finding[] {
  const names = table.columns.map(({ name }) => name);
  return [
    ...compareColumns(stream, { names, position: table.table }),
    ...rightFindings(stream, table, user),
    ...typeFindings(stream, table, typesDiffer),
    ...keyFindings(stream, table, orderOf(stream, table)),
  ];
}

function rightFindings(stream: StreamContract, table: PostgresTable, user: string): Finding[] {
  if (table.hidesRows) return [hiddenRows(stream, table, user)];
  const closed = closedColumns(stream, table.columns);
  if (table.schemaOpen && closed.length === 0) return [];
  const whole = carriedColumns(stream).length === table.columns.length;
  const columns = {
    zh: closed.join('、') || '（模式未开放）',
    en: closed.join(', ') || '(schema closed)',
  };
  const grants = grantsFor(table, { closed, user, whole });
  return [permissionMissing(stream, { table: table.table, user, columns, grants })];
}

function hiddenRows(stream: StreamContract, { table }: PostgresTable, user: string): Finding {
  const sql = `alter role "${user}" bypassrls;`;
  return errorFinding({
    rule: 'permission_missing',
    stream: stream.name,
    position: table,
    message: {
      zh: `表 ${table} 启用了行级安全策略，账号 ${user} 看不到全部行`,
      en: `row security hides rows of ${table} from account ${user}`,
    },
    next: { zh: `请管理员执行：${sql}`, en: `Ask for: ${sql}` },
  });
}

interface Wanted {
  readonly closed: readonly string[];
  readonly user: string;
  readonly whole: boolean;
}

/** Rights on single columns where the table holds more than is carried: what is withheld need not be opened to us. */
function grantsFor(table: PostgresTable, { closed, user, whole }: Wanted): string {
  const columns = whole ? '' : ` (${closed.map((name) => `"${name}"`).join(', ')})`;
  const grants = [
    ...(table.schemaOpen ? [] : [`grant usage on schema "${table.schema}" to "${user}";`]),
    ...(closed.length === 0 ? [] : [`grant select${columns} on ${tableSql(table)} to "${user}";`]),
  ];
  return grants.join(' ');
}
