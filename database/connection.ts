/** Connections to the target. Every value comes back as the exact text PostgreSQL prints. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describeCause, TargetError } from '../core/errors.ts';

const asText = { getTypeParser: () => (value: string) => value };

export type Row = Readonly<Record<string, string | null>>;
export type Client = pg.ClientBase;

export interface Database {
  /** Runs one statement on a connection of its own. */
  query(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Lends one connection; statements inside share the transaction. Rolls back when the callback throws. Where the server
   * ended the transaction in favour of another one, the callback runs again: it must not count on running once.
   */
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** A connection outside the pool, for advisory locks held as long as the run. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
}

const FEW_ROWS = 1_000;

/**
 * Whole streams are joined with whole streams, often before the server has statistics of what was just loaded: a nested
 * loop chosen on a wrong guess takes minutes where a hash join takes seconds. For the transaction at hand.
 * @param rows that are joined with others, where they are known: of few records of a night the looking up costs less
 *   than going through the whole target, and even a wrong guess costs little.
 */
export async function avoidLoops(client: Client, rows = Infinity): Promise<void> {
  if (rows < FEW_ROWS) return;
  await client.query('set local enable_nestloop = off');
}

/** @param sql a statement whose one row has one number `n`. */
export async function count(client: Client, sql: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(sql);
  return Number(rows[0]?.n ?? 0);
}

/** What to do next, by SQLSTATE class. Source: PostgreSQL documentation, appendix A. */
function adviceFor(code: string | undefined): string {
  if (code?.startsWith('28')) return '请检查 DATABASE_URL 中的用户名和密码，以及服务器的 pg_hba.conf。';
  if (code === '42501') return '请授予该用户在目标库中建立模式(schema)和表的权限。';
  if (code?.startsWith('53')) return '请检查目标服务器的磁盘空间、内存和最大连接数。';
  if (code === '3D000') return '请先建立 DATABASE_URL 中指定的数据库。';
  return '请确认目标 PostgreSQL 正在运行，且 DATABASE_URL 正确。';
}

export function toTargetError(thrown: unknown, what: string): TargetError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
  const suffix = code ? ` [${code}]` : '';
  return new TargetError(`${what}：${describeCause(thrown)}${suffix}`, { next: adviceFor(code), cause: thrown });
}

async function transact<T>(pool: pg.Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (thrown) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw thrown;
  } finally {
    client.release(broken);
  }
}

/** Deadlock, serialization failure: nothing is wrong with the transaction, another one was let through. */
const VICTIM = /^40(?:001|P01)$/;
const ATTEMPTS = 5;
/** Grows with every attempt: the other one has to be gone. */
const PAUSE_MILLISECONDS = 100;

async function repeatVictims<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
      if (!VICTIM.test(code) || attempt === ATTEMPTS) throw thrown;
      await sleep(attempt * PAUSE_MILLISECONDS);
    }
  }
}

export function openDatabase(connectionString: string, maxConnections = 4): Database {
  const settings = {
    connectionString,
    types: asText,
    application_name: 'ggzy',
    options: '-c work_mem=64MB -c random_page_cost=1.1',
  };
  const pool = new pg.Pool({ ...settings, max: maxConnections });
  // An idle connection that breaks is replaced by the pool; the next query reports the fault.
  pool.on('error', () => undefined);
  // One that is lent out may break between two statements: the next of them reports it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    async query(sql, values = []) {
      const result = await pool.query<Record<string, string | null>>(sql, [...values]);
      return result.rows;
    },
    transaction: (work) => repeatVictims(() => transact(pool, work)),
    async connect() {
      const client = new pg.Client(settings);
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    close: () => pool.end(),
  };
}
