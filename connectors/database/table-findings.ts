/** What is wrong with a table, seen from the stream it is declared to deliver. */
import type { Finding } from '../connector.ts';
import { errorFinding, infoFinding, warningFinding } from '../findings.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { KeyOrder } from './order.ts';
import type { TableFacts } from './table.ts';

const SHOWN_TABLES = 30;

export interface MissingTable {
  readonly table: string;
  /** Schema or database that was looked through, as a noun with its name in both languages. */
  readonly within: Finding['message'];
  /** What may have been meant; one more than is shown says that there are others. */
  readonly nearby: readonly string[];
  /** What to check beside `tables`. */
  readonly check: string;
}

export const SEARCHED_TABLES = SHOWN_TABLES + 1;

export function missingTable(stream: StreamContract, { table, within, nearby, check }: MissingTable): Finding {
  const more = nearby.length > SHOWN_TABLES ? ' …' : '';
  const list = nearby.length > 0 ? `${nearby.slice(0, SHOWN_TABLES).join('、')}${more}` : '（无）';
  return errorFinding({
    rule: 'missing_table',
    stream: stream.name,
    position: table,
    message: {
      zh: `${within.zh} 中没有表 ${table}（${stream.label}）`,
      en: `${within.en} has no table ${table}`,
    },
    next: {
      zh: `核对 ${check}，或用 tables 指明表名；现有的表：${list}。`,
      en: `Check ${check}, or name the table under tables; there are: ${list}.`,
    },
  });
}

export interface Closed {
  readonly table: string;
  readonly user: string;
  /** Columns that may not be read, or what else is closed; in both languages. */
  readonly columns: Finding['message'];
  /** SQL that opens them, and no more. */
  readonly grants: string;
}

export function permissionMissing(stream: StreamContract, { table, user, columns, grants }: Closed): Finding {
  return errorFinding({
    rule: 'permission_missing',
    stream: stream.name,
    position: table,
    message: {
      zh: `账号 ${user} 无权读取表 ${table} 的列：${columns.zh}`,
      en: `account ${user} may not read these columns of ${table}: ${columns.en}`,
    },
    next: { zh: `请管理员执行：${grants}`, en: `Ask for: ${grants}` },
  });
}

/** True where both are types the database knows and differ. */
export type TypesDiffer = (declared: string, actual: string) => boolean;

export function typeFindings(
  stream: StreamContract,
  { table, columns }: TableFacts,
  typesDiffer: TypesDiffer,
): Finding[] {
  const changed = columns.flatMap(({ name, type }) => {
    const declared = Object.hasOwn(stream.columns, name) ? stream.columns[name] : undefined;
    return declared && typesDiffer(declared.type, type) ? [{ name, type, declared: declared.type }] : [];
  });
  return changed.map(({ name, type, declared }) =>
    warningFinding({
      rule: 'column_type_changed',
      drift: { column: name, kind: 'type', declared, found: type },
      stream: stream.name,
      position: table,
      message: {
        zh: `${table}：列 ${name} 登记为 ${declared}，库中是 ${type}`,
        en: `${table}: column ${name} is declared ${declared} and is ${type}`,
      },
      next: {
        zh: '核对取值是否仍按原意，再更新该数据流的列定义。',
        en: 'See whether its values still mean the same, then update the declaration.',
      },
    }),
  );
}

/** A stream whose key is not there says so by its missing columns. */
export function keyFindings(stream: StreamContract, table: TableFacts, order: KeyOrder): Finding[] {
  const names = new Set(table.columns.map(({ name }) => name));
  if (order.unique || stream.key.some((name) => !names.has(name))) return [];
  const key = stream.key.join('、');
  return [
    infoFinding({
      rule: 'key_not_unique',
      stream: stream.name,
      position: table.table,
      message: {
        zh: `${table.table}：键 ${key} 没有不含空值的唯一索引，可能重复；读取需排序`,
        en: `${table.table}: no unique index without NULL covers the key ${key}; it may repeat, and reading sorts`,
      },
      next: {
        zh: '可以继续：重复或为空的键由迁移规则处理。',
        en: 'Go on: keys that repeat or are empty are dealt with by the rules.',
      },
    }),
  ];
}

/** Names of the columns that are carried and that the account cannot read. */
export function closedColumns(
  stream: StreamContract,
  columns: readonly { readonly name: string; readonly readable: boolean }[],
): string[] {
  const carried = new Set<string>(carriedColumns(stream));
  return columns.filter(({ name, readable }) => carried.has(name) && !readable).map(({ name }) => name);
}
