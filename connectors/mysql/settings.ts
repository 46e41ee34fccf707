/** Settings of a MySQL or MariaDB source. */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { ConnectorContext } from '../connector.ts';
import * as database from '../database/settings.ts';
import type { StoredEncoding } from '../database/stored-text.ts';

const FORM: database.UrlForm = {
  protocols: ['mysql:', 'mariadb:'],
  example: 'mysql://用户:密码@主机:3306/库名',
  defaultPort: 3306,
};

const ENCODING = z.enum(['utf-8', 'gb18030']);

export const settings = z
  .strictObject({
    ...database.ADDRESS_SETTINGS,
    ...database.RANGE_SETTINGS,
    /** What the bytes are in columns whose character set cannot hold Chinese (`latin1`). */
    encoding: ENCODING.optional(),
    /** The same for single columns, whatever is declared: `stream.column`. */
    encodings: z.record(z.string(), ENCODING).optional(),
  })
  .superRefine((given, context) => {
    const faults = [...database.faultsOf(given, FORM), ...identityFaults(given)];
    for (const message of faults) context.addIssue({ code: 'custom', message });
  });

/** The driver leaves an address of numbers out of the verification: any name the authority signed would pass. */
function identityFaults({ ssl, host, url }: { ssl: string; host?: string | undefined; url?: string | undefined }) {
  if (ssl !== 'verify-full') return [];
  const named = url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^\[(.*)\]$/, '$1') : host;
  return isIP(named ?? '') === 0 ? [] : ['ssl: verify-full 需要证书中的主机名，不能填 IP 地址'];
}

export type MysqlSettings = z.infer<typeof settings>;

/** @throws ConfigurationError where the file named by `ca` cannot be read. */
export function accessOf(given: MysqlSettings, context: ConnectorContext): Promise<database.Access> {
  return database.accessOf(given, FORM, context);
}

/** What the settings say the bytes of a stream's columns are. */
export interface GivenEncodings {
  /** For columns whose declared character set is no proof. */
  readonly common: StoredEncoding | undefined;
  readonly byColumn: ReadonlyMap<string, StoredEncoding>;
}

export function encodingsOf({ encoding, encodings = {} }: MysqlSettings, stream: string): GivenEncodings {
  const own = Object.entries(encodings).filter(([name]) => name.startsWith(`${stream}.`));
  const byColumn = new Map(own.map(([name, given]) => [name.slice(stream.length + 1), given]));
  return { common: encoding, byColumn };
}
