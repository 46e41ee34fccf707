/** What training counts: levels of random pairs and of a rule's pairs, and how many people hold each value. */
import { INTEGER } from '@duckdb/node-api';
import type { BlockingRule, EntityModel } from '../../model/model.ts';
import type { FrequencyTable } from '../../model/trained.ts';
import type { PatternCounts, RuleLoad } from '../engine.ts';
import { blockSizes, pairCount } from './blocking-sql.ts';
import { quoteName } from './condition-sql.ts';
import type { Database } from './database.ts';
import { countSql } from './levels-sql.ts';
import type { PairSearch } from './pair-search.ts';

const LARGEST_BLOCKS = 10;

export class Counting {
  private readonly database: Database;
  private readonly model: EntityModel;
  private readonly search: PairSearch;

  constructor(database: Database, model: EntityModel, search: PairSearch) {
    this.database = database;
    this.model = model;
    this.search = search;
  }

  async ofBlocks(rules: readonly BlockingRule[]): Promise<RuleLoad[]> {
    const loads: RuleLoad[] = [];
    for (const rule of rules) {
      const pairs = await this.database.number(pairCount(rule));
      const [keys = [], counts = []] = await this.database.columns(
        `select block, records::integer from (${blockSizes(rule)}) order by records desc, block limit ${LARGEST_BLOCKS}`,
      );
      const largest = keys.map((key, index) => {
        const records = Number(counts[index]);
        return { key: typeof key === 'string' ? key : '', records, pairs: (records * (records - 1)) / 2 };
      });
      loads.push({ rule: rule.name, pairs, largest });
    }
    return loads;
  }

  /** @param records one more than the highest number. */
  async ofRandom(records: number, { pairs, seed }: { readonly pairs: number; readonly seed: number }) {
    if ((records * (records - 1)) / 2 <= pairs) {
      return this.ofPatterns('from records l join records r on l.record_no < r.record_no');
    }
    const drawn = (salt: number) => `(hash(i, ${seed}, ${salt}) % ${records})::integer`;
    // A table: the planner must know that there are few pairs, or it pairs all records with all others first.
    await this.database.run(
      `create or replace temp table drawn as select * from (
         select ${drawn(1)} as a_no, ${drawn(2)} as b_no from range(${pairs}) t(i)) where a_no <> b_no`,
    );
    const counts = await this.ofPatterns(
      'from drawn p join records l on l.record_no = p.a_no join records r on r.record_no = p.b_no',
    );
    await this.database.drop('drawn');
    return counts;
  }

  async ofRule(rule: BlockingRule, { atMost }: { readonly atMost: number }): Promise<PatternCounts> {
    const share = atMost / Math.max(await this.database.number(pairCount(rule)), 1);
    return this.ofPatterns(await this.search.pairsOf({ rule, earlier: [], ...(share < 1 ? { share } : {}) }));
  }

  private async ofPatterns(from: string): Promise<PatternCounts> {
    const { comparisons } = this.model;
    const columns = await this.database.columns(countSql(comparisons, await this.search.columns(), from));
    const levels = comparisons.map((_, index) => Uint8Array.from(columns[index] ?? [], Number));
    return { levels, pairs: Float64Array.from(columns[comparisons.length] ?? [], Number) };
  }

  async ofHolders(
    columns: readonly string[],
    people: Int32Array,
    among: readonly string[],
  ): Promise<Record<string, FrequencyTable>> {
    const [numbers, persons] = repeatedPeople(people);
    await this.database.run('create or replace temp table people (record_no integer, person integer)');
    await this.database.append('people', [INTEGER, INTEGER], [numbers, persons]);
    const source = among.length === 0 ? 'records' : await this.recordsOfPeopleWith(among);
    const tables: Record<string, FrequencyTable> = {};
    for (const column of columns) tables[column] = await this.ofHoldersOf(column, source);
    await this.database.drop('people');
    return tables;
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
  private async ofHoldersOf(column: string, source: string): Promise<FrequencyTable> {
    const name = quoteName(column);
    const [values = [], counts = []] = await this.database.columns(
      `with held as materialized (
           select ${name} as value, count(*) as records from ${source} where ${name} is not null group by ${name}),
         repeated as (select value, sum(records - 1) as records from (
           select ${name} as value, person, count(*) as records from ${source} join people using (record_no)
           where ${name} is not null group by ${name}, person having count(*) > 1) group by value),
         several as (select value, (held.records - coalesce(repeated.records, 0))::integer as holders
           from held left join repeated using (value) where held.records > 1)
       select value, holders from several where holders > 1
       union all select null, count(*)::integer from held order by value nulls first`,
    );
    const [distinct, ...holders] = counts.map(Number);
    return {
      people: holders.reduce((sum, count) => sum + count, 0) + (distinct ?? 0) - holders.length,
      holders: Object.fromEntries(values.slice(1).map((value, index) => [value as string, holders[index] ?? 1])),
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
