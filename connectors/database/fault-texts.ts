/** What goes wrong with any database, in both languages, and what to do about it. */

export interface FaultTexts {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly next: readonly [zh: string, en: string];
}

export const LOST: FaultTexts = {
  rule: 'connection_lost',
  zh: '连接中断',
  en: 'the connection broke off',
  next: [
    '确认数据库与网络恢复后再次运行，将从中断处继续。',
    'Run again once server and network are back: it goes on where it stopped.',
  ],
};

const UNREACHABLE: FaultTexts = {
  rule: 'host_unreachable',
  zh: '连接不上数据库服务器',
  en: 'the database server cannot be reached',
  next: [
    '核对 host 和 port，确认服务器已启动、防火墙放行本机。',
    'Check host and port, that the server runs, and that the firewall lets this machine through.',
  ],
};

const UNKNOWN_HOST: FaultTexts = {
  rule: 'host_unknown',
  zh: '找不到该主机名',
  en: 'the host name is not known',
  next: ['核对 host 的拼写和本机的域名解析。', 'Check the spelling of host, and name resolution on this machine.'],
};

export const HOST_SILENT: FaultTexts = {
  ...UNREACHABLE,
  rule: 'host_silent',
  zh: '数据库服务器没有应答',
  en: 'the database server does not answer',
};

export const DATABASE_MISSING: FaultTexts = {
  rule: 'database_missing',
  zh: '服务器上没有该数据库',
  en: 'the server has no such database',
  next: ['核对 database 的拼写（区分大小写）。', 'Check the spelling of database; case counts.'],
};

export const SERVER_FULL: FaultTexts = {
  rule: 'server_full',
  zh: '服务器的连接数、内存或磁盘不足',
  en: 'the server is out of connections, memory or disk',
  next: [
    '请管理员腾出资源（每个读取一个连接，另加一个）后重试。',
    'Ask for room (one connection per reader and one more), or lower throttle.readers.',
  ],
};

export const QUERY_TIMEOUT: FaultTexts = {
  rule: 'query_timeout',
  zh: '查询超过时限，被服务器取消',
  en: 'the query took too long and was cancelled',
  next: [
    '避开业务高峰，或加大 statementTimeout（秒）。',
    'Run at a quieter hour, or raise statementTimeout (seconds).',
  ],
};

export const TABLE_LOCKED: FaultTexts = {
  rule: 'table_locked',
  zh: '表被其他操作锁定，等待超时',
  en: 'the table stayed locked by somebody else',
  next: ['等对方的维护操作结束后重新运行。', 'Run again when the maintenance there is over.'],
};

export const TABLE_CHANGED: FaultTexts = {
  rule: 'table_changed',
  zh: '读取期间表结构被改动',
  en: 'the table was changed while it was read',
  next: ['确认对方不再改动表结构后重新运行。', 'Run again once the structure is no longer being changed.'],
};

export const TLS_REFUSED: FaultTexts = {
  rule: 'tls_refused',
  zh: '服务器不支持加密连接',
  en: 'the server does not offer TLS',
  next: [
    '请管理员启用 ssl；内网且经同意可设置 ssl: disable。',
    'Ask for ssl to be switched on, or set ssl: disable on a trusted network.',
  ],
};

export const TLS_UNTRUSTED: FaultTexts = {
  rule: 'tls_untrusted',
  zh: '服务器证书未通过验证',
  en: 'the certificate of the server cannot be verified',
  next: [
    '用 ca 指明签发机构的证书，并核对 host 与证书中的名称一致。',
    'Name the authority with ca, and check that host is the name in the certificate.',
  ],
};

/** By code of Node.js; `silence` is our own watch over a server that stopped sending. */
const NETWORK: Readonly<Record<string, FaultTexts>> = {
  ECONNREFUSED: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
  ETIMEDOUT: HOST_SILENT,
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  ECONNRESET: LOST,
  EPIPE: LOST,
  silence: { ...QUERY_TIMEOUT, zh: '服务器长时间没有送来数据', en: 'the server sent nothing for too long' },
};

export function findNetworkTexts(code: string): FaultTexts | undefined {
  if (/^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return TLS_UNTRUSTED;
  return Object.hasOwn(NETWORK, code) ? NETWORK[code] : undefined;
}

/** The code a thrown error carries. Several addresses of one host may each have failed with a fault of its own. */
export function findCode(thrown: Error): string | undefined {
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return thrown instanceof AggregateError && thrown.errors[0] instanceof Error ? findCode(thrown.errors[0]) : undefined;
}
