/** What `check` says about the server and the account. */
import type { Finding } from '../connector.ts';
import { clockFindings, serverFound, versionFinding, writeFindings } from '../database/server-findings.ts';
import type { StoredEncoding } from '../database/stored-text.ts';
import { warningFinding } from '../findings.ts';

const OLDEST_VERSION = 100_000;

export interface ServerFacts {
  readonly version: number;
  readonly encoding: string;
  readonly givenEncoding: StoredEncoding | undefined;
  /** How far the server's clock is ahead of ours. */
  readonly skewSeconds: number;
  readonly user: string;
  readonly database: string;
  readonly encrypted: boolean;
  /** Tables the account may write to. */
  readonly writable: readonly string[];
}

export function serverFindings(facts: ServerFacts): Finding[] {
  const { skewSeconds, user, writable } = facts;
  return [
    serverFound({ ...facts, server: `PostgreSQL ${shownVersion(facts)}`, account: user }),
    ...versionFindings(facts),
    ...encodingFindings(facts),
    ...clockFindings(skewSeconds),
    ...writeFindings(user, writable),
  ];
}

/** From 10 on a version has two parts, before that three. */
function shownVersion({ version }: ServerFacts): string {
  const minor = version >= OLDEST_VERSION ? version % 10_000 : Math.floor(version / 100) % 100;
  return `${Math.floor(version / 10_000)}.${minor}`;
}

function versionFindings(facts: ServerFacts): Finding[] {
  if (facts.version >= OLDEST_VERSION) return [];
  return [versionFinding({ server: `PostgreSQL ${shownVersion(facts)}`, oldest: '10' })];
}

function encodingFindings({ encoding, givenEncoding }: ServerFacts): Finding[] {
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
