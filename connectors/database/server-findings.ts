/** What `check` says about a server and an account, whatever the kind of database. */
import type { Finding } from '../connector.ts';
import { infoFinding, warningFinding } from '../findings.ts';
import type { TableFacts } from './table.ts';

const SKEW_SECONDS = 5 * 60;

export interface ServerSeen {
  /** Product and version: `MariaDB 10.11.6`. */
  readonly server: string;
  readonly database: string;
  /** Character set, or collation, of the database. */
  readonly encoding: string;
  readonly account: string;
  readonly encrypted: boolean;
  /** How far its clock is ahead of ours. */
  readonly skewSeconds: number;
}

/** That it was reached, as what, and by whom. */
export function serverFound(seen: ServerSeen): Finding {
  const { server, database, encoding, account, encrypted } = seen;
  const skew = Math.abs(seen.skewSeconds).toFixed(1);
  const [zh, en] = seen.skewSeconds < 0 ? ['慢', 'behind'] : ['快', 'ahead of'];
  return infoFinding({
    rule: 'server_found',
    message: {
      zh: `${server}，数据库 ${database}，字符集 ${encoding}，账号 ${account}，${encrypted ? '已加密' : '未加密'}，时钟比本机${zh} ${skew} 秒`,
      en: `${server}, database ${database}, ${encoding}, account ${account}, ${encrypted ? 'encrypted' : 'not encrypted'}, clock ${skew} s ${en} ours`,
    },
  });
}

const MEGABYTE = 1024 * 1024;

/** How much there is, by the catalog alone, and in which character sets its texts are declared. */
export function tableFound(stream: string, { table, estimatedRows, bytes, columns }: TableFacts): Finding {
  const sets = Map.groupBy(
    columns.filter(({ encoding }) => encoding !== null),
    ({ encoding }) => encoding ?? '',
  );
  const [usual = ''] = [...sets].toSorted(([, one], [, other]) => other.length - one.length).map(([name]) => name);
  // A table of one character set says it once; columns that differ are named.
  const odd = [...sets].filter(([name]) => name !== usual);
  const others = odd.map(([name, own]) => `${own.map((column) => column.name).join('、')}: ${name}`).join('; ');
  const set = [usual, others].filter(Boolean).join('; ') || '–';
  const size = (bytes / MEGABYTE).toFixed(1);
  return infoFinding({
    rule: 'table_found',
    stream,
    position: table,
    message: {
      zh: `表 ${table}：约 ${estimatedRows ?? '?'} 行，${size} MB，${columns.length} 列，字符集 ${set}`,
      en: `table ${table}: about ${estimatedRows ?? '?'} rows, ${size} MB, ${columns.length} columns, ${set}`,
    },
  });
}

export interface VersionFacts {
  /** `PostgreSQL 9.6`. */
  readonly server: string;
  /** Oldest version that was looked at. */
  readonly oldest: string;
}

export function versionFinding({ server, oldest }: VersionFacts): Finding {
  return warningFinding({
    rule: 'server_version',
    message: {
      zh: `服务器是 ${server}，只在 ${oldest} 及更新版本上验证过`,
      en: `the server is ${server}; ${oldest} is the oldest that was looked at`,
    },
    next: { zh: '先读取一个小表试试，或请对方升级。', en: 'Try a small table first, or ask for an upgrade.' },
  });
}

/**
 * How far the server's clock is ahead of ours, in seconds; half of the way there and back is taken off.
 * @param ask gives the server's time in seconds since 1970.
 */
export async function measureSkew(ask: () => Promise<number>): Promise<number> {
  const before = Date.now();
  const seconds = await ask();
  return seconds - (before + Date.now()) / 2 / 1000;
}

export function clockFindings(skewSeconds: number): Finding[] {
  if (Math.abs(skewSeconds) <= SKEW_SECONDS) return [];
  const minutes = Math.round(Math.abs(skewSeconds) / 60);
  const [zh, en] = skewSeconds > 0 ? ['快', 'ahead of'] : ['慢', 'behind'];
  return [
    warningFinding({
      rule: 'clock_skew',
      message: {
        zh: `服务器时钟比本机${zh} ${minutes} 分钟`,
        en: `the server's clock is ${minutes} minutes ${en} ours`,
      },
      next: {
        zh: '请双方校时：按修改时间增量读取时，时钟回拨会漏掉记录。',
        en: 'Set both clocks: a clock that jumps back hides changes from incremental reading.',
      },
    }),
  ];
}

/** @param writable tables the account may write to. */
export function writeFindings(user: string, writable: readonly string[]): Finding[] {
  const [first] = writable;
  if (first === undefined) return [];
  const [zh, en] =
    writable.length > 1 ? [`${first} 等 ${writable.length} 张表`, `${writable.length} tables`] : [first, first];
  return [
    warningFinding({
      rule: 'account_may_write',
      message: {
        zh: `账号 ${user} 可以写入 ${zh}；本程序只读，不会写入`,
        en: `account ${user} may write to ${en}; we only ever read`,
      },
      next: { zh: '请对方提供只读账号。', en: 'Ask for an account that may only read.' },
    }),
  ];
}
