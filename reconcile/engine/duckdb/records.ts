/** The table of records: text comes in, is read by the kind of its column, and stays typed. */
import { INTEGER, VARCHAR } from '@duckdb/node-api';
import type { StandardBatch } from '../../contract.ts';
import type { ColumnValue } from '../../model/column-value.ts';
import type { BlockingRule, ColumnKind, EntityModel } from '../../model/model.ts';
import { blockColumn, blockSql } from './blocking-sql.ts';
import { quoteName, quoteText } from './condition-sql.ts';
import type { CellValue, Database } from './database.ts';
import { readSql, TYPES } from './read-sql.ts';
import { addShares, removeShares } from './shares.ts';

/** Rows that wait as text before they are read into the table. */
const WAITING = 250_000;

export class Records {
  private readonly database: Database;
  private readonly kinds: Readonly<Record<string, ColumnKind>>;
  private readonly names: readonly string[];
  private readonly rules: readonly BlockingRule[];

  constructor(database: Database, { columns, blocking }: EntityModel) {
    this.database = database;
    this.kinds = columns;
    this.names = Object.keys(columns);
    this.rules = blocking;
  }

  async create(): Promise<void> {
    if (await this.database.hasTable('records')) return;
    await this.database.run('create table beyond_ascii (column_name varchar)');
    const columns = this.names.map((name) => `${quoteName(name)} ${TYPES[this.kinds[name]!]}`);
    const blocks = this.rules.map((_, index) => `${blockColumn(index)} ubigint`);
    await this.database.run(`create table records (record_no integer, ${[...columns, ...blocks].join(', ')})`);
  }

  async next(): Promise<number> {
    return this.database.number('select coalesce(max(record_no) + 1, 0) from records');
  }

  async load(batches: AsyncIterable<StandardBatch> | Iterable<StandardBatch>): Promise<number> {
    let next = await this.next();
    let waiting = 0;
    await this.openIncoming();
    for await (const batch of batches) {
      const rows = batch.columns[0]?.length ?? 0;
      await this.append(
        Array.from({ length: rows }, (_, index) => next + index),
        batch,
      );
      next += rows;
      waiting += rows;
      if (waiting < WAITING) continue;
      await this.takeIncoming();
      await this.openIncoming();
      waiting = 0;
    }
    await this.takeIncoming();
    return next;
  }

  async loadQuery(sql: string): Promise<number> {
    const next = await this.next();
    const columns = this.names.map((name) => `${quoteName(name)}::varchar as ${quoteName(name)}`).join(', ');
    await this.take(`(select (${next} + row_number() over () - 1)::integer as record_no, ${columns} from (${sql}))`);
    await this.noteBeyondAscii(`records where record_no >= ${next}`);
    await addShares(this.database, `(select * from records where record_no >= ${next})`);
    return this.next();
  }

  async replace(numbers: Int32Array, batch: StandardBatch): Promise<void> {
    await this.openIncoming();
    await this.append(Array.from(numbers), batch);
    await this.removeIncoming();
    await this.takeIncoming();
  }

  async remove(numbers: Int32Array): Promise<void> {
    await this.openIncoming();
    const nothing = this.names.map(() => Array<null>(numbers.length).fill(null));
    await this.append(Array.from(numbers), { columns: nothing });
    await this.removeIncoming();
    await this.database.drop('incoming');
  }

  private async removeIncoming(): Promise<void> {
    const numbers = 'select record_no from incoming';
    await this.database.run(`delete from records where record_no in (${numbers})`);
    await removeShares(this.database, numbers);
  }

  async read(numbers: Int32Array): Promise<Map<number, Record<string, ColumnValue>>> {
    if (numbers.length === 0) return new Map();
    const columns = await this.database.columns(
      `select record_no, ${this.names.map(quoteName).join(', ')} from records where record_no in (${numbers.join(', ')})`,
    );
    const [found = [], ...values] = columns;
    return new Map(
      found.map((number, row) => [
        Number(number),
        Object.fromEntries(this.names.map((name, index) => [name, columnValueOf(values[index]?.[row] ?? null)])),
      ]),
    );
  }

  /** Text columns that have never held more than ASCII. */
  async readAsciiColumns(): Promise<Set<string>> {
    const beyond = new Set(await this.database.texts('select column_name from beyond_ascii'));
    return new Set(this.names.filter((name) => this.kinds[name] === 'text' && !beyond.has(name)));
  }

  /** Looks at the records from number `next` on, or at those that wait: never at all of them again. */
  private async noteBeyondAscii(source: string): Promise<void> {
    const texts = [...(await this.readAsciiColumns())];
    if (texts.length === 0) return;
    const tests = texts.map(
      (name) => `coalesce(bool_or(strlen(${quoteName(name)}) > length(${quoteName(name)})), false)`,
    );
    const row = await this.database.columns(
      `select ${tests.map((test) => `(${test})::integer`).join(', ')} from ${source}`,
    );
    for (const [index, name] of texts.entries()) {
      if (row[index]?.[0] === 1) await this.database.run(`insert into beyond_ascii values (${quoteText(name)})`);
    }
  }

  private async openIncoming(): Promise<void> {
    const columns = this.names.map((name) => `${quoteName(name)} varchar`);
    await this.database.run(`create or replace temp table incoming (record_no integer, ${columns.join(', ')})`);
  }

  private async append(numbers: readonly number[], { columns }: StandardBatch): Promise<void> {
    await this.database.append('incoming', [INTEGER, ...columns.map(() => VARCHAR)], [numbers, ...columns]);
  }

  private async takeIncoming(): Promise<void> {
    await this.noteBeyondAscii('incoming');
    await this.take('incoming');
    await addShares(this.database, '(select * from records where record_no in (select record_no from incoming))');
    await this.database.drop('incoming');
  }

  /** Reads text and hashes the blocking keys. */
  private async take(source: string): Promise<void> {
    const read = this.names.map((name) => `${readSql(name, this.kinds[name]!)} as ${quoteName(name)}`);
    const blocks = this.rules.map((rule, index) => `${blockSql(rule, 'i')} as ${blockColumn(index)}`);
    await this.database.run(
      `insert into records by name select i.*, ${blocks.join(', ')}
       from (select record_no, ${read.join(', ')} from ${source}) i`,
    );
  }
}

function columnValueOf(value: CellValue): ColumnValue {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'object') return value.items.filter((item) => item !== null);
  return Number(value);
}
