/** One connection on which chunks are compared with the raw layer before they are mapped. */
import type { Client as Connection } from 'pg';
import { avoidLoops, type Client, type Database } from '../connection.ts';
import { rawTable } from '../names.ts';
import { doubtedKeys, type Accepted } from './comparison.ts';
import { copyInto } from './copy.ts';
import { findKnownChunks, type KnownChunks } from './known-chunks.ts';
import type { StreamPlan } from './plan.ts';
import type { StageTables } from './stage-tables.ts';

/** What is copied of a record that may be settled. */
export const PROBE_COLUMNS = ['ord', 'source_key', 'hash', 'deleted', 'position', 'settled'] as const;

export interface ComparingContext {
  readonly plan: StreamPlan;
  readonly tables: StageTables;
  readonly accepted: Accepted;
}

export class ComparingSession {
  readonly #connection: Connection;
  readonly #settle: string;
  readonly #settled: string;
  readonly #known: KnownChunks | null;

  private constructor(connection: Connection, context: ComparingContext, known: KnownChunks | null) {
    const { plan, tables } = context;
    this.#connection = connection;
    this.#known = known;
    this.#settled = tables.raw;
    this.#settle = `
      with settled as (
        insert into ${tables.raw} (${PROBE_COLUMNS.join(', ')})
        select ${PROBE_COLUMNS.map((name) => `p.${name}`).join(', ')}
        from probe p
        where not exists (select 1 from doubted d where d.source_key = p.source_key)
          -- A join could be turned round: every record of the raw layer, and for each the probes from end to end.
          and (select true from ${rawTable(plan.system, plan.stream)} r
            where r._source_key = p.source_key and r._hash = p.hash and r._state = 'live' and r._last_run is null limit 1)
        returning ord
      )
      select ord from probe except select ord from settled`;
  }

  static async open(database: Database, context: ComparingContext): Promise<ComparingSession> {
    const { plan, accepted } = context;
    const connection = await database.connect();
    try {
      await connection.query('begin');
      await avoidLoops(connection);
      await connection.query('create temp table doubted (source_key text primary key)');
      await connection.query(`insert into doubted ${doubtedKeys(plan, accepted)}`);
      await connection.query(
        `create temp table probe (ord bigint, source_key text, hash uuid, deleted boolean, position text, settled boolean)
         on commit delete rows`,
      );
      await connection.query('commit');
      await connection.query('analyze doubted');
      const known = await findKnownChunks(connection, plan, accepted);
      // A chunk is looked up by key; without statistics of it the server might read the whole raw layer instead.
      await connection.query('set enable_hashjoin = off; set enable_mergejoin = off; set enable_seqscan = off');
      return new ComparingSession(connection, context, known);
    } catch (thrown) {
      await connection.end();
      throw thrown;
    }
  }

  /** The record has to be judged, whatever it holds. Where nobody knows yet, `settle` says so. */
  isInDoubt(sourceKey: string): boolean {
    return this.#known?.doubted.has(sourceKey) ?? false;
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
   * @param digest of the chunk: where it is known, all of them are settled.
   * @returns numbers of the records that have to be judged.
   */
  async settle(probes: readonly Buffer[], digest: string | null): Promise<ReadonlySet<number>> {
    if (digest !== null && this.#known?.digests.has(digest)) {
      await copyInto(this.#connection, this.#settled, PROBE_COLUMNS, probes);
      return new Set();
    }
    await copyInto(this.#connection, 'probe', PROBE_COLUMNS, probes);
    const { rows } = await this.#connection.query<{ ord: string }>(this.#settle);
    return new Set(rows.map(({ ord }) => Number(ord)));
  }

  async close(): Promise<void> {
    await this.#connection.end();
  }
}
