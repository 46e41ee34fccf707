/** Faults on the way to a database: network, TLS, login. Source: Node.js errors; PostgreSQL documentation, appendix A. */

export interface FaultTexts {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly next: readonly [zh: string, en: string];
}

const AGAIN: FaultTexts['next'] = [
  '确认数据库与网络恢复后再次运行，将从中断处继续。',
  'Run again once server and network are back: it goes on where it stopped.',
];

const LOST: FaultTexts = { rule: 'connection_lost', zh: '连接中断', en: 'the connection broke off', next: AGAIN };

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

const LOGIN: FaultTexts = {
  rule: 'login_refused',
  zh: '服务器拒绝登录',
  en: 'the server refuses the login',
  next: [
    '核对 user、password；仍不行则请管理员在 pg_hba.conf 放行本机（服务器要求加密时设置 ssl: require）。',
    'Check user and password; else ask for a line in pg_hba.conf (where it demands encryption, set ssl: require).',
  ],
};

/** By code of the network or SQLSTATE, or the class of it (two characters). */
export const WAY_FAULTS: Readonly<Record<string, FaultTexts>> = {
  ECONNREFUSED: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
  ETIMEDOUT: {
    ...UNREACHABLE,
    rule: 'host_silent',
    zh: '数据库服务器没有应答',
    en: 'the database server does not answer',
  },
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  ECONNRESET: LOST,
  EPIPE: LOST,
  '08': LOST,
  '57': LOST,
  '28': LOGIN,
  '3D': {
    rule: 'database_missing',
    zh: '服务器上没有该数据库',
    en: 'the server has no such database',
    next: ['核对 database 的拼写（区分大小写）。', 'Check the spelling of database; case counts.'],
  },
  tls_refused: {
    rule: 'tls_refused',
    zh: '服务器不支持加密连接',
    en: 'the server does not offer TLS',
    next: [
      '请管理员启用 ssl；内网且经同意可设置 ssl: disable。',
      'Ask for ssl to be switched on, or set ssl: disable on a trusted network.',
    ],
  },
  tls_untrusted: {
    rule: 'tls_untrusted',
    zh: '服务器证书未通过验证',
    en: 'the certificate of the server cannot be verified',
    next: [
      '用 ca 指明签发机构的证书，并核对 host 与证书中的名称一致。',
      'Name the authority with ca, and check that host is the name in the certificate.',
    ],
  },
  '53': {
    rule: 'server_full',
    zh: '服务器的连接数、内存或磁盘不足',
    en: 'the server is out of connections, memory or disk',
    next: [
      '请管理员腾出资源（本程序只需两个连接）后重试。',
      'Ask for room (two connections are enough) and run again.',
    ],
  },
};
