/** One connection to a legacy SQL Server: a guest that waits for nobody long, gives way in a deadlock, and changes nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'mssql';
import { SilenceError } from '../database/silence.ts';
import { CANCEL_MILLISECONDS, configOf, type DriverConnection } from './driver.ts';
import { LoginError } from './session-errors.ts';
import type { Access } from './settings.ts';

const FAREWELL_MILLISECONDS = 2_000;
const LOCK_SECONDS = 30;

/** As batches of their own: what a called procedure sets ends with it. */
const PINS = `set nocount on; set lock_timeout ${LOCK_SECONDS * 1000}; set xact_abort off`;
const COURTESY = 'set deadlock_priority low';

export type Value = string | number | boolean | Buffer | null;
export type Row = Readonly<Record<string, Value>>;
export type Parameters = Readonly<Record<string, string | Buffer>>;
export type Isolation = 'snapshot' | 'read committed';

const ISOLATION = {
  snapshot: sql.ISOLATION_LEVEL.SNAPSHOT,
  'read committed': sql.ISOLATION_LEVEL.READ_COMMITTED,
} as const;

export class Session {
  private readonly pool: sql.ConnectionPool;
  private readonly seconds: number;
  private transaction: sql.Transaction | undefined;
  private connection: DriverConnection | undefined;
  private refusal: number | undefined;
  private opened = false;
  /** Nothing can be asked any more. */
  broken = false;

  private constructor(access: Access) {
    this.seconds = access.statementTimeout;
    this.pool = new sql.ConnectionPool(configOf(access, (connection) => this.watch(connection)));
    // The request at hand reports the fault, or the next one does.
    this.pool.on('error', () => undefined);
  }

  static async open(access: Access): Promise<Session> {
    const session = new Session(access);
    try {
      await session.pool.connect();
      session.opened = true;
      await session.batch(PINS);
      // A substitute of SQL Server need not know it; where the connection broke, the next request says so.
      await session.batch(COURTESY).catch(() => undefined);
      return session;
    } catch (thrown) {
      session.destroy();
      throw session.refusal === undefined ? thrown : new LoginError(session.refusal, thrown);
    }
  }

  /** Everything asked from now on is asked in one transaction. */
  async begin(isolation: Isolation): Promise<void> {
    const transaction = new sql.Transaction(this.pool);
    transaction.on('rollback', (aborted: boolean) => {
      if (aborted && this.transaction === transaction) this.transaction = undefined;
    });
    await this.withinTime(transaction.begin(ISOLATION[isolation]), () => this.destroy());
    this.transaction = transaction;
  }

  get inTransaction(): boolean {
    return this.transaction !== undefined && !this.broken;
  }

  async ask(text: string, parameters: Parameters = {}): Promise<Row[]> {
    const request = this.request(parameters);
    const answer = request.query<Record<string, Value>>(text);
    const { recordset } = await this.withinTime(answer, () => this.stop(request, answer));
    return recordset;
  }

  /** Rows as arrays of values, to be taken from its events. */
  request(parameters: Parameters): sql.Request {
    const request = this.transaction ? this.transaction.request() : this.pool.request();
    for (const [name, value] of Object.entries(parameters)) {
      if (Buffer.isBuffer(value)) request.input(name, sql.VarBinary(sql.MAX), value);
      else request.input(name, value.length > 4000 ? sql.NVarChar(sql.MAX) : sql.NVarChar(4000), value);
    }
    return request;
  }

  /** Tells the server to stop; where it does not, or never says so, the connection goes. */
  async stop(request: sql.Request, finished: Promise<unknown>): Promise<void> {
    request.cancel();
    const settled = finished.then(
      () => true,
      () => true,
    );
    const late = sleep(CANCEL_MILLISECONDS, false, { ref: false });
    if (!(await Promise.race([settled, late]))) this.destroy();
  }

  /** For a session that is at rest. */
  async end(): Promise<void> {
    if (!this.broken) {
      const farewell = (this.transaction?.rollback() ?? Promise.resolve()).catch(() => undefined);
      await Promise.race([farewell, sleep(FAREWELL_MILLISECONDS, undefined, { ref: false })]);
    }
    this.destroy();
  }

  /** At once, whatever it does; an open transaction ends with the connection. */
  destroy(): void {
    this.broken = true;
    this.connection?.close();
    void this.pool.close().catch(() => undefined);
  }

  /** The driver opens a first connection to try the way, closes it, and opens another. */
  private watch(connection: DriverConnection): void {
    this.connection = connection;
    connection.on('errorMessage', ({ number }) => {
      // A database that cannot be opened (4060) is reported before the login that fails with it.
      if (!this.opened) this.refusal ??= number;
    });
    connection.on('end', () => {
      if (this.opened) this.broken = true;
    });
  }

  private async batch(text: string): Promise<void> {
    const request = this.pool.request();
    const done = request.batch(text);
    await this.withinTime(done, () => this.stop(request, done));
  }

  /** The driver may leave a request unsettled for ever: a deadline of our own ends it. */
  private async withinTime<T>(answer: Promise<T>, giveUp: () => unknown): Promise<T> {
    const inTime = new AbortController();
    const silent = new SilenceError(`no answer within ${this.seconds} s`);
    let late = false;
    const deadline = sleep(this.seconds * 1000, undefined, { signal: inTime.signal, ref: false }).then(async () => {
      late = true;
      await giveUp();
      throw silent;
    });
    deadline.catch(() => undefined);
    try {
      return await Promise.race([answer, deadline]);
    } catch (thrown) {
      // What is told to stop says so, and is not what happened.
      throw late ? silent : thrown;
    } finally {
      inTime.abort();
    }
  }
}
