/** Faults by SQLSTATE, or the class of it (two characters). Source: PostgreSQL documentation, appendix A. */
import {
  DATABASE_MISSING,
  LOST,
  QUERY_TIMEOUT,
  SERVER_FULL,
  TABLE_CHANGED,
  TABLE_LOCKED,
  TLS_REFUSED,
  type FaultTexts,
} from '../database/fault-texts.ts';

const BYTES: FaultTexts = {
  rule: 'wrong_encoding',
  zh: '库中有字节不属于数据库声明的编码',
  en: 'the database holds bytes that are not of its encoding',
  next: [
    '设置 encoding（gb18030 或 utf-8）后重试：无法识别的记录将单独隔离。',
    'Set encoding (gb18030 or utf-8): records that cannot be decoded are then quarantined one by one.',
  ],
};

const LOGIN: FaultTexts = {
  rule: 'login_refused',
  zh: '服务器拒绝登录',
  en: 'the server refuses the login',
  next: [
    '核对 user、password；仍不行则请管理员在 pg_hba.conf 放行本机（服务器要求加密时设置 ssl: require）。',
    'Check user and password; else ask for a line in pg_hba.conf (where it demands encryption, set ssl: require).',
  ],
};

export const SQLSTATE_FAULTS: Readonly<Record<string, FaultTexts>> = {
  '08': LOST,
  '57': LOST,
  '28': LOGIN,
  '3D': DATABASE_MISSING,
  '53': SERVER_FULL,
  tls_refused: TLS_REFUSED,
  '57014': QUERY_TIMEOUT,
  '42501': {
    rule: 'permission_missing',
    zh: '账号没有读取权限，或行级安全策略会隐藏部分行',
    en: 'the account may not read, or a row security policy would hide rows',
    next: [
      '请管理员授予该表的 select 权限；启用行级安全的表另需 bypassrls。',
      'Ask for select on the table, and for bypassrls where it has row security.',
    ],
  },
  '55P03': TABLE_LOCKED,
  '40001': {
    rule: 'snapshot_conflict',
    zh: '备库为跟上主库取消了查询',
    en: 'the standby cancelled the query to keep up',
    next: [
      '请管理员开启 hot_standby_feedback，或改连主库，再次运行。',
      'Ask for hot_standby_feedback, or read from the primary; then run again.',
    ],
  },
  snapshot_lost: {
    rule: 'snapshot_lost',
    zh: '读取所用的快照已失效（保持快照的连接中断，或连接池把请求分到了别的服务器）',
    en: 'the snapshot is gone (its session broke off, or a pooler sent us to another server)',
    next: [
      '确认数据库恢复后再次运行，将从中断处继续；若反复出现，请绕过连接池，直接连接一台服务器。',
      'Run again once the server is back: it goes on where it stopped. If it happens again, go round poolers to one server.',
    ],
  },
  '22021': BYTES,
  '22P05': BYTES,
  '42P01': TABLE_CHANGED,
  '42703': TABLE_CHANGED,
};

/** Any other SQLSTATE. */
export const OTHER_FAULT: FaultTexts = {
  rule: 'query_refused',
  zh: '服务器拒绝了查询',
  en: 'the server refuses the query',
  next: [
    '把错误代码交给数据库管理员；确认服务器是 PostgreSQL 10 或更新版本。',
    'Show the code to the administrator; the server must be PostgreSQL 10 or newer.',
  ],
};
