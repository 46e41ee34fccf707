/** Where one SQL Server database is and how it is entered. */
import { z } from 'zod';
import type { ConnectorContext } from '../connector.ts';
import * as shared from '../database/settings.ts';

const FORM: shared.UrlForm = {
  protocols: ['mssql:', 'sqlserver:'],
  example: 'mssql://用户:密码@主机:1433/库名',
  defaultPort: 1433,
};
/** Where the SQL Server Browser tells the port of a named instance. */
const BROWSER_PORT = 1434;
const SMALLEST_PACKET = 512;
const LARGEST_PACKET = 32_767;

export const settings = z
  .strictObject({
    ...shared.ADDRESS_SETTINGS,
    /** Without encryption the password crosses the network in a form anybody can read: not the default here. */
    ssl: z.enum(['disable', 'require', 'verify-full']).default('require'),
    /** A named instance; its port is asked of the SQL Server Browser (UDP 1434). */
    instanceName: z.string().min(1).optional(),
    schema: z.string().min(1).default('dbo'),
    /** Bytes of a network packet. */
    packetSize: z.coerce.number().int().min(SMALLEST_PACKET).max(LARGEST_PACKET).default(16_384),
    /** Lets an availability group send the connection to a readable secondary. */
    readOnlyIntent: z.boolean().default(false),
  })
  .superRefine((given, context) => {
    const faults = [...shared.faultsOf(given, FORM), ...instanceFaults(given)];
    for (const message of faults) context.addIssue({ code: 'custom', message });
  });

export type MssqlSettings = z.infer<typeof settings>;

type Given = Partial<Record<'instanceName' | 'host' | 'url', string | undefined>> & {
  readonly port?: number | undefined;
};

function instanceFaults({ instanceName, port, host, url }: Given): string[] {
  const faults: string[] = [];
  if (/[\\,]/.test(host ?? '')) faults.push('host 只填主机名；实例名填在 instanceName，端口填在 port');
  if (instanceName === undefined) return faults;
  const portInUrl = url !== undefined && URL.canParse(url) && new URL(url).port !== '';
  if (port !== undefined || portInUrl) faults.push('端口与 instanceName 二者填一');
  return faults;
}

/** What a session needs to know. Not for messages: it holds the password. */
export interface Access extends shared.Access {
  /** Its port is then found out by name. */
  readonly instanceName: string | undefined;
  readonly packetSize: number;
  readonly readOnlyIntent: boolean;
}

/** @throws ConfigurationError where the file named by `ca` cannot be read. */
export async function accessOf(given: MssqlSettings, context: ConnectorContext): Promise<Access> {
  const { instanceName, packetSize, readOnlyIntent } = given;
  const access = await shared.accessOf(given, FORM, context);
  const address = instanceName === undefined ? access.address : { ...access.address, port: BROWSER_PORT };
  return { ...access, address, instanceName, packetSize, readOnlyIntent };
}
