/** What is wrong with a table, seen from the stream it is declared to deliver. */
import { compareColumns } from '../columns.ts';
import type { Finding } from '../connector.ts';
import { closedColumns, keyFindings, permissionMissing, typeFindings } from '../database/table-findings.ts';
import { errorFinding } from '../findings.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import { nameSql, tableSql, type MssqlTable } from './catalog.ts';
import { orderOf } from './order.ts';
import type { ServerFacts } from './server.ts';
import { typesDiffer } from './types.ts';

export function tableFindings(stream: StreamContract, table: MssqlTable, server: ServerFacts): Finding[] {
  const names = table.columns.map(({ name }) => name);
  return [
    ...compareColumns(stream, { names, position: table.table }),
    ...closedFindings(stream, table, server),
    ...hiddenFindings(stream, table, server),
    ...typeFindings(stream, table, typesDiffer),
    ...keyFindings(stream, table, orderOf({ stream, table, server })),
  ];
}

function closedFindings(stream: StreamContract, table: MssqlTable, { user }: ServerFacts): Finding[] {
  const closed = closedColumns(stream, table.columns);
  if (closed.length === 0) return [];
  // Rights on single columns where the table holds more than is carried: what is withheld need not be opened to us.
  const whole = carriedColumns(stream).length === table.columns.length;
  const columns = whole ? '' : ` (${closed.map(nameSql).join(', ')})`;
  const grants = `grant select on ${tableSql(table)}${columns} to ${nameSql(user)};`;
  return [
    permissionMissing(stream, {
      table: table.table,
      user,
      columns: { zh: closed.join('、'), en: closed.join(', ') },
      grants,
    }),
  ];
}

/** What a mask or a policy hides would pass for what is there. */
function hiddenFindings(stream: StreamContract, { table, hidden }: MssqlTable, { user }: ServerFacts): Finding[] {
  const carried = new Set<string>(carriedColumns(stream));
  const masked = hidden.filter((name) => carried.has(name));
  const at = { rule: 'permission_missing', stream: stream.name, position: table };
  const findings: Finding[] = [];
  if (masked.length > 0) {
    const sql = `grant unmask to ${nameSql(user)};`;
    findings.push(
      errorFinding({
        ...at,
        message: {
          zh: `表 ${table} 的列 ${masked.join('、')} 启用了数据掩码，账号 ${user} 读到的不是原值`,
          en: `columns ${masked.join(', ')} of ${table} are masked from account ${user}`,
        },
        next: { zh: `请管理员执行：${sql}`, en: `Ask for: ${sql}` },
      }),
    );
  }
  if (!hidden.includes('')) return findings;
  findings.push(
    errorFinding({
      ...at,
      message: {
        zh: `表 ${table} 启用了行级安全策略，账号 ${user} 可能看不到全部行`,
        en: `row security may hide rows of ${table} from account ${user}`,
      },
      next: {
        zh: `请管理员在安全策略的筛选函数中放行账号 ${user}，或为其停用该策略。`,
        en: `Ask that the filter of the policy lets account ${user} see all rows.`,
      },
    }),
  );
  return findings;
}
