/** One connection on which chunks are compared with the raw layer before they are mapped. */
import type { Client as Connection } from 'pg';
import { avoidLoops, type Client, type Database } from '../connection.ts';
import { rawTable } from '../names.ts';
import { doubtedKeys, type Accepted } from './comparison.ts';
import { copyInto } from './copy.ts';
import type { StreamPlan } from './plan.ts';
import type { StageTables } from './stage-tables.ts';

export const PROBE_COLUMNS = ['ord', 'source_key', 'hash', 'position'] as const;

export class ComparingSession {
  readonly #connection: Connection;
  readonly #settle: string;

  private constructor(connection: Connection, plan: StreamPlan, tables: StageTables) {
    this.#connection = connection;
    this.#settle = `
      with settled as (
        insert into ${tables.raw} (ord, source_key, hash, deleted, bare, position, verdict, settled)
        select p.ord, p.source_key, p.hash, r._deleted, false, p.position, 'ok', true
        from probe p join ${rawTable(plan.system, plan.stream)} r on r._source_key = p.source_key and r._hash = p.hash
        where r._state = 'live' and r._last_run is null
          and not exists (select 1 from doubted d where d.source_key = p.source_key)
        returning ord
      )
      select ord from probe except select ord from settled`;
  }

  static async open(
    database: Database,
    context: { readonly plan: StreamPlan; readonly tables: StageTables; readonly accepted: Accepted },
  ): Promise<ComparingSession> {
    const { plan, tables, accepted } = context;
    const connection = await database.connect();
    try {
      await connection.query('begin');
      await avoidLoops(connection);
      await connection.query('create temp table doubted (source_key text primary key)');
      await connection.query(`insert into doubted ${doubtedKeys(plan, accepted)}`);
      await connection.query(
        'create temp table probe (ord bigint, source_key text, hash uuid, position text) on commit delete rows',
      );
      await connection.query('commit');
      await connection.query('analyze doubted');
      // A chunk is looked up by key; without statistics of it the server might read the whole raw layer instead.
      await connection.query('set enable_hashjoin = off; set enable_mergejoin = off; set enable_seqscan = off');
      return new ComparingSession(connection, plan, tables);
    } catch (thrown) {
      await connection.end();
      throw thrown;
    }
  }

  async transaction(work: (client: Client) => Promise<void>): Promise<void> {
    await this.#connection.query('begin');
    try {
      await work(this.#connection);
      await this.#connection.query('commit');
    } catch (thrown) {
      await this.#connection.query('rollback').catch(() => undefined);
      throw thrown;
    }
  }

  /**
   * Stages the settled records among those of the probes. In the transaction at hand.
   * @param probes lines of `PROBE_COLUMNS`.
   * @returns numbers of the records that have to be judged.
   */
  async settle(probes: readonly Buffer[]): Promise<ReadonlySet<number>> {
    await copyInto(this.#connection, 'probe', PROBE_COLUMNS, probes);
    const { rows } = await this.#connection.query<{ ord: string }>(this.#settle);
    return new Set(rows.map(({ ord }) => Number(ord)));
  }

  async close(): Promise<void> {
    await this.#connection.end();
  }
}
