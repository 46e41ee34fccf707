/** Faults by number of the server or code of the driver. Source: SQL Server documentation, Database Engine events and errors; tedious. */
import {
  DATABASE_MISSING,
  HOST_SILENT,
  LOST,
  SERVER_FULL,
  TABLE_CHANGED,
  TABLE_LOCKED,
  TLS_REFUSED,
  type FaultTexts,
} from '../database/fault-texts.ts';

const LOGIN: FaultTexts = {
  rule: 'login_refused',
  zh: '服务器拒绝登录',
  en: 'the server refuses the login',
  next: [
    '核对 user、password（SQL Server 身份验证）；仍不行则请管理员确认已启用混合验证、账号未停用或过期。',
    'Check user and password (SQL Server authentication); else ask whether mixed mode is on and the login is in force.',
  ],
};

const CLOSED: FaultTexts = {
  ...DATABASE_MISSING,
  zh: '服务器上没有该数据库，或账号无权打开',
  en: 'the server has no such database, or the account may not open it',
  next: [
    '核对 database 的拼写；确认管理员已在该库为账号建立用户。',
    'Check the spelling of database, and that the account has a user in it.',
  ],
};

const OFFLINE: FaultTexts = {
  rule: 'database_offline',
  zh: '数据库当前不可用（离线、恢复中或副本不可读）',
  en: 'the database cannot be used now (offline, recovering, or a replica that is not readable)',
  next: ['请管理员使数据库联机；可用性组请改连主副本。', 'Ask for it to be brought online, or connect to the primary.'],
};

const PERMISSION: FaultTexts = {
  rule: 'permission_missing',
  zh: '账号没有读取权限',
  en: 'the account may not read',
  next: ['请管理员授予该表的 select 权限。', 'Ask for select on the table.'],
};

const SNAPSHOT_LOST: FaultTexts = {
  rule: 'snapshot_lost',
  zh: '读取所用的快照已失效（保持快照的连接中断，或 tempdb 空间不足）',
  en: 'the snapshot is gone (its connection broke off, or tempdb is full)',
  next: ['确认 tempdb 空间充足后再次运行。', 'See that tempdb has room, and run again.'],
};

const byEach = (texts: FaultTexts, ...codes: readonly (number | string)[]): [string, FaultTexts][] =>
  codes.map((code) => [String(code), texts]);

export const FAULTS: ReadonlyMap<string, FaultTexts> = new Map([
  ...byEach(LOGIN, 18450, 18452, 18456, 18461, 18470, 18486, 18487, 18488, 'ELOGIN'),
  ...byEach(CLOSED, 911, 916, 4060, 4064),
  ...byEach(OFFLINE, 921, 922, 923, 924, 926, 927, 942, 945, 976, 983),
  ...byEach(PERMISSION, 229, 230, 300),
  ...byEach(TABLE_LOCKED, 1222),
  ...byEach(TABLE_CHANGED, 207, 208, 3961),
  ...byEach(SNAPSHOT_LOST, 3958, 3966, 3967, 'snapshot_lost'),
  ...byEach(SERVER_FULL, 701, 802, 1101, 1105, 8645, 8651, 9002, 10928, 10929, 17809),
  ...byEach(LOST, 596, 6001, 6002, 6005, 'ESOCKET', 'ECLOSE', 'ECONNCLOSED', 'ENOTOPEN', 'EINVALIDSTATE', 'ENOTBEGUN'),
  ...byEach(HOST_SILENT, 'ETIMEOUT'),
  ...byEach(TLS_REFUSED, 'tls_refused'),
  ...byEach(
    {
      rule: 'deadlock',
      zh: '与对方的写入互相等待，服务器中止了本程序的查询',
      en: 'a deadlock with a writer there was resolved at our cost',
      next: ['避开业务高峰再次运行。', 'Run again at a quieter hour.'],
    },
    1205,
  ),
  ...byEach(
    {
      rule: 'snapshot_off',
      zh: '数据库不再允许快照隔离',
      en: 'the database allows no snapshots any more',
      next: ['请管理员打开 ALLOW_SNAPSHOT_ISOLATION 后再次运行。', 'Ask for ALLOW_SNAPSHOT_ISOLATION, and run again.'],
    },
    3952,
    3957,
  ),
  ...byEach(
    {
      rule: 'replica_read_only',
      zh: '该副本只接受只读意向的连接',
      en: 'this replica takes connections with read-only intent alone',
      next: ['设置 readOnlyIntent: true。', 'Set readOnlyIntent: true.'],
    },
    978,
  ),
  ...byEach(
    {
      rule: 'instance_missing',
      zh: '找不到该命名实例',
      en: 'the named instance cannot be found',
      next: [
        '核对 instanceName，确认 SQL Server Browser 服务已启动、UDP 1434 端口放行；或改填 port。',
        'Check instanceName, that SQL Server Browser runs and UDP 1434 is open; or give port instead.',
      ],
    },
    'EINSTLOOKUP',
  ),
  ...byEach(
    {
      rule: 'tls_required',
      zh: '服务器只接受加密连接',
      en: 'the server takes encrypted connections alone',
      next: ['设置 ssl: require。', 'Set ssl: require.'],
    },
    'EENCRYPT',
  ),
]);

/** A server without the updates of its years. */
export const TLS_OLD: FaultTexts = {
  rule: 'tls_too_old',
  zh: '服务器的加密协议过旧（早于 TLS 1.2）',
  en: 'the server knows no TLS as new as 1.2',
  next: [
    '请管理员安装启用 TLS 1.2 的更新；内网且经同意可设置 ssl: disable。',
    'Ask for the updates that bring TLS 1.2, or set ssl: disable on a trusted network.',
  ],
};

/** Any other number. */
export const OTHER_FAULT: FaultTexts = {
  rule: 'query_refused',
  zh: '服务器拒绝了查询',
  en: 'the server refuses the query',
  next: [
    '把错误编号交给数据库管理员；确认服务器是 SQL Server 2012 或更新版本。',
    'Show the number to the administrator; the server must be SQL Server 2012 or newer.',
  ],
};
