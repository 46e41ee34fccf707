/** The embedded engine: pairs, levels and weights in DuckDB's SQL. */
import { INTEGER } from '@duckdb/node-api';
import type { PairBatch, StandardBatch } from '../../contract.ts';
import type { ColumnValue } from '../../model/column-value.ts';
import type { BlockingRule, EntityModel } from '../../model/model.ts';
import type { FrequencyTable } from '../../model/trained.ts';
import type { WeighedModel } from '../../model/weights.ts';
import type { MatchEngine, PairList, PatternCounts, RuleLoad, ScoreRequest } from '../engine.ts';
import { blockSizes, itemPairs, pairsFrom, touchedPairs, type RulePairs } from './blocking-sql.ts';
import { MACROS, quoteName, type SqlColumns } from './condition-sql.ts';
import { Database, type CellValue, type DatabaseOptions } from './database.ts';
import { countSql, scoreSql } from './levels-sql.ts';
import { Records } from './records.ts';
import { applyShares } from './shares.ts';

const LARGEST_BLOCKS = 10;

export class DuckEngine implements MatchEngine {
  private readonly database: Database;
  private readonly model: EntityModel;
  private readonly records: Records;
  private ascii: Set<string> | undefined;
  private weighed: WeighedModel | undefined;

  private constructor(database: Database, model: EntityModel) {
    this.database = database;
    this.model = model;
    this.records = new Records(database, model.columns);
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
    this.ascii = undefined;
    return this.records.load(batches);
  }

  /** Records as a query gives them: text columns by the names of the model's. For files DuckDB reads itself. */
  async loadQuery(sql: string): Promise<number> {
    this.ascii = undefined;
    return this.records.loadQuery(sql);
  }

  async replace(numbers: Int32Array, batch: StandardBatch): Promise<void> {
    this.ascii = undefined;
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
    const loads: RuleLoad[] = [];
    for (const rule of rules) {
      const sizes = `(${blockSizes(rule)})`;
      const pairs = await this.database.number(
        `select coalesce(sum(records * (records - 1) / 2), 0)::double from ${sizes}`,
      );
      const [keys = [], counts = []] = await this.database.columns(
        `select block, records::integer from ${sizes} order by records desc, block limit ${LARGEST_BLOCKS}`,
      );
      const largest = keys.map((key, index) => {
        const records = Number(counts[index]);
        return { key: typeof key === 'string' ? key : '', records, pairs: (records * (records - 1)) / 2 };
      });
      loads.push({ rule: rule.name, pairs, largest });
    }
    return loads;
  }

  async countRandom({ pairs, seed }: { readonly pairs: number; readonly seed: number }): Promise<PatternCounts> {
    const records = await this.count();
    if ((records * (records - 1)) / 2 <= pairs) {
      return this.countPatterns('from records l join records r on l.record_no < r.record_no');
    }
    const drawn = (salt: number) => `(hash(i, ${seed}, ${salt}) % ${records})::integer`;
    // A table: the planner must know that there are few pairs, or it pairs all records with all others first.
    await this.database.run(
      `create or replace temp table drawn as select * from (
         select ${drawn(1)} as a_no, ${drawn(2)} as b_no from range(${pairs}) t(i)) where a_no <> b_no`,
    );
    const counts = await this.countPatterns(
      'from drawn p join records l on l.record_no = p.a_no join records r on r.record_no = p.b_no',
    );
    await this.database.drop('drawn');
    return counts;
  }

  async countRule(rule: BlockingRule, { atMost }: { readonly atMost: number }): Promise<PatternCounts> {
    const [load] = await this.analyseBlocking([rule]);
    const share = atMost / Math.max(load?.pairs ?? 0, 1);
    return this.countPatterns(await this.pairsOf({ rule, earlier: [], ...(share < 1 ? { share } : {}) }));
  }

  async *findPairs(rules: readonly BlockingRule[]): AsyncGenerator<PairList> {
    for (const [index, rule] of rules.entries()) {
      const from = await this.pairsOf({ rule, earlier: rules.slice(0, index) });
      for await (const [left = [], right = []] of this.database.stream(`select l.record_no, r.record_no ${from}`)) {
        yield { left: integers(left), right: integers(right) };
      }
    }
  }

