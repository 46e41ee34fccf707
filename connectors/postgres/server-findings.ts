/** What `check` says about the server and the account. */
import type { Finding } from '../connector.ts';
import { warningFinding } from '../findings.ts';
import type { Session } from './session.ts';
import type { StoredEncoding } from './stored-text.ts';

const OLDEST_VERSION = 100_000;
const SKEW_SECONDS = 5 * 60;

export interface ServerFacts {
  readonly version: number;
  readonly encoding: string;
  readonly givenEncoding: StoredEncoding | undefined;
  /** How far the server's clock is ahead of ours. */
  readonly skewSeconds: number;
  readonly user: string;
  /** Tables the account may write to. */
  readonly writable: readonly string[];
}

/** The server's clock against ours, half of the way there and back taken off. */
export async function measureSkew(session: Session): Promise<number> {
  const before = Date.now();
  const [row] = await session.ask('select extract(epoch from clock_timestamp()) as seconds');
  return Number(row?.['seconds']) - (before + Date.now()) / 2 / 1000;
}

export function serverFindings(facts: ServerFacts): Finding[] {
  return [...versionFinding(facts), ...encodingFinding(facts), ...clockFinding(facts), ...rightsFinding(facts)];
}

function versionFinding({ version }: ServerFacts): Finding[] {
  if (version >= OLDEST_VERSION) return [];
  const shown = `${Math.floor(version / 10_000)}.${Math.floor(version / 100) % 100}`;
  return [
    warningFinding({
      rule: 'server_version',
      message: {
        zh: `服务器是 PostgreSQL ${shown}，只在 10 及更新版本上验证过`,
        en: `the server is PostgreSQL ${shown}; 10 is the oldest that was looked at`,
      },
      next: { zh: '先读取一个小表试试，或请对方升级。', en: 'Try a small table first, or ask for an upgrade.' },
    }),
  ];
}

function encodingFinding({ encoding, givenEncoding }: ServerFacts): Finding[] {
  if (encoding !== 'SQL_ASCII' || givenEncoding !== undefined) return [];
  return [
    warningFinding({
      rule: 'encoding_unknown',
      message: {
        zh: '数据库编码是 SQL_ASCII，字节的实际编码未知，按 UTF-8 读取',
        en: 'the database is SQL_ASCII: what its bytes are is not known; they are read as UTF-8',
      },
      next: {
        zh: '向对方核实后设置 encoding（utf-8 或 gb18030）。',
        en: 'Find out, and set encoding (utf-8 or gb18030).',
      },
    }),
  ];
}

function clockFinding({ skewSeconds }: ServerFacts): Finding[] {
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

function rightsFinding({ user, writable }: ServerFacts): Finding[] {
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
