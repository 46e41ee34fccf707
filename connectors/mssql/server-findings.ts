/** What `check` says about the server and the account. */
import type { Finding } from '../connector.ts';
import { clockFindings, serverFound, versionFinding, writeFindings } from '../database/server-findings.ts';
import { warningFinding } from '../findings.ts';
import { nameSql } from './catalog.ts';
import type { ServerFacts } from './server.ts';

/** SQL Server 2012. */
const OLDEST_MAJOR = 11;

export interface CheckedServer {
  readonly server: ServerFacts;
  /** How far its clock is ahead of ours. */
  readonly skewSeconds: number;
  readonly encrypted: boolean;
  /** Tables the account may write to. */
  readonly writable: readonly string[];
}

export function serverFindings(checked: CheckedServer): Finding[] {
  const { server, skewSeconds, encrypted, writable } = checked;
  const version = { server: `SQL Server ${server.version}`, oldest: 'SQL Server 2012 (11)' };
  return [
    serverFound({
      server: `SQL Server ${server.version}（${server.edition}）`,
      database: server.database,
      encoding: server.collation,
      account: server.user,
      encrypted,
      skewSeconds,
    }),
    ...(server.major >= OLDEST_MAJOR ? [] : [versionFinding(version)]),
    ...(server.view === 'committed' ? [viewFinding(server)] : []),
    ...(encrypted ? [] : [plainTextFinding()]),
    ...clockFindings(skewSeconds),
    ...writeFindings(server.user, writable),
  ];
}

/** Tables are read at different moments, and one that changes meanwhile is refused. */
function viewFinding({ database, versioned }: ServerFacts): Finding {
  const sql = `ALTER DATABASE ${nameSql(database)} SET ALLOW_SNAPSHOT_ISOLATION ON;`;
  const [zh, en] = versioned ? ['', ''] : ['，读取时会短暂持有共享锁', ', and reading takes shared locks for a moment'];
  return warningFinding({
    rule: 'snapshot_off',
    message: {
      zh: `数据库 ${database} 未允许快照隔离：各表不是同一时刻的状态，读取期间有改动的表会被拒绝${zh}`,
      en: `database ${database} allows no snapshots: tables show different moments, one that changes is refused${en}`,
    },
    next: { zh: `请管理员执行：${sql}`, en: `Ask for: ${sql}` },
  });
}

function plainTextFinding(): Finding {
  return warningFinding({
    rule: 'password_exposed',
    message: {
      zh: '连接未加密（ssl: disable），登录密码在网络上可被还原',
      en: 'the connection is not encrypted (ssl: disable): the password can be read off the network',
    },
    next: {
      zh: '设置 ssl: require；服务器无需另装证书。',
      en: 'Set ssl: require; the server needs no certificate of its own for it.',
    },
  });
}
