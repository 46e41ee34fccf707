/** What `check` says about the server, the account and the settings. */
import type { Finding } from '../connector.ts';
import { clockFindings, serverFound, versionFinding, writeFindings } from '../database/server-findings.ts';
import { infoFinding, warningFinding } from '../findings.ts';

const OLDEST = { mysql: [5, 7], mariadb: [10, 2] } as const;

export interface ServerFacts {
  /** As the server prints it: `5.7.44-log`, `10.11.6-MariaDB-1:10.11.6`. */
  readonly version: string;
  /** How far the server's clock is ahead of ours. */
  readonly skewSeconds: number;
  readonly database: string;
  /** Character set and collation of the database. */
  readonly encoding: string;
  readonly encrypted: boolean;
  readonly account: string;
  /** Tables the account may write to. */
  readonly writable: readonly string[];
  /** Entries of `encodings` that name no text of the streams looked at. */
  readonly strayEncodings: readonly string[];
  /** Connections that were allowed, and see another state than the first or were not let in. */
  readonly missingReaders: number;
}

export function serverFindings(facts: ServerFacts): Finding[] {
  const { skewSeconds, account, writable, strayEncodings, missingReaders } = facts;
  return [
    serverFound({ ...facts, server: productOf(facts) }),
    ...versionFindings(facts),
    ...clockFindings(skewSeconds),
    ...writeFindings(account, writable),
    ...strayEncodings.map(strayEncoding),
    ...(missingReaders > 0 ? [fewerReaders(missingReaders)] : []),
  ];
}

function fewerReaders(missing: number): Finding {
  return infoFinding({
    rule: 'fewer_readers',
    message: {
      zh: `少用 ${missing} 个读取连接：对方不断提交，或不再接受连接，未能取得同一时刻的快照`,
      en: `${missing} readers fewer: the server commits without a pause, or lets no more in, so they see no common state`,
    },
    next: {
      zh: '可以继续，结果不变；业务空闲时运行可并行读取。',
      en: 'Go on, the result is the same; at a quieter hour they may read at once.',
    },
  });
}

function productOf({ version }: ServerFacts): string {
  return /mariadb/i.test(version) ? `MariaDB ${version.split('-')[0]}` : `MySQL ${version}`;
}

function versionFindings({ version }: ServerFacts): Finding[] {
  const isMariaDb = /mariadb/i.test(version);
  const [oldestMajor, oldestMinor] = isMariaDb ? OLDEST.mariadb : OLDEST.mysql;
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return [];
  const server = `${isMariaDb ? 'MariaDB' : 'MySQL'} ${major}.${minor}`;
  return [versionFinding({ server, oldest: `${oldestMajor}.${oldestMinor}` })];
}

function strayEncoding(name: string): Finding {
  return warningFinding({
    rule: 'setting_without_effect',
    message: {
      zh: `设置 encodings 中的 ${name} 不是任何数据流的文本列`,
      en: `${name} under encodings is no text column of any stream`,
    },
    next: { zh: '核对“数据流.列”的拼写。', en: 'Check the spelling of stream.column.' },
  });
}
