/** Where one database is and how it is entered. Secrets (`password`, `url`) never leave this file but for the driver. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { z } from 'zod';
import { ConfigurationError } from '../../core/errors.ts';
import type { ConnectorContext } from '../connector.ts';

const NEEDED = ['host', 'database', 'user', 'password'] as const;

/** Settings of every kind that a host, a database and a user lead to. */
export const ADDRESS_SETTINGS = {
  /** `<protocol>://user:password@host:port/database`, or the five that follow. */
  url: z.string().min(1).optional(),
  host: z.string().min(1).optional(),
  port: z.coerce.number().int().min(1).max(65_535).optional(),
  database: z.string().min(1).optional(),
  user: z.string().min(1).optional(),
  password: z.string().optional(),
  /** Table of a stream, where it is not named like the stream. */
  tables: z.record(z.string(), z.string().min(1)).optional(),
  ssl: z.enum(['disable', 'require', 'verify-full']).default('disable'),
  /** File of the authority that signed the server's certificate (PEM). */
  ca: z.string().min(1).optional(),
  /** Seconds that one query may take, and that a reading may stay silent. */
  statementTimeout: z.coerce.number().positive().default(600),
  /** Seconds until a server that does not let us in is given up. */
  connectTimeout: z.coerce.number().positive().max(3600).default(10),
};

/** Settings of every kind that cuts tables into ranges. */
export const RANGE_SETTINGS = {
  /** Records of a range: what is read by itself, and compared with what it was. */
  rangeRows: z.coerce.number().int().min(1).default(50_000),
};

/** What the address of one kind looks like. */
export interface UrlForm {
  /** With the colon. */
  readonly protocols: readonly string[];
  readonly example: string;
  readonly defaultPort: number;
}

type Given = Partial<Record<(typeof NEEDED)[number] | 'url' | 'ca', string | undefined>> & {
  readonly port?: number | undefined;
  readonly ssl: 'disable' | 'require' | 'verify-full';
};

export function faultsOf(given: Given, form: UrlForm): string[] {
  const missing = NEEDED.filter((name) => given[name] === undefined);
  const faults: string[] = [];
  if (given.url === undefined) {
    if (missing.length > 0) faults.push(`缺少 ${missing.join('、')}（或改用 url）`);
  } else {
    if (missing.length < NEEDED.length || given.port !== undefined) faults.push('url 与 host 等分项设置二者填一');
    faults.push(...faultsOfUrl(given.url, form));
  }
  if (given.ca !== undefined && given.ssl !== 'verify-full') faults.push('ca 只用于 ssl: verify-full');
  return faults;
}

/** The text of the address is never repeated: it holds a password. */
function faultsOfUrl(text: string, form: UrlForm): string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !form.protocols.includes(url.protocol)) return [`url 应为 ${form.example}`];
  const parameters = [...new Set(url.searchParams.keys())];
  if (parameters.length > 0) return [`url 不接受参数 ${parameters.join('、')}，请改用 ssl、ca 等设置`];
  try {
    const { host, user, database } = addressOfUrl(text, form);
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

function addressOfUrl(text: string, { defaultPort }: UrlForm): Address & { readonly password: string } {
  const { hostname, port, pathname, username, password } = new URL(text);
  return {
    // An IPv6 address stands in brackets in an address, and without them everywhere else.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || defaultPort),
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
  /** Seconds. */
  readonly statementTimeout: number;
  /** Seconds. */
  readonly connectTimeout: number;
}

/** @throws ConfigurationError where the file named by `ca` cannot be read. */
export async function accessOf(
  given: Given & Pick<Access, 'statementTimeout' | 'connectTimeout'>,
  form: UrlForm,
  context: ConnectorContext,
): Promise<Access> {
  const { url, host = '', port = form.defaultPort, database = '', user = '', ssl } = given;
  const { password, ...address } = url
    ? addressOfUrl(url, form)
    : { host, port, database, user, password: given.password ?? '' };
  const ca = given.ca === undefined ? {} : { ca: await readCertificate(given.ca, context) };
  const options = ssl === 'disable' ? false : { rejectUnauthorized: ssl === 'verify-full', ...ca };
  const { statementTimeout, connectTimeout } = given;
  return { address, password, ssl: options, statementTimeout, connectTimeout };
}

export async function readCertificate(path: string, { system, baseDirectory }: ConnectorContext): Promise<string> {
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
