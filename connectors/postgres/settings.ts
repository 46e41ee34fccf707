/** Where one PostgreSQL database is and how it is entered. Secrets (`password`, `url`) never leave this file but for the driver. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { z } from 'zod';
import { ConfigurationError } from '../../core/errors.ts';
import type { ConnectorContext } from '../connector.ts';

const NEEDED = ['host', 'database', 'user', 'password'] as const;
const DEFAULT_PORT = 5432;

export const settings = z
  .strictObject({
    /** `postgresql://user:password@host:5432/database`, or the five that follow. */
    url: z.string().min(1).optional(),
    host: z.string().min(1).optional(),
    port: z.coerce.number().int().min(1).max(65_535).optional(),
    database: z.string().min(1).optional(),
    user: z.string().min(1).optional(),
    password: z.string().optional(),
    schema: z.string().min(1).default('public'),
    /** Table of a stream, where it is not named like the stream. */
    tables: z.record(z.string(), z.string().min(1)).optional(),
    /** What the bytes are in a database that does not know (`SQL_ASCII`) or lies. */
    encoding: z.enum(['utf-8', 'gb18030']).optional(),
    ssl: z.enum(['disable', 'require', 'verify-full']).default('disable'),
    /** File of the authority that signed the server's certificate (PEM). */
    ca: z.string().min(1).optional(),
    /** Seconds that one query may take, and that a reading may stay silent. */
    statementTimeout: z.coerce.number().positive().default(600),
  })
  .superRefine((given, context) => {
    for (const message of faultsOf(given)) context.addIssue({ code: 'custom', message });
  });

export type PostgresSettings = z.infer<typeof settings>;

type Given = Partial<Record<(typeof NEEDED)[number] | 'url' | 'ca' | 'ssl', string | undefined>> & {
  readonly port?: number | undefined;
};

function faultsOf(given: Given): string[] {
  const missing = NEEDED.filter((name) => given[name] === undefined);
  const faults: string[] = [];
  if (given.url === undefined) {
    if (missing.length > 0) faults.push(`缺少 ${missing.join('、')}（或改用 url）`);
  } else {
    if (missing.length < NEEDED.length || given.port !== undefined) faults.push('url 与 host 等分项设置二者填一');
    faults.push(...faultsOfUrl(given.url));
  }
  if (given.ca !== undefined && given.ssl !== 'verify-full') faults.push('ca 只用于 ssl: verify-full');
  return faults;
}

/** The text of the address is never repeated: it holds a password. */
function faultsOfUrl(text: string): string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol)) return ['url 应为 postgresql://用户:密码@主机:5432/库名'];
  const parameters = [...new Set(url.searchParams.keys())];
  if (parameters.length > 0) return [`url 不接受参数 ${parameters.join('、')}，请改用 ssl、ca 等设置`];
  try {
    const { host, user, database } = addressOfUrl(text);
    return host && user && database ? [] : ['url 缺少主机、用户或库名'];
  } catch {
    return ['url 中的 % 编码有误'];
  }
}

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

function addressOfUrl(text: string): Address & { readonly password: string } {
  const { hostname, port, pathname, username, password } = new URL(text);
  return {
    // An IPv6 address stands in brackets in an address, and without them everywhere else.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || DEFAULT_PORT),
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

/** What a session needs to know. Not for messages: it holds the password. */
export interface Access {
  readonly address: Address;
  readonly password: string;
  readonly ssl: false | ConnectionOptions;
  readonly statementTimeout: number;
}

/** @throws ConfigurationError where the file named by `ca` cannot be read. */
export async function accessOf(given: PostgresSettings, context: ConnectorContext): Promise<Access> {
  const { url, host = '', port = DEFAULT_PORT, database = '', user = '', ssl, statementTimeout } = given;
  const { password, ...address } = url
    ? addressOfUrl(url)
    : { host, port, database, user, password: given.password ?? '' };
  const ca = given.ca === undefined ? {} : { ca: await readCertificate(given.ca, context) };
  const options = ssl === 'disable' ? false : { rejectUnauthorized: ssl === 'verify-full', ...ca };
  return { address, password, ssl: options, statementTimeout };
}

async function readCertificate(path: string, { system, baseDirectory }: ConnectorContext): Promise<string> {
  try {
    return await readFile(resolve(baseDirectory, path), 'utf8');
  } catch (thrown) {
    throw new ConfigurationError(`${system}：无法读取 ca 指明的证书文件 ${path}`, {
      system,
      next: '核对路径（相对路径以 ggzy.yaml 所在目录为准）和读取权限。',
      cause: thrown,
    });
  }
}
