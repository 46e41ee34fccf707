/** How the driver is told to connect, and what is put right in it. */
import type { EventEmitter } from 'node:events';
import type sql from 'mssql';
import { connectEncrypted } from './encrypted-only.ts';
import type { Access } from './settings.ts';

/** A query that was told to stop has this long to do so; then the connection goes. */
export const CANCEL_MILLISECONDS = 3_000;
const A_DAY = 24 * 60 * 60 * 1000;

/** The connection itself, which the driver hands over before it connects. */
export interface DriverConnection {
  readonly on: (event: string, listener: (given: { readonly number: number }) => void) => void;
  readonly close: () => void;
  createTokenStreamParser?: (...given: unknown[]) => { readonly parser?: EventEmitter };
}

/**
 * The driver (tedious 19.2) listens to no error of the stream it reads tokens from: one that makes no sense would end the
 * process. It ends the connection instead; the request at hand fails with it.
 */
function surviveNonsense(connection: DriverConnection): void {
  const create = connection.createTokenStreamParser?.bind(connection);
  if (!create) return;
  connection.createTokenStreamParser = (...given) => {
    const reader = create(...given);
    reader.parser?.on('error', () => connection.close());
    return reader;
  };
}

export function configOf(access: Access, watch: (connection: DriverConnection) => void): sql.config {
  const { address, instanceName, password, ssl, packetSize, readOnlyIntent, connectTimeout } = access;
  const { host, port, database, user } = address;
  return {
    server: host,
    port,
    database,
    user,
    password,
    connectionTimeout: connectTimeout * 1000,
    // Deadlines are kept here: the driver's own ends with the first byte of an answer.
    requestTimeout: 0,
    validateConnection: false,
    pool: { min: 0, max: 1, idleTimeoutMillis: A_DAY },
    beforeConnect: ((connection: DriverConnection) => {
      surviveNonsense(connection);
      watch(connection);
    }) as never,
    options: {
      appName: 'ggzy',
      ...(instanceName === undefined ? {} : { instanceName }),
      encrypt: ssl !== false,
      ...(ssl === false ? {} : { connector: connectEncrypted as never }),
      trustServerCertificate: ssl !== false && ssl.rejectUnauthorized === false,
      cryptoCredentialsDetails: ssl !== false && ssl.ca !== undefined ? { ca: ssl.ca } : {},
      packetSize,
      readOnlyIntent,
      cancelTimeout: CANCEL_MILLISECONDS,
      maxRetriesOnTransientErrors: 0,
    },
  };
}
