/** What is wrong with a table, seen from the stream it is declared to deliver. */
import { compareColumns } from '../columns.ts';
import type { Finding } from '../connector.ts';
import { closedColumns, keyFindings, permissionMissing, typeFindings } from '../database/table-findings.ts';
import { errorFinding, warningFinding } from '../findings.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { MysqlTable } from './catalog.ts';
import { charsetFindings } from './charset-findings.ts';
import { quoteName } from './column-sql.ts';
import { orderOf } from './order.ts';
import { typesDiffer } from './types.ts';

export interface Account {
  /** `reader@%`. */
  readonly name: string;
  readonly database: string;
}

/** @param hidden declared columns the account may know nothing of. */
export function tableFindings(
  stream: StreamContract,
  table: MysqlTable,
  { account, hidden }: { readonly account: Account; readonly hidden: readonly string[] },
): Finding[] {
  const names = table.columns.map(({ name }) => name);
  const closed = closedColumns(stream, [...table.columns, ...hidden.map((name) => ({ name, readable: false }))]);
  return [
    ...compareColumns(stream, { names: [...names, ...hidden], position: table.table }),
    ...(closed.length > 0 ? [closedFinding(stream, table.table, { account, closed })] : []),
    ...geometryFindings(stream, table),
    ...typeFindings(stream, table, typesDiffer),
    ...charsetFindings(stream, table),
    ...engineFindings(stream, table),
    ...keyFindings(stream, table, orderOf(stream, table)),
  ];
}

/** The server may not have let us see whether the table is there at all. */
export function closedTable(stream: StreamContract, table: string, account: Account): Finding {
  return closedFinding(stream, table, { account, closed: [] });
}

interface ClosedTo {
  readonly account: Account;
  /** All of the table where empty. */
  readonly closed: readonly string[];
}

function closedFinding(stream: StreamContract, table: string, { account, closed }: ClosedTo): Finding {
  const columns = {
    zh: closed.join('、') || '（整张表，或表不存在）',
    en: closed.join(', ') || '(the whole table, or there is none)',
  };
  const wanted = closed.length > 0 ? closed : carriedColumns(stream);
  const list = wanted.map(quoteName).join(', ');
  const grants = `grant select (${list}) on ${quoteName(account.database)}.${quoteName(table)} to ${quoteAccount(account)};`;
  return permissionMissing(stream, { table, user: account.name, columns, grants });
}

/** A name may hold an @ itself; a host never does. */
function quoteAccount({ name }: Account): string {
  const at = name.lastIndexOf('@');
  return [name.slice(0, at), name.slice(at + 1)].map((part) => `'${part.replaceAll("'", "''")}'`).join('@');
}

function geometryFindings(stream: StreamContract, { table, columns }: MysqlTable): Finding[] {
  const carried = new Set<string>(carriedColumns(stream));
  const shapes = columns.filter(({ name, form }) => form === 'geometry' && carried.has(name));
  return shapes.map(({ name, type }) =>
    errorFinding({
      rule: 'column_type_unsupported',
      stream: stream.name,
      position: table,
      message: {
        zh: `${table}：列 ${name} 的类型 ${type} 没有文本形式，无法读取`,
        en: `${table}: column ${name} is a ${type}, which has no text to read`,
      },
      next: {
        zh: `请管理员建视图给出 st_astext(${quoteName(name)})，并用 tables 指向该视图。`,
        en: `Ask for a view that gives st_astext(${quoteName(name)}), and name it under tables.`,
      },
    }),
  );
}

function engineFindings(stream: StreamContract, { table, engine, transactional }: MysqlTable): Finding[] {
  if (transactional) return [];
  return [
    warningFinding({
      rule: 'table_without_snapshot',
      stream: stream.name,
      position: table,
      message: {
        zh: `${table}：存储引擎 ${engine ?? ''} 没有快照，读取期间的改动会混入`,
        en: `${table}: engine ${engine ?? ''} keeps no snapshot; what changes while it is read is mixed in`,
      },
      next: {
        zh: '在对方停止写入时读取，或请管理员改为 InnoDB。',
        en: 'Read while nobody writes, or ask for InnoDB.',
      },
    }),
  ];
}
