/**
 * One MySQL or MariaDB for the whole test run, started when the first suite asks for it: the server TEST_MYSQL_URL names,
 * or one of our own. TEST_MYSQL=off does without. Suites that cannot have one are skipped and say why.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startMariadb, type MariadbServer } from '../../../scripts/services/mariadb/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Port that answers a connection with a line of JSON: a `MariadbAnswer`. */
    readonly mariadbDoor: number;
  }
}

/** `url` of an account that may do everything, or `reason` why there is no server. */
export interface MariadbAnswer {
  readonly url?: string;
  readonly ca?: string | undefined;
  readonly reason?: string;
}

async function findServer(): Promise<Pick<MariadbServer, 'url' | 'ca' | 'stop'>> {
  const given = process.env['TEST_MYSQL_URL'] ?? '';
  if (given !== '') return { url: given, ca: undefined, stop: async () => undefined };
  if (process.env['TEST_MYSQL'] === 'off') throw new Error('TEST_MYSQL=off');
  return startMariadb();
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let asked: ReturnType<typeof findServer> | undefined;
  const door = createServer((socket) => {
    socket.on('error', () => undefined);
    asked ??= findServer();
    void asked.then(
      ({ url, ca }) => socket.end(JSON.stringify({ url, ca } satisfies MariadbAnswer)),
      (thrown: unknown) => socket.end(JSON.stringify({ reason: String(thrown) } satisfies MariadbAnswer)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('mariadbDoor', Object(door.address())['port'] as number);
  return async () => {
    door.close();
    const server = await asked?.catch((thrown: unknown) => {
      // oxlint-disable-next-line no-console -- skipped suites say so in the summary alone
      console.warn(`MySQL suites were skipped: ${String(thrown)}`);
    });
    await server?.stop();
  };
}
