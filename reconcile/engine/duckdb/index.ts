/** The embedded engine: pairs, levels and weights in DuckDB's SQL. */
import { INTEGER } from '@duckdb/node-api';
import type { PairBatch, StandardBatch } from '../../contract.ts';
import type { ColumnValue } from '../../model/column-value.ts';
import type { BlockingRule, EntityModel } from '../../model/model.ts';
import type { FrequencyTable } from '../../model/trained.ts';
import type { WeighedModel } from '../../model/weights.ts';
import type { MatchEngine, PairList, PatternCounts, RuleLoad, ScoreRequest } from '../engine.ts';
import {
  blockSizes,
  itemPairs,
  pairCount,
  pairsFrom,
  touchedPairs,
  type BlockingColumns,
  type RulePairs,
} from './blocking-sql.ts';
import { MACROS, quoteName } from './condition-sql.ts';
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
    this.records = new Records(database, model);
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
      const pairs = await this.database.number(pairCount(rule));
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
    const share = atMost / Math.max(await this.database.number(pairCount(rule)), 1);
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

  async countHolders(
    columns: readonly string[],
    people: Int32Array,
    among: readonly string[] = [],
  ): Promise<Record<string, FrequencyTable>> {
    const [numbers, persons] = repeatedPeople(people);
    await this.database.run('create or replace temp table people (record_no integer, person integer)');
    await this.database.append('people', [INTEGER, INTEGER], [numbers, persons]);
    const source = among.length === 0 ? 'records' : await this.recordsOfPeopleWith(among);
    const tables: Record<string, FrequencyTable> = {};
    for (const column of columns) tables[column] = await this.countHoldersOf(column, source);
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

  /** Narrow columns find the pairs, the wide ones are joined once to those found. */
  private async scoreAll({ atLeast, onRule }: ScoreRequest): Promise<void> {
    await this.database.run('create or replace temp table found (a_no integer, b_no integer)');
    for (const [index, rule] of this.model.blocking.entries()) {
      const from = await this.pairsOf({ rule, earlier: this.model.blocking.slice(0, index) });
      const found = await this.database.run(`insert into found select l.record_no, r.record_no ${from}`);
      onRule?.(rule.name, found);
    }
    const from = 'from found p join records l on l.record_no = p.a_no join records r on r.record_no = p.b_no';
    await this.database.run(`insert into scored ${scoreSql(this.inUse(), await this.sqlColumns(), { from, atLeast })}`);
    await this.database.drop('found');
  }

  private async scoreTouched({ atLeast }: ScoreRequest, touching: Int32Array): Promise<void> {
    const columns = await this.sqlColumns();
    await this.database.run('create or replace temp table touched (record_no integer)');
    await this.database.append('touched', [INTEGER], [Array.from(touching)]);
    const pairs = this.model.blocking.map((rule) => touchedPairs(rule, columns)).join(' union ');
    await this.database.run(`create or replace temp table touched_pairs as ${pairs}`);
    // One look at all records instead of two.
    await this.database.run(`create or replace temp table near as select * from records
      where record_no in (select a_no from touched_pairs union select b_no from touched_pairs)`);
    const from = 'from touched_pairs p join near l on l.record_no = p.a_no join near r on r.record_no = p.b_no';
    await this.database.run(`insert into scored ${scoreSql(this.inUse(), columns, { from, atLeast })}`);
    await this.database.drop('near');
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

  private async sqlColumns(): Promise<BlockingColumns> {
    this.ascii ??= await this.records.readAsciiColumns();
    const blocks = new Map(this.model.blocking.map((rule, index) => [rule, index]));
    return { ascii: this.ascii, blocks };
  }

  private async countPatterns(from: string): Promise<PatternCounts> {
    const { comparisons } = this.model;
    const columns = await this.database.columns(countSql(comparisons, await this.sqlColumns(), from));
    const levels = comparisons.map((_, index) => Uint8Array.from(columns[index] ?? [], Number));
    return { levels, pairs: Float64Array.from(columns[comparisons.length] ?? [], Number) };
  }

  /** Records of people of whom one record at least fills one of the columns, as a source of rows. */
  private async recordsOfPeopleWith(columns: readonly string[]): Promise<string> {
    const filled = columns.map((column) => `${quoteName(column)} is not null`).join(' or ');
    await this.database.run(
      `create or replace temp table counted as select record_no from records where ${filled}
       union select record_no from people where person in
         (select person from people join records using (record_no) where ${filled})`,
    );
    return '(select * from records where record_no in (select record_no from counted))';
  }

  /** Records that hold a value, less the repetitions within one person. @param source of the records that count. */
  private async countHoldersOf(column: string, source: string): Promise<FrequencyTable> {
    const name = quoteName(column);
    const [values = [], counts = []] = await this.database.columns(
      `with held as (select ${name} as value, count(*) as records from ${source} where ${name} is not null group by ${name}),
         repeated as (select value, sum(records - 1) as records from (
           select ${name} as value, person, count(*) as records from ${source} join people using (record_no)
           where ${name} is not null group by ${name}, person having count(*) > 1) group by value)
       select value, (held.records - coalesce(repeated.records, 0))::integer as holders
       from held left join repeated using (value) where holders > 1 order by value`,
    );
    const single = await this.database.number(`select count(distinct ${name}) from ${source}`);
    const holders = counts.reduce<number>((sum, count) => sum + Number(count), 0);
    return {
      people: holders + single - counts.length,
      holders: Object.fromEntries(values.map((value, index) => [value as string, Number(counts[index])])),
    };
  }
}

/** Record and person, of people with more than one record. */
function repeatedPeople(people: Int32Array): [number[], number[]] {
  const records = new Int32Array(people.length);
  for (const person of people) records[person]! += 1;
  const [numbers, persons]: [number[], number[]] = [[], []];
  people.forEach((person, record) => {
    if (records[person]! < 2) return;
    numbers.push(record);
    persons.push(person);
  });
  return [numbers, persons];
}

function integers(values: readonly CellValue[]): Int32Array {
  return Int32Array.from(values, Number);
}
