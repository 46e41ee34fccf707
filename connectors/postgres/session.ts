/** One connection to a legacy database: everything that shapes printed values is pinned, and nothing can be written. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Access } from '../database/settings.ts';
import { SilenceError } from '../database/silence.ts';

const LOCK_SECONDS = 30;
const FAREWELL_MILLISECONDS = 2_000;
const KEEP_ALIVE_MILLISECONDS = 60_000;

const asText = { getTypeParser: () => (value: string) => value };

/**
 * Row security off: where a policy would hide rows from us the query fails, so that no row is missed without a word.
 * Transaction timeout by name: servers before 17 do not know it. No parallel workers: the server has other work.
 */
const PINS = `
  set default_transaction_read_only = on; set search_path = pg_catalog; set row_security = off;
  set client_encoding = 'UTF8'; set standard_conforming_strings = on; set timezone = 'Asia/Shanghai';
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 3; set bytea_output = 'hex';
  set lock_timeout = '${LOCK_SECONDS}s'; set idle_in_transaction_session_timeout = 0;
  set max_parallel_workers_per_gather = 0;
  select set_config('transaction_timeout', '0', false) where current_setting('transaction_timeout', true) is not null;`;

export type Row = Readonly<Record<string, string | null>>;

export class Session {
  readonly client: pg.Client;
  private readonly seconds: number;
  /** Process on the server, for cancelling; 0 until it is known. */
  pid = 0;
  private broken = false;

  private constructor({ address, password, ssl, statementTimeout, connectTimeout }: Access) {
    this.seconds = statementTimeout;
    this.client = new pg.Client({
      ...address,
      password,
      ssl,
      types: asText,
      application_name: 'ggzy',
      connectionTimeoutMillis: connectTimeout * 1000,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MILLISECONDS,
    });
    // The query at hand reports the fault, or the next one does.
    this.client.on('error', () => {
      this.broken = true;
    });
  }

  static async open(access: Access): Promise<Session> {
    const session = new Session(access);
    try {
      await session.client.connect();
      await session.client.query(PINS);
      await session.client.query(`set statement_timeout = '${Math.ceil(access.statementTimeout * 1000)}'`);
      const [row] = await session.ask('select pg_backend_pid() as pid');
      session.pid = Number(row?.['pid']);
      return session;
    } catch (thrown) {
      session.destroy();
      throw thrown;
    }
  }

  /** The server keeps the deadline; ours is for a network that died without a word. */
  async ask(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const answer = this.client.query<Record<string, string | null>>(text, [...values]);
    const late = new AbortController();
    const deadline = sleep((this.seconds + 5) * 1000, undefined, { signal: late.signal, ref: false }).then(() => {
      this.destroy();
      throw new SilenceError(`no answer within ${this.seconds} s`);
    });
    deadline.catch(() => undefined);
    try {
      return (await Promise.race([answer, deadline])).rows;
    } finally {
      late.abort();
    }
  }

  /** For a session that is at rest. */
  async end(): Promise<void> {
    if (this.broken) return this.destroy();
    await Promise.race([
      this.client.end().catch(() => undefined),
      sleep(FAREWELL_MILLISECONDS, undefined, { ref: false }),
    ]);
    this.destroy();
  }

  /** At once, whatever it does; the server notices when it next sends something. */
  destroy(): void {
    this.broken = true;
    const { stream } = this.client.connection as unknown as { readonly stream: { destroy: () => void } };
    stream.destroy();
  }
}