  async countHolders(columns: readonly string[], people: Int32Array): Promise<Record<string, FrequencyTable>> {
    await this.database.run('create or replace temp table people (record_no integer, person integer)');
    const numbers = Int32Array.from(people, (_, index) => index);
    await this.database.append('people', [INTEGER, INTEGER], [Array.from(numbers), Array.from(people)]);
    const tables: Record<string, FrequencyTable> = {};
    for (const column of columns) tables[column] = await this.countHoldersOf(column);
    await this.database.drop('people');
    return tables;
  }

  async use(model: WeighedModel): Promise<void> {
    await applyShares(this.database, model);
    this.weighed = model;
  }

  async *score(request: ScoreRequest): AsyncGenerator<PairBatch> {
    await this.database.run(
      'create or replace temp table scored (left_no integer, right_no integer, weight double, conflict boolean)',
    );
    await (request.touching === undefined ? this.scoreAll(request) : this.scoreTouched(request, request.touching));
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

  close(): void {
    this.database.close();
  }

  private async scoreAll({ atLeast, onRule }: ScoreRequest): Promise<void> {
    const columns = await this.sqlColumns();
    for (const [index, rule] of this.model.blocking.entries()) {
      const from = await this.pairsOf({ rule, earlier: this.model.blocking.slice(0, index) });
      const kept = await this.database.run(`insert into scored ${scoreSql(this.inUse(), columns, { from, atLeast })}`);
      onRule?.(rule.name, kept);
    }
  }

  private async scoreTouched({ atLeast }: ScoreRequest, touching: Int32Array): Promise<void> {
    const columns = await this.sqlColumns();
    await this.database.run('create or replace temp table touched (record_no integer)');
    await this.database.append('touched', [INTEGER], [Array.from(touching)]);
    const pairs = this.model.blocking.map((rule) => touchedPairs(rule, columns)).join(' union ');
    await this.database.run(`create or replace temp table touched_pairs as ${pairs}`);
    const from = `from touched_pairs p join records l on l.record_no = p.a_no join records r on r.record_no = p.b_no`;
    await this.database.run(`insert into scored ${scoreSql(this.inUse(), columns, { from, atLeast })}`);
    await this.database.drop('touched_pairs');
    await this.database.drop('touched');
  }

  private async pairsOf(pairs: Omit<RulePairs, 'columns'>): Promise<string> {
    if (pairs.rule.items !== undefined) await this.database.run(itemPairs(pairs.rule));
    return pairsFrom({ ...pairs, columns: await this.sqlColumns() });
  }

  private inUse(): WeighedModel {
    if (this.weighed === undefined) throw new Error('`use` a model before scoring');
    return this.weighed;
  }

  private async sqlColumns(): Promise<SqlColumns> {
    this.ascii ??= await this.records.findAsciiColumns();
    return { kinds: this.model.columns, ascii: this.ascii };
  }

  private async countPatterns(from: string): Promise<PatternCounts> {
    const { comparisons } = this.model;
    const columns = await this.database.columns(countSql(comparisons, await this.sqlColumns(), from));
    const levels = comparisons.map((_, index) => Uint8Array.from(columns[index] ?? [], Number));
    return { levels, pairs: Float64Array.from(columns[comparisons.length] ?? [], Number) };
  }

  private async countHoldersOf(column: string): Promise<FrequencyTable> {
    const name = quoteName(column);
    const [values = [], counts = []] = await this.database.columns(
      `select ${name}, count(distinct person)::integer as holders from records join people using (record_no)
       where ${name} is not null group by ${name} having count(distinct person) > 1 order by ${name}`,
    );
    const people = await this.database.number(
      `select count(distinct person) from records join people using (record_no) where ${name} is not null`,
    );
    return {
      people,
      holders: Object.fromEntries(values.map((value, index) => [value as string, Number(counts[index])])),
    };
  }
}

function integers(values: readonly CellValue[]): Int32Array {
  return Int32Array.from(values, Number);
}
