/** Faults by number of the server or code of the driver. Source: MySQL error reference; MariaDB error codes; mysql2. */
import {
  DATABASE_MISSING,
  LOST,
  QUERY_TIMEOUT,
  SERVER_FULL,
  TABLE_CHANGED,
  TABLE_LOCKED,
  TLS_REFUSED,
  TLS_UNTRUSTED,
  type FaultTexts,
} from '../database/fault-texts.ts';

const LOGIN: FaultTexts = {
  rule: 'login_refused',
  zh: '服务器拒绝登录',
  en: 'the server refuses the login',
  next: [
    '核对 user、password；仍不行则请管理员确认该账号允许从本机登录。',
    'Check user and password; else ask whether the account may log in from this machine.',
  ],
};

const BLOCKED: FaultTexts = {
  ...LOGIN,
  zh: '服务器不接受本机的连接',
  en: 'the server takes no connections from this machine',
  next: [
    '请管理员放行本机（账号的主机部分；因错误过多被封时执行 flush hosts）。',
    'Ask for this machine to be let in (host part of the account; flush hosts where it was blocked).',
  ],
};

const METHOD: FaultTexts = {
  ...LOGIN,
  zh: '服务器要求的登录方式不受支持',
  en: 'the server demands a way of logging in that is not supported',
  next: [
    '请管理员为该账号改用 caching_sha2_password 或 mysql_native_password。',
    'Ask for caching_sha2_password or mysql_native_password for the account.',
  ],
};

const CLOSED: FaultTexts = {
  rule: 'permission_missing',
  zh: '账号没有读取权限',
  en: 'the account may not read',
  next: ['请管理员授予该库各表的 select 权限。', 'Ask for select on the tables of the database.'],
};

const GONE: FaultTexts = {
  rule: 'snapshot_lost',
  zh: '读取所用的快照已失效（保持快照的连接中断，或事务被服务器中止）',
  en: 'the snapshot is gone (its connection broke off, or the server ended its transaction)',
  next: [
    '确认数据库恢复后再次运行，将从中断处继续；若反复出现，请绕过连接池，直接连接一台服务器。',
    'Run again once the server is back: it goes on where it stopped. If it happens again, go round poolers to one server.',
  ],
};

/** Numbers of several faults that mean the same. */
const BY_NUMBER: readonly (readonly [texts: FaultTexts, ...numbers: number[]])[] = [
  [LOGIN, 1045, 1698, 1862, 3118, 4151],
  [BLOCKED, 1129, 1130],
  [METHOD, 1251, 1524, 2054],
  [DATABASE_MISSING, 1049],
  [
    { ...CLOSED, zh: '账号无权进入该库，或库不存在', en: 'the account may not enter the database, or there is none' },
    1044,
  ],
  [CLOSED, 1142, 1143, 1227, 1370],
  [SERVER_FULL, 3, 1021, 1037, 1038, 1040, 1041, 1114, 1135, 1203, 1226, 1390],
  [QUERY_TIMEOUT, 1969, 3024],
  [TABLE_LOCKED, 1205],
  [{ ...LOST, rule: 'deadlock', zh: '服务器因死锁中止了事务', en: 'the server ended the transaction: deadlock' }, 1213],
  [{ ...LOST, rule: 'query_killed', zh: '查询被服务器一方终止', en: 'the query was killed on the server' }, 1317, 1927],
  [LOST, 1053, 1077, 1152, 1156, 1157, 1158, 1159, 1160, 1161, 1184, 2006, 2013, 4031],
  [TABLE_CHANGED, 1054, 1109, 1146, 1412],
  [GONE, 1305],
];

const RECORD_TOO_LARGE: FaultTexts = {
  rule: 'record_too_large',
  zh: '一条记录超过服务器允许的长度',
  en: 'a record is larger than the server may send',
  next: [
    '请管理员加大 max_allowed_packet 后再次运行，将从中断处继续。',
    'Ask for a larger max_allowed_packet and run again: it goes on where it stopped.',
  ],
};

const TLS_REQUIRED: FaultTexts = {
  rule: 'tls_refused',
  zh: '服务器只接受加密连接',
  en: 'the server demands TLS',
  next: ['设置 ssl: require（或 verify-full）。', 'Set ssl: require, or verify-full.'],
};

const FAULTS: ReadonlyMap<string, FaultTexts> = new Map([
  ...BY_NUMBER.flatMap(([texts, ...numbers]) => numbers.map((number) => [String(number), texts] as const)),
  ['1153', RECORD_TOO_LARGE],
  ['3159', TLS_REQUIRED],
  ['snapshot_lost', GONE],
  ['PROTOCOL_CONNECTION_LOST', LOST],
  ['HANDSHAKE_NO_SSL_SUPPORT', TLS_REFUSED],
  ['HANDSHAKE_SSL_ERROR', TLS_UNTRUSTED],
  ['AUTH_SWITCH_PLUGIN_ERROR', METHOD],
]);

export function findTexts(code: string): FaultTexts | undefined {
  return FAULTS.get(code);
}

/** Any other number. */
export const OTHER_FAULT: FaultTexts = {
  rule: 'query_refused',
  zh: '服务器拒绝了查询',
  en: 'the server refuses the query',
  next: [
    '把错误代码交给数据库管理员；确认服务器是 MySQL 5.7、MariaDB 10.2 或更新版本。',
    'Show the code to the administrator; the server must be MySQL 5.7, MariaDB 10.2 or newer.',
  ],
};
