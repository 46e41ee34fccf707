/** The embedded engine: pairs, levels and weights in DuckDB's SQL. */
import type { PairBatch, StandardBatch } from '../../contract.ts';
import type { ColumnValue } from '../../model/column-value.ts';
import type { BlockingRule, EntityModel } from '../../model/model.ts';
import type { FrequencyTable } from '../../model/trained.ts';
import type { WeighedModel } from '../../model/weights.ts';
import type { MatchEngine, PairList, PatternCounts, RuleLoad, ScoreRequest } from '../engine.ts';
import { MACROS } from './condition-sql.ts';
import { Counting } from './counting.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { PairSearch } from './pair-search.ts';
import { Records } from './records.ts';
import { Scoring } from './scoring.ts';

/** Changes when a file of an older version can no longer be taken up. */
export const ENGINE_FORMAT = 2;

export class DuckEngine implements MatchEngine {
  private readonly database: Database;
  private readonly records: Records;
  private readonly search: PairSearch;
  private readonly counting: Counting;
  private readonly scoring: Scoring;

  private constructor(database: Database, model: EntityModel) {
    this.database = database;
    this.records = new Records(database, model);
    this.search = new PairSearch(database, model, this.records);
    this.counting = new Counting(database, model, this.search);
    this.scoring = new Scoring(database, this.search);
  }

  /** A database file in `options.directory` is taken up again, records and all. */
  static async open(model: EntityModel, options: DatabaseOptions): Promise<DuckEngine> {
    const database = await Database.open(options);
    const engine = new DuckEngine(database, model);
    for (const macro of MACROS) await database.run(macro);
    await engine.records.create();
    return engine;
  }

  async load(batches: AsyncIterable<StandardBatch> | Iterable<StandardBatch>): Promise<number> {
    this.search.forget();
    return this.records.load(batches);
  }

  /** Records as a query gives them: text columns by the names of the model's. For files DuckDB reads itself. */
  async loadQuery(sql: string): Promise<number> {
    this.search.forget();
    return this.records.loadQuery(sql);
  }

  async replace(numbers: Int32Array, batch: StandardBatch): Promise<void> {
    this.search.forget();
    await this.records.replace(numbers, batch);
  }

  async remove(numbers: Int32Array): Promise<void> {
    await this.records.remove(numbers);
  }

  async count(): Promise<number> {
    return this.records.next();
  }

  async read(numbers: Int32Array): Promise<ReadonlyMap<number, Readonly<Record<string, ColumnValue>>>> {
    return this.records.read(numbers);
  }

  async analyseBlocking(rules: readonly BlockingRule[]): Promise<RuleLoad[]> {
    return this.counting.ofBlocks(rules);
  }

  async countRandom(options: { readonly pairs: number; readonly seed: number }): Promise<PatternCounts> {
    return this.counting.ofRandom(await this.count(), options);
  }

  async countRule(rule: BlockingRule, options: { readonly atMost: number }): Promise<PatternCounts> {
    return this.counting.ofRule(rule, options);
  }

  findPairs(rules: readonly BlockingRule[]): AsyncGenerator<PairList> {
    return this.search.ofRules(rules);
  }

  async countHolders(
    columns: readonly string[],
    people: Int32Array,
    among: readonly string[] = [],
  ): Promise<Record<string, FrequencyTable>> {
    return this.counting.ofHolders(columns, people, among);
  }

  async use(model: WeighedModel): Promise<void> {
    await this.scoring.use(model);
  }

  score(request: ScoreRequest): AsyncGenerator<PairBatch> {
    return this.scoring.score(request);
  }

  close(): void {
    this.database.close();
  }
}
