/** Weights of the pairs that blocking finds: the wide columns are joined once, to the pairs found. */
import type { PairBatch } from '../../contract.ts';
import type { WeighedModel } from '../../model/weights.ts';
import type { ScoreRequest } from '../engine.ts';
import { integers, type Database } from './database.ts';
import { scoreSql } from './levels-sql.ts';
import type { PairSearch } from './pair-search.ts';
import { applyShares, RECORD_SHARES } from './shares.ts';

/** Records and shares of the pairs of an increment: one look at all records instead of two. */
const NEAR = { records: 'near', shares: 'near_shares' } as const;
const ALL = { records: 'records', shares: RECORD_SHARES } as const;

export class Scoring {
  private readonly database: Database;
  private readonly search: PairSearch;
  private weighed: WeighedModel | undefined;

  constructor(database: Database, search: PairSearch) {
    this.database = database;
    this.search = search;
  }

  async use(model: WeighedModel): Promise<void> {
    await applyShares(this.database, model);
    this.weighed = model;
  }

  async *score({ atLeast, touching, onRule }: ScoreRequest): AsyncGenerator<PairBatch> {
    if (this.weighed === undefined) throw new Error('`use` a model before scoring');
    if (touching === undefined) await this.search.fillFound(onRule);
    else await this.search.fillTouched(touching);
    const { records, shares } = touching === undefined ? ALL : await this.gatherNear();
    const from = `from found p join ${records} l on l.record_no = p.a_no join ${records} r on r.record_no = p.b_no`;
    const sql = scoreSql(this.weighed, await this.search.columns(), { from, shares, atLeast });
    await this.database.run(`create or replace temp table scored as ${sql}`);
    for (const table of ['found', NEAR.records, NEAR.shares]) await this.database.drop(table);
    const sorted = 'select left_no, right_no, weight, conflict::integer from scored order by left_no, right_no';
    for await (const [left = [], right = [], weight = [], conflict = []] of this.database.stream(sorted)) {
      yield {
        left: integers(left),
        right: integers(right),
        weight: Float64Array.from(weight, Number),
        conflict: Uint8Array.from(conflict, Number),
      };
    }
    await this.database.drop('scored');
  }

  private async gatherNear(): Promise<typeof NEAR> {
    const numbers = 'select a_no from found union select b_no from found';
    for (const [near, all] of [
      [NEAR.records, ALL.records],
      [NEAR.shares, ALL.shares],
    ] as const) {
      if (!(await this.database.hasTable(all))) continue;
      await this.database.run(
        `create or replace temp table ${near} as select * from ${all} where record_no in (${numbers})`,
      );
    }
    return NEAR;
  }
}
