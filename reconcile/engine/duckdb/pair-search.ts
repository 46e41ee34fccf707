/** Which records meet: the blocking rules of a model over the records that are there. */
import { INTEGER } from '@duckdb/node-api';
import type { BlockingRule, EntityModel } from '../../model/model.ts';
import type { PairList, ScoreRequest } from '../engine.ts';
import { itemPairs, pairsFrom, touchedPairs, type BlockingColumns, type RulePairs } from './blocking-sql.ts';
import { integers, type Database } from './database.ts';
import type { Records } from './records.ts';

export class PairSearch {
  private readonly database: Database;
  private readonly model: EntityModel;
  private readonly records: Records;
  private ascii: Set<string> | undefined;

  constructor(database: Database, model: EntityModel, records: Records) {
    this.database = database;
    this.model = model;
    this.records = records;
  }

  /** Records have come or changed. */
  forget(): void {
    this.ascii = undefined;
  }

  async columns(): Promise<BlockingColumns> {
    this.ascii ??= await this.records.readAsciiColumns();
    const blocks = new Map(this.model.blocking.map((rule, index) => [rule, index]));
    return { ascii: this.ascii, blocks };
  }

  /** `from … where …` with the records l and r of each pair. */
  async pairsOf(pairs: Omit<RulePairs, 'columns'>): Promise<string> {
    if (pairs.rule.items !== undefined) await this.database.run(itemPairs(pairs.rule));
    return pairsFrom({ ...pairs, columns: await this.columns() });
  }

  async *ofRules(rules: readonly BlockingRule[]): AsyncGenerator<PairList> {
    for (const [index, rule] of rules.entries()) {
      const from = await this.pairsOf({ rule, earlier: rules.slice(0, index) });
      for await (const [left = [], right = []] of this.database.stream(`select l.record_no, r.record_no ${from}`)) {
        yield { left: integers(left), right: integers(right) };
      }
    }
  }

  /** Table `found` (a_no, b_no): every pair of the model's rules. Narrow columns find them. */
  async fillFound(onRule: ScoreRequest['onRule']): Promise<void> {
    await this.database.run('create or replace temp table found (a_no integer, b_no integer)');
    const { blocking } = this.model;
    for (const [index, rule] of blocking.entries()) {
      const from = await this.pairsOf({ rule, earlier: blocking.slice(0, index) });
      const found = await this.database.run(`insert into found select l.record_no, r.record_no ${from}`);
      onRule?.(rule.name, found);
    }
  }

  /** Table `found` (a_no, b_no): the pairs of some records with each other and with all others. */
  async fillTouched(touching: Int32Array): Promise<void> {
    const columns = await this.columns();
    await this.database.run('create or replace temp table touched (record_no integer)');
    await this.database.append('touched', [INTEGER], [Array.from(touching)]);
    await this.database.run(
      `create or replace temp table touched_records as
       select * from records where record_no in (select record_no from touched)`,
    );
    const pairs = this.model.blocking.map((rule) => touchedPairs(rule, columns)).join(' union ');
    await this.database.run(`create or replace temp table found as ${pairs}`);
    await this.database.drop('touched_records');
    await this.database.drop('touched');
  }
}
