/** One connection to a legacy database: everything that shapes printed values is pinned, and nothing can be written. */
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type Connection, type QueryError } from 'mysql2';
import type { Access } from '../database/settings.ts';
import { SilenceError } from '../database/silence.ts';
import type { FieldReader } from './field-readers.ts';

const LOCK_SECONDS = 30;
const FAREWELL_MILLISECONDS = 2_000;
const KEEP_ALIVE_MILLISECONDS = 60_000;
const PATIENCE_SECONDS = 7 * 24 * 3600;
/** Rows that wait in memory for us to take them; the socket is read no further. */
const ROWS_AHEAD = 256;

/**
 * Results come as the bytes that are stored. No mode of SQL: zero dates are values like others, and a backslash escapes.
 * A reading may pause as long as we need, and a connection may rest between two streams.
 */
const PINS = [
  `set session sql_mode = '', time_zone = '+08:00', character_set_results = null, sql_auto_is_null = 0,
    sql_big_selects = 1, sql_select_limit = 18446744073709551615, max_sort_length = 1024,
    net_write_timeout = ${PATIENCE_SECONDS}, wait_timeout = ${PATIENCE_SECONDS},
    lock_wait_timeout = ${LOCK_SECONDS}, innodb_lock_wait_timeout = ${LOCK_SECONDS}`,
  'set session transaction isolation level repeatable read',
  'set session transaction read only',
];
/** Not every server knows these, and none is needed to be right: MariaDB may be set to end idle transactions. */
const WISHES = ['idle_transaction_timeout = 0', 'idle_readonly_transaction_timeout = 0'];
const UNKNOWN_VARIABLE = 1193;

export type Row = Readonly<Record<string, string | null>>;

const asText: FieldReader = (field) => field.string('utf8');

export interface RowQuery {
  /** Rows as arrays, no faster than they are taken. */
  readonly rows: Readable;
  /** Settles once the connection is free again, whether the query ended well or not. */
  readonly ended: Promise<void>;
}

export class Session {
  private readonly connection: Connection;
  private readonly seconds: number;
  /** `8.0.36`, `10.11.6-MariaDB`. */
  version = '';
  /** Gone, or in a state nobody knows. */
  broken = false;

  private constructor(access: Access) {
    const { address, password, ssl, statementTimeout, connectTimeout } = access;
    this.seconds = statementTimeout;
    this.connection = createConnection({
      ...address,
      password,
      ...(ssl === false ? {} : { ssl: { ...(ssl as object), verifyIdentity: ssl.rejectUnauthorized === true } }),
      charset: 'utf8mb4_general_ci',
      typeCast: asText,
      // A server must not be able to ask for our files.
      flags: ['-LOCAL_FILES'],
      connectAttributes: { program_name: 'ggzy' },
      connectTimeout: connectTimeout * 1000,
      enableKeepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_MILLISECONDS,
    });
    // The query at hand reports the fault, or the next one does.
    this.connection.on('error', () => {
      this.broken = true;
    });
  }

  /** A connection and no more, for what cannot wait. */
  static async connect(access: Access): Promise<Session> {
    const session = new Session(access);
    await new Promise<void>((resolve, reject) => {
      session.connection.connect((fault) => (fault ? reject(fault) : resolve()));
    }).catch((thrown: unknown) => {
      session.destroy();
      throw thrown;
    });
    return session;
  }

  static async open(access: Access): Promise<Session> {
    const session = await Session.connect(access);
    try {
      for (const pin of PINS) await session.ask(pin);
      for (const wish of WISHES) await session.wish(wish);
      const [row] = await session.ask('select version() as version');
      session.version = row?.['version'] ?? '';
      await session.limit(access.statementTimeout);
      return session;
    } catch (thrown) {
      session.destroy();
      throw thrown;
    }
  }

  /** Number of the connection, for cancelling what it does. */
  get id(): number {
    return this.connection.threadId ?? 0;
  }

  get isMariaDb(): boolean {
    return /mariadb/i.test(this.version);
  }

  /** @param seconds that a query may take on the server; 0 for as long as it needs. */
  async limit(seconds: number): Promise<void> {
    const [name, factor] = this.isMariaDb ? ['max_statement_time', 1] : ['max_execution_time', 1000];
    await this.wish(`${name} = ${Math.ceil(seconds * factor)}`);
  }

  /** The server keeps the deadline; ours is for a network that died without a word. */
  async ask(sql: string, values: readonly string[] = []): Promise<Row[]> {
    const answer = new Promise<Row[]>((resolve, reject) => {
      this.connection.query({ sql, values: [...values] }, (fault: QueryError | null, rows: unknown) => {
        if (fault) reject(fault);
        else resolve(Array.isArray(rows) ? (rows as Row[]) : []);
      });
    });
    const late = new AbortController();
    const deadline = sleep((this.seconds + 5) * 1000, undefined, { signal: late.signal, ref: false }).then(() => {
      this.destroy();
      throw new SilenceError(`no answer within ${this.seconds} s`);
    });
    deadline.catch(() => undefined);
    try {
      return await Promise.race([answer, deadline]);
    } finally {
      late.abort();
    }
  }

  select(sql: string, typeCast: FieldReader): RowQuery {
    const query = this.connection.query({ sql, rowsAsArray: true, typeCast });
    // Whoever reads the rows is told of a fault; one that comes when nobody does any more is of no interest.
    const rows = query.stream({ highWaterMark: ROWS_AHEAD });
    rows.on('error', () => undefined);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    // A connection that breaks off says so itself: the driver tells the query on it nothing.
    const lose = (fault: Error): void => {
      rows.destroy(fault);
      settle();
    };
    const settle = (): void => {
      this.connection.off('error', lose);
      resolve();
    };
    this.connection.on('error', lose);
    query.once('end', settle);
    query.on('error', settle);
    return { rows, ended };
  }

  /** For a session that is at rest. */
  async end(): Promise<void> {
    if (this.broken) return this.destroy();
    const ended = new Promise<void>((resolve) => this.connection.end(() => resolve()));
    await Promise.race([ended, sleep(FAREWELL_MILLISECONDS, undefined, { ref: false })]);
    this.destroy();
  }

  /** At once, whatever it does; the server notices when it next sends something. */
  destroy(): void {
    this.broken = true;
    this.connection.destroy();
  }

  private async wish(setting: string): Promise<void> {
    try {
      await this.ask(`set session ${setting}`);
    } catch (thrown) {
      if (!(thrown instanceof Error) || !('errno' in thrown) || thrown.errno !== UNKNOWN_VARIABLE) throw thrown;
    }
  }
}
