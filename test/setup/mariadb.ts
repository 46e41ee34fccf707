/** The MySQL or MariaDB of the test run, for suites: asked for once a worker, started by the first. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, inject } from 'vitest';
import type { MariadbAnswer } from './mariadb/setup.ts';

async function ask(): Promise<MariadbAnswer> {
  return JSON.parse(await text(connect(inject('mariadbDoor'), '127.0.0.1'))) as MariadbAnswer;
}

const answer = await ask();

/** Address of an account that may do everything; empty where no server can be had. */
export const mariadbUrl = answer.url ?? '';
/** File of the authority behind the server's certificate, where it has one. */
export const mariadbAuthority = answer.ca;

/** A suite on a real server, skipped by name where there is none. */
export function describeOnMariadb(name: string, suite: () => void): void {
  const reason = mariadbUrl === '' ? ` (${answer.reason ?? 'no server'})` : '';
  // oxlint-disable-next-line vitest/valid-describe-callback, vitest/valid-title -- both come from the suite
  describe.skipIf(mariadbUrl === '')(`${name}${reason}`, suite);
}
