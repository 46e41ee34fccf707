/** What is wrong with a table, seen from the stream it is declared to deliver. */
import { compareColumns } from '../columns.ts';
import type { Finding } from '../connector.ts';
import { errorFinding, infoFinding, warningFinding } from '../findings.ts';
import { carriedColumns, type StreamContract } from '../stream.ts';
import type { TableFacts, TableName } from './catalog.ts';
import { orderOf, tableSql } from './order.ts';
import { typesDiffer } from './types.ts';

const SHOWN_TABLES = 30;

export function missingTable({ name, label }: StreamContract, wanted: TableName, nearby: readonly string[]): Finding {
  const more = nearby.length > SHOWN_TABLES ? ' …' : '';
  const list = nearby.length > 0 ? `${nearby.slice(0, SHOWN_TABLES).join('、')}${more}` : '（无）';
  const { schema, table } = wanted;
  return errorFinding({
    rule: 'missing_table',
    stream: name,
    position: table,
    message: {
      zh: `模式 ${schema} 中没有表 ${table}（${label}）`,
      en: `schema ${schema} has no table ${table}`,
    },
    next: {
      zh: `核对 schema，或用 tables 指明表名；现有的表：${list}。`,
      en: `Check schema, or name the table under tables; there are: ${list}.`,
    },
  });
}

export function tableFindings(stream: StreamContract, table: TableFacts, user: string): Finding[] {
  const names = table.columns.map(({ name }) => name);
  return [
    ...compareColumns(stream, { names, position: table.table }),
    ...rightFindings(stream, table, user),
    ...typeFindings(stream, table),
    ...keyFindings(stream, table),
  ];
}

function rightFindings(stream: StreamContract, table: TableFacts, user: string): Finding[] {
  const carried = new Set<string>(carriedColumns(stream));
  const closed = table.columns.filter(({ name, readable }) => carried.has(name) && !readable).map(({ name }) => name);
  if (table.schemaOpen && closed.length === 0 && !table.hidesRows) return [];
  const at = { rule: 'permission_missing', stream: stream.name, position: table.table };
  if (table.hidesRows) return [errorFinding({ ...at, ...hiddenRows(table, user) })];
  const grants = grantsFor(table, { closed, user, whole: carried.size === table.columns.length });
  return [
    errorFinding({
      ...at,
      message: {
        zh: `账号 ${user} 无权读取表 ${table.table} 的列：${closed.join('、') || '（模式未开放）'}`,
        en: `account ${user} may not read these columns of ${table.table}: ${closed.join(', ') || '(schema closed)'}`,
      },
      next: { zh: `请管理员执行：${grants}`, en: `Ask for: ${grants}` },
    }),
  ];
}

function hiddenRows({ table }: TableFacts, user: string): Pick<Finding, 'message'> & { next: Finding['message'] } {
  const sql = `alter role "${user}" bypassrls;`;
  return {
    message: {
      zh: `表 ${table} 启用了行级安全策略，账号 ${user} 看不到全部行`,
      en: `row security hides rows of ${table} from account ${user}`,
    },
    next: { zh: `请管理员执行：${sql}`, en: `Ask for: ${sql}` },
  };
}

interface Wanted {
  readonly closed: readonly string[];
  readonly user: string;
  readonly whole: boolean;
}

/** Rights on single columns where the table holds more than is carried: what is withheld need not be opened to us. */
function grantsFor(table: TableFacts, { closed, user, whole }: Wanted): string {
  const columns = whole ? '' : ` (${closed.map((name) => `"${name}"`).join(', ')})`;
  const grants = [
    ...(table.schemaOpen ? [] : [`grant usage on schema "${table.schema}" to "${user}";`]),
    ...(closed.length === 0 ? [] : [`grant select${columns} on ${tableSql(table)} to "${user}";`]),
  ];
  return grants.join(' ');
}

function typeFindings(stream: StreamContract, { table, columns }: TableFacts): Finding[] {
  const changed = columns.flatMap(({ name, type }) => {
    const declared = Object.hasOwn(stream.columns, name) ? stream.columns[name] : undefined;
    return declared && typesDiffer(declared.type, type) ? [{ name, type, declared: declared.type }] : [];
  });
  return changed.map(({ name, type, declared }) =>
    warningFinding({
      rule: 'column_type_changed',
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

function keyFindings(stream: StreamContract, table: TableFacts): Finding[] {
  const order = orderOf(stream, table);
  if (order.unique || order.key.length < stream.key.length) return [];
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
