/** A small port for machines: `/health` and `/metrics`. No record, no name of a person, nothing that changes anything. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../database/connection.ts';
import { readOperations } from '../../database/read/operations.ts';
import { openMetrics } from './metrics.ts';

export interface HttpOptions {
  readonly database: Database;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly version: string;
}

export interface HttpPort {
  readonly port: number;
  close(): Promise<void>;
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

/** Healthy is a process that reaches its database; what systems need somebody stands beside it. */
async function health({ database, version }: HttpOptions): Promise<{ readonly status: number; readonly body: string }> {
  try {
    const { syncs, jobs } = await readOperations(database);
    const named = (status: string): string[] =>
      syncs.filter((sync) => sync.status === status).map(({ system }) => system);
    const systems = { failed: named('failed'), stopped: named('stopped') };
    return { status: 200, body: JSON.stringify({ status: 'ok', version, systems, jobs }) };
  } catch {
    return { status: 503, body: JSON.stringify({ status: 'database unreachable', version }) };
  }
}

export async function openHttpPort(options: HttpOptions): Promise<HttpPort> {
  const metrics = openMetrics(options.database);
  const server: Server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET') answer(response, 405, 'text/plain', 'GET only\n');
    else if (path === '/health') {
      void health(options).then(({ status, body }) => answer(response, status, 'application/json', `${body}\n`));
    } else if (path === '/metrics') {
      metrics.read().then(
        (text) => answer(response, 200, metrics.contentType, text),
        () => answer(response, 503, 'text/plain', 'database unreachable\n'),
      );
    } else answer(response, 404, 'text/plain', '/health, /metrics\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
