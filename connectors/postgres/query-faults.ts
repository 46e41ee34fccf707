/** Faults of a query, by SQLSTATE. Source: PostgreSQL documentation, appendix A. */
import type { FaultTexts } from './way-faults.ts';

const PATIENCE: FaultTexts['next'] = [
  '避开业务高峰，或加大 statementTimeout（秒）。',
  'Run at a quieter hour, or raise statementTimeout (seconds).',
];

const BYTES: FaultTexts = {
  rule: 'wrong_encoding',
  zh: '库中有字节不属于数据库声明的编码',
  en: 'the database holds bytes that are not of its encoding',
  next: [
    '设置 encoding（gb18030 或 utf-8）后重试：无法识别的记录将单独隔离。',
    'Set encoding (gb18030 or utf-8): records that cannot be decoded are then quarantined one by one.',
  ],
};

const CHANGED: FaultTexts = {
  rule: 'table_changed',
  zh: '读取期间表结构被改动',
  en: 'the table was changed while it was read',
  next: ['确认对方不再改动表结构后重新运行。', 'Run again once the structure is no longer being changed.'],
};

export const QUERY_FAULTS: Readonly<Record<string, FaultTexts>> = {
  '57014': {
    rule: 'query_timeout',
    zh: '查询超过时限，被服务器取消',
    en: 'the query took too long and was cancelled',
    next: PATIENCE,
  },
  silence: {
    rule: 'query_timeout',
    zh: '服务器长时间没有送来数据',
    en: 'the server sent nothing for too long',
    next: PATIENCE,
  },
  '42501': {
    rule: 'permission_missing',
    zh: '账号没有读取权限，或行级安全策略会隐藏部分行',
    en: 'the account may not read, or a row security policy would hide rows',
    next: [
      '请管理员授予该表的 select 权限；启用行级安全的表另需 bypassrls。',
      'Ask for select on the table, and for bypassrls where it has row security.',
    ],
  },
  '55P03': {
    rule: 'table_locked',
    zh: '表被其他操作锁定，等待超时',
    en: 'the table stayed locked by somebody else',
    next: ['等对方的维护操作结束后重新运行。', 'Run again when the maintenance there is over.'],
  },
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
    next: ['直接连接一台数据库服务器后再次运行。', 'Connect to one database server directly, and run again.'],
  },
  '22021': BYTES,
  '22P05': BYTES,
  '42P01': CHANGED,
  '42703': CHANGED,
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
